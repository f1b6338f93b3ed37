/**
 * Countries that stand in names of companies, with their adjectives; the forms of other languages and scripts behind each. "Bank of
 * Armenia" and "Bank of America" differ by a place, however near the letters are. Chosen by hand from common knowledge.
 */
export const countries = `
afghanistan, afghan, афганистан, 阿富汗
albania, albanian
algeria, algerian, algerie, algerienne, الجزائر
america, american, usa, us, united states, united states of america, etats unis, estados unidos, америка, сша, 美国, 美國
angola, angolan
argentina, argentine, argentinian, аргентина, 阿根廷
armenia, armenian, армения, вірменія
australia, australian, aust, австралия, 澳大利亚, 澳洲
austria, austrian, osterreich, oesterreich, autriche, австрия, 奥地利
azerbaijan, azerbaijani, azerbaycan, азербайджан
bahrain, bahraini, البحرين
bangladesh, bangladeshi, 孟加拉
belarus, belarusian, byelorussia, беларусь, белоруссия, білорусь, 白俄罗斯
belgium, belgian, belgique, belgie, belgien, бельгия, 比利时
bolivia, boliviana
bosnia, bosnia and herzegovina
brazil, brazilian, brasil, brasileira, brasileiro, бразилия, 巴西
britain, british, uk, united kingdom, great britain, gb, england, english, великобритания, 英国, 英國
bulgaria, bulgarian, българия, болгария, 保加利亚
cambodia, cambodian, 柬埔寨
cameroon, cameroun
canada, canadian, канада, 加拿大
chile, chilean, чили, 智利
china, chinese, prc, chine, cina, kitay, zhongguo, китай, китайский, китайская, 中国, 中國, 中华, 中華, الصين, چین
colombia, colombian, колумбия, 哥伦比亚
congo, congolese, drc
costa rica
croatia, croatian, hrvatska, хорватия
cuba, cuban, cubana, cubano, куба, 古巴
cyprus, cypriot, кипр, kibris, 塞浦路斯
czech republic, czech, czechia, ceska, чехия, 捷克
denmark, danish, danmark, daenemark, дания, 丹麦
dominican republic, dominicana
ecuador, ecuadorian
egypt, egyptian, египет, 埃及, مصر, المصرية
estonia, estonian, eesti, эстония, 爱沙尼亚
ethiopia, ethiopian, эфиопия, 埃塞俄比亚
europe, europa, европа, 欧洲, 歐洲
asia, asian, азия, 亚洲, 亞洲
asia pacific, apac
africa, african, afrique, африка, 非洲
north america, norteamerica, nordamerika, 北美
south america
latin america, latam
middle east, 中东
eurasia, eurasian, евразия, евразийский
finland, finnish, suomi, финляндия, 芬兰
france, french, francaise, francais, frankreich, франция, 法国, 法國
georgia, georgian, грузия, 格鲁吉亚
germany, german, deutschland, deutsche, deutscher, allemagne, германия, 德国, 德國
ghana, ghanaian
greece, greek, hellas, hellenic, ελλας, греция, 希腊
guatemala, guatemalan
guinea, guinee
haiti, haitian
honduras
hong kong, hongkong, hk, гонконг, 香港, xianggang
hungary, hungarian, magyarorszag, magyar, венгрия, 匈牙利
iceland, icelandic
india, indian, индия, 印度
indonesia, indonesian, индонезия, 印度尼西亚, 印尼
iran, iranian, islamic republic of iran, иран, 伊朗, ایران, إيران, الإيرانية
iraq, iraqi, ирак, 伊拉克, العراق, العراقية
ireland, irish, eire, ирландия, 爱尔兰
israel, israeli, израиль, 以色列, ישראל
italy, italian, italia, italiana, italiano, italien, италия, 意大利
ivory coast, cote divoire
jamaica, jamaican
japan, japanese, japon, nippon, nihon, япония, 日本
jordan, jordanian, الأردن
kazakhstan, kazakh, қазақстан, казахстан, 哈萨克斯坦
kenya, kenyan
korea, korean, south korea, republic of korea, dprk, north korea, корея, 韩国, 韓國, 朝鲜, 朝鮮, 한국, 조선
kuwait, kuwaiti, кувейт, الكويت
kyrgyzstan, kyrgyz, кыргызстан, киргизия
laos, lao
latvia, latvian, latvija, латвия
lebanon, lebanese, liban, ливан, لبنان
liberia, liberian
libya, libyan, ливия, ليبيا, الليبية
liechtenstein
lithuania, lithuanian, lietuva, литва
luxembourg, luxemburg, люксембург, 卢森堡
macau, macao, макао, 澳门, 澳門
macedonia, macedonian
malaysia, malaysian, малайзия, 马来西亚
malta, maltese, мальта
mauritius
mexico, mexican, mexicana, mexicano, de mexico, мексика, 墨西哥
moldova, moldovan, молдова
monaco
mongolia, mongolian, монголия, монгол, 蒙古
montenegro, crna gora
morocco, moroccan, maroc, marocaine, марокко, المغرب
mozambique, mocambique
myanmar, burma, burmese, мьянма, 缅甸
nepal, nepalese
netherlands, dutch, holland, nederland, nederlandse, pays bas, нидерланды, голландия, 荷兰
new zealand, nz, новая зеландия, 新西兰
nicaragua, nicaraguan
nigeria, nigerian, нигерия, 尼日利亚
norway, norwegian, norge, norsk, norske, норвегия, 挪威
oman, omani, оман, عمان
pakistan, pakistani, пакистан, 巴基斯坦
palestine, palestinian, فلسطين
panama, panamanian, панама, 巴拿马
paraguay
peru, peruvian, peruana, перу, 秘鲁
philippines, philippine, filipinas, pilipinas, филиппины, 菲律宾
poland, polish, polska, polski, polen, польша, польща, 波兰
portugal, portuguese, portuguesa, португалия, 葡萄牙
qatar, qatari, катар, 卡塔尔, قطر
romania, romanian, румыния, 罗马尼亚
russia, russian, rossiya, rossii, russian federation, россия, русский, российский, российская, росія, рф, 俄罗斯
rwanda, rwandan
saudi arabia, saudi, saudi arabian, ksa, саудовская аравия, 沙特, السعودية
senegal, senegalese
serbia, serbian, srbija, сербия, 塞尔维亚
seychelles
singapore, singaporean, сингапур, 新加坡
slovakia, slovak, slovensko
slovenia, slovenian, slovenija
somalia, somali
south africa, south african, юар, 南非
spain, spanish, espana, espanola, espanol, spanien, испания, 西班牙
sri lanka, lanka
sudan, sudanese, судан, السودان
sweden, swedish, sverige, svenska, schweden, швеция, 瑞典
switzerland, swiss, schweiz, schweizerische, suisse, svizzera, швейцария, 瑞士
syria, syrian, syrian arab, сирия, 叙利亚, سوريا, سورية, السورية
taiwan, taiwanese, тайвань, 台湾, 臺灣, 台灣
tajikistan, tajik, таджикистан
tanzania, tanzanian
thailand, thai, таиланд, 泰国
tunisia, tunisian, tunisie, тунис, تونس
turkey, turkish, turkiye, turk, турция, 土耳其
turkmenistan, turkmen
uganda, ugandan
ukraine, ukrainian, украина, україна, украинский, український, 乌克兰
united arab emirates, uae, emirates, emirati, оаэ, 阿联酋, الإمارات
uruguay
uzbekistan, uzbek, узбекистан, 乌兹别克斯坦
venezuela, venezuelan, venezolana, венесуэла, 委内瑞拉
vietnam, viet nam, vietnamese, вьетнам, 越南
yemen, yemeni, йемен, اليمن
zambia, zambian
zimbabwe, zimbabwean
`;
