/**
 * Places that stand in names of companies besides countries: the provinces and large cities of China, large cities and regions of the world.
 * One entry for each, the forms of other languages and scripts behind it. Chosen by hand from common knowledge.
 */
export const places = `
beijing, peking, pekin, пекин, 北京
shanghai, шанхай, 上海
tianjin, tientsin, 天津
chongqing, chungking, 重庆, 重慶
guangdong, kwangtung, canton province, 广东, 廣東
guangzhou, canton, гуанчжоу, 广州, 廣州
shenzhen, shen zhen, шэньчжэнь, 深圳
dongguan, 东莞, 東莞
foshan, 佛山
zhuhai, 珠海
zhongshan, 中山
huizhou, 惠州
shantou, 汕头
jiangsu, kiangsu, 江苏, 江蘇
nanjing, nanking, 南京
suzhou, soochow, 苏州, 蘇州
wuxi, 无锡, 無錫
changzhou, 常州
nantong, 南通
xuzhou, 徐州
zhejiang, chekiang, 浙江
hangzhou, hang zhou, ханчжоу, 杭州
ningbo, 宁波, 寧波
wenzhou, 温州, 溫州
yiwu, 义乌
jiaxing, 嘉兴
shaoxing, 绍兴
jinhua, 金华
fujian, fukien, 福建
fuzhou, foochow, 福州
xiamen, amoy, 厦门, 廈門
quanzhou, 泉州
shandong, shantung, 山东, 山東
jinan, tsinan, 济南, 濟南
qingdao, tsingtao, 青岛, 青島
yantai, 烟台
weifang, 潍坊
hebei, hopei, 河北
shijiazhuang, 石家庄
henan, honan, 河南
zhengzhou, chengchow, 郑州, 鄭州
luoyang, 洛阳
hubei, hupeh, 湖北
wuhan, ухань, 武汉, 武漢
hunan, 湖南
changsha, 长沙, 長沙
jiangxi, kiangsi, 江西
nanchang, 南昌
anhui, anhwei, 安徽
hefei, 合肥
sichuan, szechuan, szechwan, 四川
chengdu, chengtu, чэнду, 成都
mianyang, 绵阳
yunnan, 云南, 雲南
kunming, 昆明
guizhou, kweichow, 贵州, 貴州
guiyang, 贵阳
guangxi, kwangsi, 广西, 廣西
nanning, 南宁
guilin, 桂林
hainan, 海南
haikou, 海口
shaanxi, shensi, 陕西, 陝西
xian, sian, xi an, 西安
gansu, kansu, 甘肃
lanzhou, 兰州
qinghai, 青海
ningxia, 宁夏
xinjiang, sinkiang, 新疆
urumqi, 乌鲁木齐
tibet, xizang, 西藏
inner mongolia, nei mongol, 内蒙古
shanxi, shansi, 山西
taiyuan, 太原
liaoning, 辽宁, 遼寧
shenyang, mukden, 沈阳, 瀋陽
dalian, dairen, далянь, 大连, 大連
jilin, kirin, 吉林
changchun, 长春
heilongjiang, 黑龙江
harbin, haerbin, харбин, 哈尔滨
hsinchu, 新竹
taipei, taibei, тайбэй, 台北, 臺北
kaohsiung, 高雄
kowloon, 九龙, 九龍
amsterdam, амстердам
ankara, анкара
athens, athina, афины
baghdad, багдад, بغداد
bangkok, бангкок, 曼谷
barcelona, барселона
beirut, beyrouth, бейрут, بيروت
berlin, берлин, 柏林
boston, бостон, 波士顿
brussels, bruxelles, brussel, брюссель
budapest, будапешт
buenos aires
cairo, каир, القاهرة
chicago, чикаго, 芝加哥
cleveland
atlanta
dallas
damascus, дамаск, دمشق
delhi, new delhi, дели
denver
detroit
doha, доха
dubai, дубай, 迪拜, دبي
dublin, дублин
dusseldorf, duesseldorf
frankfurt, франкфурт
geneva, geneve, genf, женева
hamburg, гамбург
hanoi, ha noi
houston
istanbul, стамбул, 伊斯坦布尔
jakarta, джакарта
karachi
kiev, kyiv, киев, київ, 基辅
kuala lumpur
lagos
lahore
lima
lisbon, lisboa, лиссабон
london, londres, лондон, 伦敦
los angeles, лос анджелес, 洛杉矶
madrid, мадрид
manila, манила
melbourne
miami
milan, milano, милан
minsk, мiнск, минск, мінск
montreal
moscow, moskva, moskau, moscou, москва, московский, московская, 莫斯科
mumbai, bombay
munich, muenchen, munchen, мюнхен
nairobi
new york, new york city, nyc, ny, нью йорк, 纽约
osaka, осака, 大阪
oslo
paris, париж, 巴黎
philadelphia
prague, praha, прага
pyongyang, phyongyang, пхеньян, 平壤, 평양
riga, рига
rome, roma, рим
san francisco
sao paulo
seattle
seoul, сеул, 首尔, 서울
south bend
st petersburg, saint petersburg, sankt peterburg, petersburg, leningrad, санкт петербург, спб, ленинград, 圣彼得堡
sofia, софия
stockholm, стокгольм
sydney
tallinn
tehran, teheran, тегеран, 德黑兰, تهران, طهران
tel aviv
tokyo, токио, 东京, 東京
toronto
tripoli, طرابلس
vienna, wien, вена
vilnius
warsaw, warszawa, варшава
washington, вашингтон
yangon, rangoon
zurich, zuerich, цюрих
siberia, siberian, сибирь, сибирский, сибирская
ural, urals, урал, уральский, уральская
kazan, казань, казанский
novosibirsk, новосибирск, новосибирский
yekaterinburg, ekaterinburg, екатеринбург
samara, самара, самарский
tula, тула, тульский
perm, пермь, пермский
crimea, crimean, krym, крым, крымский, крим
donetsk, донецк, донецкий, донецьк
luhansk, lugansk, луганск, луганский, луганськ
california, калифорния
texas, техас
florida
delaware
northern ireland
scotland, scottish, шотландия
wales, welsh
`;
