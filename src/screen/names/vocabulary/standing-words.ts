/** Words by meaning that say how a company stands to others, not what it does, in the forms that `trade-words.ts` has. */
export const standingWords = {
  group:
    "grp, group, groupe, gruppe, grupo, gruppo, grupa, groep, группа, групп, група, 集团, 集團, グループ, 그룹, مجموعة, grubu, kelompok",
  holding: "hldg, hldgs, holding, holdings, холдинг, 控股, ホールディングス, 홀딩스, القابضة, holdco",
  international:
    "int, intl, int l, internat, international, internacional, internationale, internationaux, internazionale, internasional, uluslararasi, международный, международная, международное, міжнародний, 国际, 國際, 国際, دولية, الدولية",
  enterprise:
    "ent, entr, enterprise, enterprises, entreprise, entreprises, empresa, empresas, unternehmen, предприятие, підприємство, предприятия, 企业, 企業, impresa, imprese, predpriyatie, isletmeleri",
  global: "global, globale, worldwide, world wide, глобал, 环球, 環球, 全球",
  general: "gen, general, generale, generales, allgemeine, всеобщий, генеральный, 总, 總, العامة, genel",
  national:
    "natl, nat l, national, nacional, nationale, nazionale, nasional, ulusal, национальный, национальная, національний, національна, natsionalny, 国家, 國家, 全国, الوطنية, وطنية, melli, ملی",
  state: "state, government owned, государственный, государственная, державний, державна, 国营, 國營",
  branch:
    "br, branch, sucursal, succursale, filial, zweigniederlassung, филиал, філія, 分公司, 支店, fil, representative office, rep office, predstavitelstvo, представительство",
  department: "dept, department, departement, departamento, департамент, отдел, abteilung",
  division: "div, division, abteil, дивизион, 事业部",
  office: "office, bureau, buro, oficina, ufficio, бюро, 办公室, 局",
  "company center": "ctr, cntr, center, centre, centro, zentrum, центр, centrum, merkezi, 中心, مركز",
  "association of":
    "assn, assoc, association, associates, asociacion, associacao, associazione, verband, verein, ассоциация, асоціація, 协会, جمعية, cemiyeti, dernegi",
  society: "soc, society, societe, sociedad, sociedade, societa, gesellschaft, общество, товариство, spolecnost, drustvo",
  organization:
    "org, organization, organisation, organizations, organizacion, organizacao, organizzazione, организация, організація, organizasyon, 组织, 組織, منظمة, سازمان, sazeman",
  union: "union, unione, sindicato, союз, спілка, 联盟, 聯盟, اتحاد, birligi",
  alliance: "alliance, alianza, allianz, альянс",
  federation: "fed, federation, federacion, foderation, федерация, 联合会",
  consortium: "consortium, consorcio, consorzio, консорциум, konsortium",
  joint: "joint, jt, joint venture, jv, совместное предприятие, 合资",
  brothers: "bros, brothers, gebruder, gebrueder, freres, hermanos, fratelli, irmaos, братья",
  sons: "sons, son, sohne, soehne, fils, hijos, figli",
  partners: "ptnrs, partners, partner, partenaires, socios, партнеры, партнери",
  family: "family, familia, familie, famille",
} satisfies Record<string, string>;

/** Meanings that say how a company stands to others. They are often left out, and seldom tell two companies of one name apart. */
export const structureWords = `group, holding, international, enterprise, global, general, branch, department, division, office, society, organization, company center, association of, business, professional, joint`;

/** Meanings of names of vehicles that one manager sets up in a numbered series. */
export const seriesWords = `fund, trust, partners, securities, capital, series`;

/** Words that join others and tell nothing. */
export const articles = `the, of, and, for, in, on, at, to, by, a, an, de, du, des, la, le, les, l, d, et, pour, del, della, dei, di, da, do, dos, das, el, los, las, y, e, i, para, per, und, der, die, das, fur, fuer, van, het, een, en, voor, och, og, ve, dan, и, по, для, в, на, о, та, з, ال, و, 的, の, n`;
