/** Legal forms by class. First version: replaced by the table below the class of ISO 20275. */
export const legalForms: Record<string, string> = {
  limited:
    "ltd, limited, limited company, company limited, co ltd, co limited, private limited, pvt ltd, pte ltd, pty ltd, llc, limited liability company, " +
    "gmbh, gesellschaft mit beschraenkter haftung, gesellschaft mit beschrankter haftung, mbh, sarl, srl, sl, bv, ooo, ооо, общество с ограниченной ответственностью, тов, тоо, " +
    "有限公司, 有限责任公司, 有限責任公司, 유한회사, sp z oo, doo, kft, sro, ab, as, a s, aps, oy, pt",
  stock:
    "inc, incorporated, corp, corporation, plc, public limited company, ag, aktiengesellschaft, sa, se, spa, nv, oao, оао, ао, пао, зао, jsc, pjsc, ojsc, cjsc, " +
    "joint stock company, акционерное общество, публичное акционерное общество, открытое акционерное общество, закрытое акционерное общество, " +
    "股份有限公司, 株式会社, 주식회사, sa de cv, sas, kk",
  partnership: "lp, llp, lllp, limited partnership, kg, ohg, scs, sca, l p",
  company: "co, company, cie, compagnie, kompanie, компания, 公司",
};
