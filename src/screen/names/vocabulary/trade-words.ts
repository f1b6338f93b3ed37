/** Words of trade by meaning, with their short forms and their names in other languages. */
export const tradeWords: Record<string, string> = {
  technology:
    "tech, technology, technologies, technologie, tecnologia, технология, технологии, 技术, 科技, 技術, science and technology, sci and tech, sci tech",
  communication: "comm, comms, communication, communications, telecommunication, telecommunications, telecom, 通信, 通讯",
  group: "grp, group, groupe, gruppe, grupo, gruppo, группа, 集团, 集團",
  international: "intl, int l, international, internacional, internationale, международный, 国际, 國際",
  manufacturing: "mfg, manufacturing, mfr, manufacture, manufacturers, 制造",
  services: "svc, svcs, srvces, srvcs, serv, service, services",
  industry: "ind, inds, industry, industries, industrial, 工业, 实业",
  bank: "bank, banque, banco, banca, банк, 银行, banking",
  plant: "plant, factory, works, завод, 厂, fabrik",
  trade: "trade, trading, commerce, торговый, 贸易, trdg",
};
