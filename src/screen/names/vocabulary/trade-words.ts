/**
 * Words of trade by meaning, with the short forms of bills of lading and Chinese exporters and the words of other languages: "TECH",
 * "Technologies", "технологии" and "科技" are one word. They tell less than the name proper and are never enough alone.
 * Inflected forms are listed where a tolerant comparison would not reach them. Chosen by hand; no list was copied.
 */
export const tradeWords = {
  technology:
    "tech, techs, techn, technol, technology, technologies, technologie, technologien, tecnologia, tecnologias, tecnologie, teknologi, teknoloji, teknolojileri, технология, технологии, технологій, технології, tekhnologii, tekhnologiya, technologiya, technologii, 技术, 科技, 技術, テクノロジー, science and technology, science technology, sci and tech, sci tech, scitech, s and t, kexue jishu, keji, jishu, تکنولوژی, تكنولوجيا, فناوری",
  technical: "technical, technique, technic, technics, tecnica, tecnico, technik, технический, техническая, техника, tekhnika, teknik",
  communication:
    "comm, comms, commun, communication, communications, comunicacion, comunicaciones, comunicacoes, comunicazioni, kommunikation, коммуникации, комунікації, связь, звязок, 通信, 通讯, 通訊, tongxin, اتصالات, الاتصالات, haberlesme, iletisim, svyaz",
  telecommunication:
    "tele comm, telecomm, telecom, telecoms, telekom, telecommunication, telecommunications, telekommunikation, telecomunicacion, telecomunicaciones, telecomunicazioni, telekomunikasyon, telekomunikasi, телеком, телекоммуникации, телекомунікації, 电信, 電信, 电讯, dianxin",
  science:
    "sci, science, sciences, scientific, ciencia, ciencias, scienze, wissenschaft, wissenschaften, научный, научная, наука, науковий, nauchno, 科学, 科學, العلوم, bilim",
  research:
    "res, rsrch, research, recherche, investigacion, ricerca, forschung, исследование, исследований, исследовательский, дослідження, 研究, arastirma, pazhuhesh",
  "research institute":
    "research institute, research inst, res inst, научно исследовательский институт, нии, nii, 研究所, 研究院, forschungsinstitut, science research institute, scientific research institute",
  institute: "inst, institute, institut, instituto, istituto, instytut, институт, інститут, enstitusu, 院, 学院, 學院, معهد",
  academy: "acad, academy, academie, academia, akademie, akademi, академия, академія, 研究總院, 科学院",
  university:
    "univ, university, universite, universidad, universidade, universita, universitat, universitaet, uniwersytet, universitas, universitesi, университет, університет, 大学, 大學, جامعة, دانشگاه, daneshgah",
  college: "coll, college, collège, hochschule, колледж",
  school: "school, ecole, escuela, escola, scuola, schule, школа, 学校, مدرسة",
  laboratory: "lab, labs, laboratory, laboratories, laboratoire, laboratorio, labor, лаборатория, 实验室, 實驗室",
  design: "design, diseno, entwurf, проектный, проект, 设计, 設計, tasarim, sheji",
  development:
    "dev, devt, devmt, dvpt, develop, development, developments, desarrollo, developpement, desenvolvimento, sviluppo, entwicklung, развитие, розвиток, разработка, 发展, 發展, 开发, 開發, fazhan, kaifa, kalkinma, تنمية, توسعه",
  engineering:
    "eng, engg, engr, engrg, engin, engineering, engineers, ingenieria, ingenierie, ingegneria, engenharia, ingenieur, ingenieure, инжиниринг, инженерный, інжиніринг, 工程, gongcheng, muhendislik, هندسة, مهندسی",
  construction:
    "cons, const, constr, cnstr, construct, construction, constructions, constructors, construccion, construcciones, construcoes, costruzioni, bau, bauunternehmen, строительство, строительный, строительная, строй, будівництво, будівельна, stroy, 建设, 建設, 建筑, 建築, jianshe, jianzhu, insaat, konstruksi, مقاولات, ساختمانی, budowa",
  industry:
    "ind, inds, indus, indust, industry, industries, industrial, industrie, industria, industrias, industriale, industri, промышленность, промышленный, промышленная, промисловість, 工业, 工業, 实业, 實業, 产业, 產業, gongye, shiye, sanayi, sanayii, صناعة, صناعات, صنایع, sanat, prom",
  manufacturing:
    "mfg, mfr, mfrs, mfy, manuf, manufac, manufacture, manufacturer, manufacturers, manufacturing, manufacturas, fertigung, производство, виробництво, производственный, производственная, 制造, 製造, zhizao, imalat",
  plant:
    "plant, plants, factory, fty, fact, works, mill, mills, usine, fabrica, fabbrica, fabrik, werk, werke, fabriek, завод, фабрика, комбинат, комбінат, zavod, kombinat, 厂, 廠, 工厂, 工廠, chang, fabrikasi, مصنع, کارخانه",
  bank: "bank, banks, bk, banking, banque, banco, banca, banka, bankasi, банк, банка, 银行, 銀行, yinhang, بنك, بانک, مصرف, bankers",
  commercial: "comml, commercial, comercial, commerciale, commerciaux, коммерческий, комерційний, 商业, 商業, ticari, تجاري",
  trade:
    "trd, trdg, trdng, trading, trade, traders, trader, commerce, comercio, commercio, handel, handels, торговля, торговый, торговая, торговий, торг, torg, torgovy, 贸易, 貿易, 商贸, 商貿, maoyi, shangmao, ticaret, tijarat, تجارة, التجارية, بازرگانی, niaga, dagang, handelsgesellschaft",
  import: "imp, impt, import, imports, importation, importacion, импорт, імпорт, 进口, 進口, jinkou, ithalat",
  export: "exp, expt, export, exports, exportation, exportacion, экспорт, експорт, 出口, chukou, ihracat",
  "import and export":
    "imp and exp, imp exp, imp n exp, impex, impexp, ie, i and e, import export, import and export, importers and exporters, импорт экспорт, внешнеторговый, внешнеэкономический, 进出口, 進出口, jinchukou, imp and export, import and exp",
  services:
    "svc, svcs, srv, srvc, srvcs, srvces, srvs, serv, service, services, servicio, servicios, servico, servicos, servizi, servizio, dienst, dienste, dienstleistungen, diensten, hizmetleri, сервис, сервіс, услуги, послуги, 服务, 服務, fuwu, خدمات, الخدمات, jasa, khadamat",
  system:
    "sys, syst, system, systems, systeme, sistema, sistemas, sistemi, система, системы, системи, sistemleri, 系统, 系統, xitong, سیستم, أنظمة",
  software: "softw, software, logiciel, logiciels, программное обеспечение, софт, 软件, 軟件, ruanjian, yazilim, نرم افزار",
  hardware: "hardware, 五金, 硬件",
  solution: "soln, solns, solution, solutions, soluciones, solucoes, soluzioni, losungen, loesungen, решения, рішення, 解决方案",
  network:
    "netw, ntwk, network, networks, networking, net, reseau, red, redes, netzwerk, сеть, сети, мережа, 网络, 網絡, 网路, wangluo, شبكة, شبکه, ag teknolojileri",
  internet: "internet, интернет, інтернет, 互联网, 互聯網, 因特网",
  cloud: "cloud, 云, 雲, облако",
  computing: "comp, computing, computation, 计算, 計算, вычислительный",
  computer:
    "cptr, computer, computers, ordinateur, computadoras, rechner, компьютер, компьютерный, 计算机, 電腦, 电脑, jisuanji, bilgisayar, رایانه",
  data: "data, dati, datos, daten, данные, дані, 数据, 數據, shuju, veri, داده",
  digital: "digi, digital, numerique, digitale, цифровой, цифровая, 数字, 數字, 数码, 數碼, shuzi, shuma, dijital",
  information:
    "info, inform, information, informatica, informatique, informatik, информация, информационный, информационная, інформаційний, інформація, 信息, 資訊, 资讯, xinxi, bilgi, اطلاعات, معلومات",
  electronic:
    "elec, elect, electr, electron, elctrnc, electronic, electronics, electronica, electronique, elettronica, elektronik, elektronika, электроника, электронный, електроніка, електронний, 电子, 電子, dianzi, الكترونيات, الکترونیک",
  electric:
    "electric, electrical, electrics, electricity, electrique, electrico, elettrica, elektro, elektrik, электро, электрический, электрическая, електричний, 电气, 電氣, 电器, 電器, 电力, 電力, dianqi, dianli, كهرباء, برق",
  microelectronics: "microelectronics, microelectronic, микроэлектроника, мікроелектроніка, 微电子, 微電子, weidianzi",
  semiconductor:
    "semi, semicon, semicond, semiconductor, semiconductors, semiconducteurs, semiconductores, halbleiter, полупроводник, полупроводники, 半导体, 半導體, bandaoti, yariiletken",
  "integrated circuit": "ic, integrated circuit, integrated circuits, 集成电路, 集成電路, микросхема",
  optical: "opt, optic, optics, optical, optique, optica, ottica, optik, оптика, оптический, 光学, 光學, guangxue",
  optoelectronics: "optoelectronics, opto electronics, optoelectronic, photoelectric, optronics, 光电, 光電, guangdian, оптоэлектроника",
  photonics: "photonics, photonic, 光子, фотоника",
  laser: "laser, lasers, лазер, 激光, jiguang, lazer",
  instrument: "instr, instrument, instruments, instrumentation, прибор, приборы, 仪器, 儀器, 仪表, yiqi",
  "instrument making":
    "instrument making, instrument building, instrument engineering, приборостроительный, приборостроение, приладобудівний, приладобудування, priborostroitelnyy, priborostroenie",
  machine:
    "mach, machine, machines, machinery, machinerie, maquinaria, macchine, maschinen, машины, машини, 机械, 機械, 机器, jixie, makina, makine, ماشین",
  "machine building":
    "machine building, machinebuilding, maschinenbau, машиностроительный, машиностроение, машинобудівний, машинобудування, mashinostroitelnyy, mashinostroenie, 机械制造",
  equipment:
    "equip, eqpt, equipt, equipm, equipment, equipments, equipements, equipos, equipamentos, attrezzature, ausrustung, anlagen, оборудование, обладнання, 设备, 設備, 装备, 裝備, shebei, zhuangbei, ekipman, تجهیزات, معدات",
  tool: "tool, tools, tooling, outils, herramientas, werkzeug, werkzeuge, инструмент, инструменты, 工具",
  automation:
    "automation, automacion, automatisation, automatisierung, автоматика, автоматизация, автоматизація, 自动化, 自動化, zidonghua, otomasyon",
  robot: "robot, robots, robotics, robotik, робототехника, 机器人, 機器人",
  control: "control, controls, controle, steuerung, контроль, управление, 控制, kongzhi, kontrol",
  security:
    "secur, security, securite, seguridad, sicurezza, sicherheit, безопасность, безпека, охрана, 安全, 保安, 安防, anquan, guvenlik, أمن, امنیت",
  securities: "sec, secs, securities, wertpapiere, valores, titres, ценные бумаги, цінні папери, 证券, 證券, zhengquan",
  surveillance: "surveillance, monitoring, наблюдение, 监控",
  defense: "def, defense, defence, defensa, difesa, verteidigung, оборона, оборонный, 国防, 國防, دفاع, savunma",
  military: "mil, military, militaire, militar, военный, військовий, 军事, 軍工, عسكري, نظامی, askeri",
  aviation:
    "avn, aviat, aviation, avionics, aviacion, aviazione, luftfahrt, авиация, авиационный, авіація, 航空, hangkong, havacilik, طيران, هواپیمایی",
  aircraft: "aircraft, avion, flugzeug, самолет, авиастроение, 飞机, 飛機",
  airline:
    "airline, airlines, airways, air lines, lineas aereas, авиалинии, авиакомпания, авіалінії, 航空公司, havayollari, طيران خطوط, linhas aereas",
  aerospace: "aerosp, aerospace, aeroespacial, aerospatiale, raumfahrt, аэрокосмический, 航天, 宇航, hangtian, uzay",
  space: "space, espace, espacio, космос, космический, 空间",
  missile: "missile, missiles, ракета, ракетный, 导弹",
  shipping:
    "shpg, shipping, ship, ships, maritime, marine, navigation, navigazione, naviera, schiffahrt, schifffahrt, reederei, судоходный, морской, морская, пароходство, 航运, 航運, 海运, 海運, 船务, hangyun, haiyun, denizcilik, pelayaran, ملاحة, کشتیرانی, keshtirani",
  shipbuilding:
    "shipbuilding, ship building, shipyard, shipyards, schiffbau, werft, судостроительный, судостроение, верфь, суднобудівний, 造船, zaochuan, tersane, astilleros, cantieri navali",
  logistics: "logis, logist, logistic, logistics, logistica, logistique, logistik, логистика, логістика, 物流, wuliu, lojistik",
  freight: "frt, freight, forwarding, forwarders, forwarder, fwdg, cargo, fret, spedition, экспедиция, 货运, 貨運, 货代",
  transport:
    "tpt, trans, transp, transport, transports, transportation, transporte, transportes, trasporti, transporte, транспорт, транспортный, транспортная, 运输, 運輸, 交通, yunshu, tasimacilik, nakliyat, حمل و نقل, نقل, haml o naghl",
  railway:
    "rwy, rly, railway, railways, railroad, rail, ferrocarril, ferrocarriles, chemins de fer, ferrovie, eisenbahn, bahn, железная дорога, железные дороги, залізниця, 铁路, 鐵路, 铁道, tielu, demiryolu",
  automobile:
    "auto, autos, automobile, automobiles, automotive, automovil, automoviles, kfz, автомобиль, автомобильный, автомобільний, 汽车, 汽車, qiche, otomotiv, خودرو, سيارات",
  motor: "motor, motors, moteur, moteurs, motores, motori, motoren, мотор, моторный, двигатель, 电机, 发动机",
  vehicle: "vehicle, vehicles, vehicules, vehiculos, fahrzeuge, 车辆, 車輛",
  parts: "pts, part, parts, components, component, accessories, componentes, componenti, teile, запчасти, 零部件, 配件, 部件",
  oil: "oil, oils, ol, нефть, нефтяной, нефтяная, нафта, 石油, shiyou, نفط, نفت, naft, petrole",
  petroleum: "petrol, petroleum, petroleo, petroli, petrolium, petrolleri",
  petrochemical:
    "petchem, petrochem, petrochemical, petrochemicals, petroquimica, petrochimica, нефтехимия, нефтехимический, 石化, 石油化工, shihua, petrokimya, پتروشیمی, petrokimia",
  gas: "gas, gaz, газ, газовый, 燃气, 天然气, غاز, گاز",
  energy:
    "engy, nrg, energy, energies, energie, energia, energetika, энергия, энергетика, энергетический, энерго, енергія, енергетика, energo, 能源, nengyuan, enerji, energi, طاقة, انرژی",
  power: "pwr, power, potencia, strom, 动力, 電源, 电源, neirou",
  nuclear:
    "nucl, nuclear, nucleaire, nucleare, nuklear, atomic, atom, ядерный, атомный, атомная, 核, 核电, 核工业, 原子能, nukleer, هسته ای",
  coal: "coal, charbon, carbon minerals, kohle, уголь, угольный, угольная, вугілля, 煤炭, 煤业, meitan, komur",
  mining:
    "mng, mining, mines, mine, miniere, minera, mineria, bergbau, горный, горнодобывающий, шахта, рудник, 矿业, 礦業, 矿山, kuangye, madencilik, معادن, تعدين, tambang",
  mineral: "mineral, minerals, minerales, mineraux, mineralien, 矿产",
  steel: "stl, steel, acier, acero, acciaio, stahl, сталь, стальной, 钢铁, 鋼鐵, 钢, gangtie, celik, فولاد, baja, hadid",
  iron: "iron, fer, hierro, ferro, eisen, железо, demir, حديد, آهن",
  metal: "met, metal, metals, metallic, metales, metaux, metalli, metall, metalle, металл, металлы, метал, 金属, 金屬, jinshu",
  metallurgy:
    "metallurgy, metallurgical, metallurgie, metalurgica, metallurgica, металлургия, металлургический, металургійний, 冶金, yejin, metalurji",
  aluminium: "alu, alum, aluminium, aluminum, aluminio, алюминий, 铝业, 铝, aluminyum",
  copper: "copper, cuivre, cobre, kupfer, медь, 铜业, bakir",
  chemical:
    "chem, chems, chemical, chemicals, chemistry, chimie, chimique, quimica, quimicos, chimica, chemie, химия, химический, хімічний, хім, khim, 化工, 化学, 化學, huagong, kimya, kimia, كيماويات, شیمیایی",
  pharmaceutical:
    "pharm, pharma, pharmac, pharmaceutical, pharmaceuticals, pharmaceutique, farmaceutica, farmaceutici, pharmazeutika, фармацевтический, фарма, фармацевтична, 制药, 製藥, 医药, 醫藥, 药业, 藥業, zhiyao, yiyao, yaoye, ilac, أدوية, دارویی, darou",
  medical:
    "med, medic, medical, medicine, medico, medicale, medica, medizin, medizintechnik, медицинский, медицина, медичний, 医疗, 醫療, 医学, yiliao, tibbi, طبية, پزشکی",
  health: "hlth, health, healthcare, sante, salud, saude, sanita, gesundheit, здоровье, здравоохранение, 健康, saglik, صحة",
  hospital: "hosp, hospital, hospitals, hopital, ospedale, krankenhaus, klinik, clinic, больница, лікарня, 医院, 醫院, hastanesi, مستشفى",
  biotechnology:
    "biotech, biotechnology, biotechnologies, biotechnologie, biotecnologia, biotechnologia, биотехнология, 生物科技, 生物技术, shengwu keji",
  biological: "bio, biol, biological, biology, biologics, biologique, биологический, 生物, shengwu",
  food: "food, foods, foodstuff, foodstuffs, alimentos, alimentaire, alimentari, lebensmittel, nahrungsmittel, пищевой, продукты, харчовий, 食品, shipin, gida, أغذية, غذایی, makanan",
  agriculture:
    "agr, agri, agric, agro, agricultural, agriculture, agricola, agricole, landwirtschaft, сельскохозяйственный, аграрный, агро, сільськогосподарський, 农业, 農業, nongye, tarim, زراعة, کشاورزی, pertanian",
  fishery:
    "fish, fishery, fisheries, fishing, peche, pesca, fischerei, рыболовный, рыбный, 渔业, 漁業, 水产, 水產, yuye, shuichan, balikcilik",
  textile: "tex, txtl, textile, textiles, textil, tessile, текстиль, текстильный, 纺织, 紡織, fangzhi, tekstil, نسيج, نساجی",
  garment:
    "gmt, gmts, garment, garments, clothing, apparel, confecciones, bekleidung, одежда, 服装, 服裝, 服饰, fuzhuang, giyim, konfeksiyon",
  shoes: "shoe, shoes, footwear, calzado, chaussures, schuhe, обувь, 鞋业, xieye",
  furniture: "furn, furniture, muebles, meubles, mobili, mobel, moebel, мебель, 家具, 傢俬, jiaju, mobilya",
  plastic:
    "plas, plast, plastic, plastics, plasticos, plastique, kunststoff, kunststoffe, пластик, пластмассы, 塑料, 塑胶, 塑膠, suliao, sujiao, plastik",
  rubber: "rub, rubber, caoutchouc, caucho, gummi, резина, каучук, 橡胶, 橡膠, xiangjiao, kaucuk, karet",
  paper: "ppr, paper, papers, papier, papel, carta, бумага, 纸业, 造纸, 紙業, kagit",
  packaging: "pkg, pkging, pack, packing, packaging, emballage, embalajes, verpackung, упаковка, 包装, 包裝, baozhuang, ambalaj",
  printing: "prtg, print, printing, impression, imprenta, druck, druckerei, печать, типография, 印刷, 印务, yinshua, matbaa",
  publishing:
    "pub, publishing, publishers, publisher, publications, editorial, edition, editions, verlag, издательство, видавництво, 出版, chuban, yayincilik",
  media: "media, medien, medios, medya, медиа, медіа, сми, 传媒, 傳媒, 媒体, chuanmei",
  television: "tv, televis, television, fernsehen, телевидение, телебачення, 电视, 電視, televizyon",
  broadcasting: "broadcasting, broadcast, rundfunk, вещание, 广播, 廣播, radiodiffusion",
  radio: "radio, радио, радіо, 无线电, 無線電, 收音",
  video: "video, видео, 视频, 影像",
  film: "film, films, movie, movies, cinema, pictures, кино, 电影, 影业, 影視, sinema",
  entertainment: "entmt, entertainment, divertissement, entretenimiento, unterhaltung, развлечения, 娱乐, 娛樂, eglence",
  game: "game, games, gaming, spiele, juegos, jeux, игры, 游戏, 遊戲, oyun",
  sport: "sport, sports, deportes, esporte, спорт, спортивный, 体育, 體育, spor, رياضة",
  club: "club, klub, kulubu, клуб, 俱乐部, نادي, باشگاه",
  tourism:
    "tourism, tourist, tour, tours, tourisme, turismo, tourismus, туризм, туристический, 旅游, 旅遊, luyou, turizm, سياحة, pariwisata",
  travel: "travel, travels, viajes, voyage, voyages, viaggi, reisen, путешествия, 旅行, 旅行社, seyahat",
  hotel: "hotel, hotels, htl, hoteles, отель, гостиница, готель, 酒店, 饭店, 飯店, 宾馆, otel, otelcilik, فندق",
  restaurant: "restaurant, restaurants, restaurante, ristorante, ресторан, 餐厅, 餐飲, 餐饮",
  "real estate":
    "real estate, realty, re, immobilier, immobiliere, inmobiliaria, imobiliaria, immobiliare, immobilien, недвижимость, нерухомість, 房地产, 房地產, 地产, 地產, 置业, 置業, fangdichan, dichan, zhiye, gayrimenkul, emlak, عقارات, properti",
  property: "prop, props, property, properties, propiedades, grundbesitz, собственность, 物业, 物業, wuye",
  investment:
    "inv, inves, invest, invt, invmt, invests, investment, investments, investing, investissement, investissements, inversion, inversiones, investimento, investimentos, investimenti, investition, investitionen, beteiligung, beteiligungen, beteiligungs, инвестиция, инвестиции, инвестиционный, інвестиції, інвестиційний, 投资, 投資, touzi, yatirim, استثمار, سرمایه گذاری, investasi",
  asset: "asset, assets, activos, actifs, vermogen, активы, 资产, 資產, zichan, varlik",
  management:
    "mgmt, mgt, mngt, mgmnt, mgnt, management, gestion, gestao, gestione, verwaltung, verwaltungs, менеджмент, управляющий, управляющая, 管理, guanli, yonetim, إدارة, مدیریت",
  capital: "cap, capital, capitale, kapital, капитал, капітал, 资本, 資本, ziben, sermaye",
  finance:
    "fin, finl, finance, finances, financial, financing, financiera, financeira, financiere, finanziaria, finanz, finanzas, finanzen, финансы, финансовый, финансовая, фінанси, фінансовий, 金融, 财务, 財務, jinrong, finans, مالية, مالی, keuangan",
  fund: "fd, fund, funds, fonds, fondo, fondos, fundo, 基金, jijin, fon, صندوق, фонды",
  trust: "tr, trst, trust, treuhand, fideicomiso, fiducie, траст, 信托, 信託, xintuo",
  credit: "cr, credit, credito, kredit, кредит, 信贷, 信用, kredi",
  leasing: "lsg, leasing, lease, arrendamiento, location, лизинг, 租赁, 租賃, zulin, kiralama",
  insurance:
    "ins, insur, insce, insurance, assurance, assurances, seguros, assicurazioni, versicherung, versicherungen, страхование, страховой, страховая, страхування, 保险, 保險, baoxian, sigorta, تأمين, بیمه, asuransi",
  consulting:
    "cnslt, consult, consulting, consultants, consultant, consultancy, consultores, consultoria, conseil, consulenza, beratung, консалтинг, консультация, 咨询, 諮詢, 顾问, 顧問, zixun, danismanlik, استشارات, مشاوره",
  marketing: "mktg, marketing, mkt, vertrieb, маркетинг, 营销, pazarlama",
  sales: "sales, sale, ventas, vente, ventes, vendas, verkauf, сбыт, продажи, 销售, 銷售, xiaoshou, satis",
  distribution:
    "distr, dist, distrib, distribution, distributors, distributor, distribuidora, distribuzione, дистрибуция, 分销, 配送, dagitim",
  retail: "retail, detail, einzelhandel, розничный, 零售, perakende",
  wholesale: "wholesale, grosshandel, оптовый, 批发, toptan",
  supply:
    "sply, supply, supplies, supplier, suppliers, suministros, fournitures, forniture, снабжение, поставка, постачання, 供应, 供應, tedarik, supply chain, 供应链, 供應鏈, gongyinglian",
  store: "store, stores, shop, tienda, magasin, negozio, laden, магазин, 商店, 商场, 百货, magaza",
  product:
    "prod, prods, prdts, product, products, producto, productos, produit, produits, produtos, prodotti, produkte, produkt, продукт, продукция, 产品, 產品, urunleri",
  production: "prodn, production, productions, produccion, producao, produzione, produktion, продакшн, 生产",
  material:
    "matl, matls, mat, material, materials, materiales, materiaux, materiali, материал, материалы, матеріали, 材料, 新材料, cailiao, malzeme, malzemeleri",
  environment:
    "env, envir, environment, environmental, environnement, medio ambiente, ambiente, umwelt, экология, экологический, 环境, 環境, 环保, huanjing, huanbao, cevre",
  water: "water, eau, agua, acqua, wasser, вода, водоканал, 水务, 水利, 水務",
  education:
    "educ, education, educational, educacion, educacao, bildung, istruzione, образование, образовательный, освіта, 教育, jiaoyu, egitim, تعليم, آموزش",
  training: "trng, training, formation, ausbildung, обучение, 培训",
  culture: "cult, culture, cultural, cultura, kultur, культура, культурный, 文化, wenhua, kultur merkezi, ثقافة",
  art: "art, arts, arte, artes, kunst, искусство, мистецтво, 艺术, 藝術, sanati",
  advertising:
    "adv, advert, advertising, publicidad, publicite, pubblicita, werbung, реклама, рекламный, 广告, 廣告, guanggao, reklam, reklamcilik",
  exhibition: "exhibition, exhibitions, expo, exposition, messe, выставка, 展览, 會展, 会展",
  mobile: "mobile, movil, mobiles, мобильный, мобільний, 移动, 移動, yidong, mobil",
  wireless: "wireless, sans fil, inalambrico, беспроводной, 无线, 無線, wuxian, kablosuz",
  satellite: "sat, satellite, satellites, satelit, спутник, спутниковый, 卫星, 衛星, weixing, uydu",
  "navigation system": "navigation, navigacion, навигация, 导航, 導航",
  intelligent: "intel, intelligent, intelligence, smart, интеллектуальный, 智能, 智慧, zhineng, zhihui, akilli",
  "artificial intelligence": "ai, artificial intelligence, искусственный интеллект, 人工智能, 人工智慧, rengong zhineng, yapay zeka",
  innovation:
    "innov, innovation, innovations, innovative, innovacion, innovazione, инновация, инновационный, інновація, 创新, 創新, chuangxin, inovasyon",
  precision: "prec, precision, precise, prazision, прецизионный, 精密, jingmi, hassas",
  light: "light, lighting, lights, led lighting, beleuchtung, iluminacion, освещение, 照明, zhaoming, aydinlatma",
  solar: "solar, solaire, solare, солнечный, 太阳能, 光伏, taiyangneng, guangfu, gunes",
  battery: "batt, battery, batteries, batterie, bateria, baterias, акумулятор, аккумулятор, 电池, 電池, dianchi, pil",
  cable: "cable, cables, kabel, кабель, кабельный, 电缆, 電纜, 线缆, dianlan, kablo",
  wire: "wire, wires, draht, провод, 电线",
  fiber: "fiber, fibre, fibers, fibres, fibra, faser, волокно, 纤维, 光纤, 光纖",
  valve: "valve, valves, armaturen, арматура, 阀门, 閥門, vana",
  pump: "pump, pumps, bombas, pompes, pumpen, насос, 水泵, 泵业, pompa",
  glass: "glass, verre, vidrio, glas, стекло, 玻璃, cam",
  ceramic: "ceramic, ceramics, ceramica, keramik, керамика, 陶瓷, taoci, seramik",
  cement: "cement, ciment, cemento, zement, цемент, 水泥, cimento",
  building: "bldg, building, buildings, batiment, edificios, gebaude, здание, 大厦, 楼宇, yapi",
  wood: "wood, timber, lumber, bois, madera, holz, лес, лесной, 木业, 木材, orman, kereste",
  garden: "garden, gardens, jardin, garten, сад, 园林, 花园, bahce",
  house: "house, houses, home, homes, haus, casa, maison, дом, 家居",
  toy: "toy, toys, jouets, juguetes, spielzeug, игрушки, 玩具, wanju, oyuncak",
  gift: "gift, gifts, crafts, arts and crafts, подарки, 礼品, 工艺品, 工藝品, hediyelik",
  jewelry: "jewelry, jewellery, jewelers, jewellers, bijoux, joyeria, gioielli, schmuck, ювелирный, 珠宝, 珠寶, mucevher, kuyumculuk",
  gold: "gold, золото, 黄金, altin, ذهب",
  diamond: "diamond, diamonds, diamant, diamantes, алмаз, 钻石",
  exchange: "exch, exchange, bourse, bolsa, borsa, borse, биржа, біржа, 交易所, sarraf, صرافة, صرافی, doviz",
  money: "money, remittance, remittances, transfer, حوالة",
  market: "market, markets, mercado, marche, mercato, markt, рынок, ринок, 市场, 市場, pazari, سوق",
  "legal practice": "law, legal, juridique, juridico, rechtsanwalte, юридический, 律师事务所, hukuk",
  ministry: "min, ministry, ministere, ministerio, ministero, ministerium, министерство, міністерство, 部, bakanligi, وزارة, وزارت",
  "government of": "govt, gov, government, gouvernement, gobierno, governo, regierung, правительство, уряд, 政府, hukumeti, حكومة, دولت",
  committee: "cttee, committee, comite, comitato, komitee, комитет, комітет, 委员会, 委員會, komitesi, لجنة, کمیته",
  commission: "commission, comision, kommission, комиссия, комісія",
  council: "council, conseil general, consejo, consiglio, rat, совет, рада, 理事会, مجلس, konseyi",
  agency: "agcy, agency, agencies, agence, agencia, agenzia, agentur, агентство, агенція, 代理, ajansi, وكالة",
  authority: "auth, authority, autorite, autoridad, behorde, управління, هيئة, سلطة",
  administration: "admin, admn, administration, administracion, amministrazione, администрация, адміністрація, 管理局",
  army: "army, armee, ejercito, esercito, армия, армія, 军队, 解放军, ordu, جيش, ارتش",
  front: "front, frente, fronte, фронт, جبهة",
  party: "party, partido, parti, partei, partito, партия, партія, 党, partisi, حزب, hizb",
  movement: "movement, mouvement, movimiento, movimento, bewegung, движение, рух, حركة, جنبش, harakat, hareketi",
  people: "peoples, people, popular, populaire, народный, народна, 人民, شعبية, halk",
  business: "bus, biz, business, businesses, negocios, affaires, geschaft, бизнес, бізнес, 商务, 商務, shangwu, isletme",
  professional: "prof, professional, professionals, профессиональный",
  special: "spec, special, specialty, specialist, specialists, speciale, специальный, спеціальний, 特种, 专业",
  central: "cent, central, centrale, zentral, центральный, 中央, merkez",
  "new": "new, neue, neu, nouvelle, nouveau, nuevo, nueva, nuovo, новый, новая, новий, 新, yeni, baru",
  united: "utd, united, unis, unidos, unidas, vereinigte, объединенный, объединенная, об'єднаний, 联合, 聯合, birlesik, متحدة",
  european: "euro, european, europeen, europeenne, europea, europaische, европейский, avrupa",
  first: "premier, primera, erste, первый, 第一, birinci",
  islamic: "islamic, islamique, islamico, исламский, إسلامي, اسلامی, islami",
  arab: "arab, arabian, arabe, عربي, العربية, عربية",
} satisfies Record<string, string>;
