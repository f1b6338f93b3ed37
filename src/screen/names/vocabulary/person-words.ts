/** Words before or behind the names of persons that are no names: forms of address, ranks, offices. Chosen by hand. */
export const titles = `
mr, mrs, ms, miss, mx, mister, sir, dame, lord, lady, dr, doctor, doktor, docteur, doutor, dott, dottore, prof, professor, professeur, profesor, ing, ingenieur, arch, esq, phd, md, mba, jr, sr, junior, senior, ii, iii, iv,
monsieur, madame, mme, mlle, herr, frau, hr, fr, senor, senora, sr, sra, senhor, signor, signora, don, dona, pan, pani, gospodin, gospozha,
president, prasident, praesident, presidente, president, predsjednik, predsednik, prezident, presedintele, presedinte, presiden, presidentas, prezes, elnok, elnoke, президент, председатель, прэзідэнт, президентка, رئيس, الرئيس, 总统, 主席, 대통령,
prime minister, minister, ministre, ministro, министр, premier, chancellor, kanzler, chairman, chairwoman, chair, director, direktor, governor, senator, deputy, ambassador, secretary, king, queen, prince, princess,
general, gen, maj gen, lt gen, brig gen, colonel, col, lt col, major, maj, captain, capt, lieutenant, lt, sergeant, sgt, admiral, adm, commander, cmdr, marshal, brigadier, генерал, полковник, адмирал,
reverend, rev, father, bishop, archbishop, cardinal, pope, rabbi, imam, sheikh, sheik, shaikh, shaykh, cheikh, shekh, ayatollah, hojatoleslam, mullah, mulla, mullo, mawlawi, maulvi, mawlana, maulana, molvi, qari, hafiz, haji, hajji, hadji, al haj, alhaj, alhaji, hajj, syed, sayyed, sayyid, sayed, seyyed, sayid, mufti, ustad, sahib, emir, amir, khalifa, الشيخ, شيخ, السيد, دكتور`;

/** Small words that belong to the name behind them: articles, prepositions, "son of". */
export const particles = `
al, el, ul, ur, as, az, ash, ad, ar, an, at, es, ed, er, ou, oul, uld, ould, ag, ait, de, da, do, dos, das, du, des, della, del, di, dal, dalla, degli, la, le, lo, las, los, van, von, der, den, dem, ter, ten, te, vom, zu, zum, zur, af, av, y, e, i, of, the, und`;

/** "Son of" and "daughter of": the name behind is the father's. */
export const fatherParticles = `bin, ibn, ben, ibin, bint, binti, binte, bte, bt, b, wald, walad, ould, uld, oglu, ogly, qizi, kyzy, ap, mac, бин, ибн, оглы, кызы, بن, ابن, بنت, בן, בת`;

/**
 * Forms of one given or family name that the rules of sound do not bring together: nicknames, forms of other languages, short forms.
 * One line for each name. Chosen by hand from common knowledge; no list was copied.
 */
export const nameVariants = `
abdul, abdel, abdal, abdol, abdu, abdoul, abdur, abdus, abd, abd al, abd el, abd ul, abd ar, abd er, abd ur, abd as, abd us, abd an, abd en, abd ad, عبد
muhammad, mohammed, mohamed, mohammad, mohamad, muhammed, muhamed, mohamud, mohammod, mehmed, mehmet, mahomet, mahamed, maxamed, mamadou, mohd, muhd, mohmd, mhd, md, magomed, mukhammad, muxammad, мухаммед, мухаммад, мохаммед, магомед, محمد
ahmad, ahmed, ahmet, akhmed, akhmad, axmed, أحمد, احمد
mahmoud, mahmud, mahmood, mehmood, محمود
hussein, husayn, hussain, husain, hossein, hosein, husein, huseyin, hoseyn, hussin, xuseen, حسین, حسين
hassan, hasan, hassen, حسن
ali, aly, علي, علی
omar, umar, omer, umer, عمر
osama, usama, ussama, oussama, أسامة
othman, osman, usman, uthman, ousmane
yusuf, youssef, yousef, yousuf, yosef, yusof, yousif, yusif, yusup, يوسف
joseph, josef, jose, giuseppe, jozef, iosif, joe, joey, pepe, yosef, иосиф
ibrahim, ebrahim, ibraheem, إبراهيم
abraham, avraham, abram, abe
abdullah, abdallah, abdulla, abdellah, abdillah, abdalla, cabdullaahi, abdullahi, abdoulaye, عبدالله
khalid, khaled, halid
said, saeed, saied, saiid, sayeed, saed, سعيد
sulayman, suleiman, sulaiman, suleyman, soleiman, soliman, suliman, souleymane, solaiman
solomon, salomon, shlomo
musa, moussa, mousa
moses, moshe, moises
isa, issa, eissa, cise, ciise, esa
yaqub, yakub, yacoub, yaqoob, yaaqoub
jacob, jakob, yakov, jakub, jacques, giacomo, jaime, jake, iakov, яков
james, jim, jimmy, jamie
ismail, ismael, esmail, isma'il, esmaeil, ismaeel, ismoil
ayman, aiman
jamal, gamal, djamal, djamel, jamaal
nasir, nasser, naser, nassir
qadhafi, gaddafi, kadafi, gadhafi, qaddafi, kadhafi, gheddafi, القذافي, каддафи
husni, hosni, housni
laden, ladin, lادن
qasim, kassim, qassem, ghassem, kasim, kasem, gasem
hakim, hakeem
rashid, rasheed, rachid, rashed
karim, kareem, krim
aziz, azeez
rahman, rehman, rahmon, rachman
mustafa, mostafa, moustafa, mustapha, moustapha
mahdi, mehdi
zain, zayn, zein, zine
fatima, fatma, fatemeh, fatime, fatimah
vladimir, volodymyr, wladimir, uladzimir, vladimiras, vladimirs, vlagyimir, wolodymyr, volodimir, vladymyr, vladimiro, volodya, vova, vladymir
alexander, aleksandr, alexandr, aleksander, oleksandr, aliaksandr, alyaksandr, aljaksandr, alexandre, alejandro, alessandro, aleksandar, sandor, alex, aleks, sasha, sascha, iskander, aleksandrs, alexandru
alexandra, aleksandra, oleksandra, alexandrine
alexei, alexey, aleksei, aleksey, oleksiy, oleksii, aliaksei, alyosha, alexej, aleksej, alexis
andrew, andrei, andrey, andrej, andriy, andrii, andrzej, andreas, andre, andres, andrea, andras, andy, drew, anders, andrius
anthony, antony, anton, antonio, antoine, tony, antal, antoni, antonius, anatoniy
arkady, arkadii, arkadi, arkadiy
benjamin, benyamin, binyamin, ben jamin, benny, veniamin, binjamin
boris, borys
charles, karl, carl, carlos, carlo, karel, karol, charlie, chuck, karoly
christopher, kristofer, christoph, christophe, cristobal, cristoforo, chris, krzysztof, kit, topher
constantine, konstantin, kostyantyn, konstantinos, constantin, kostas
daniel, dan, danny, daniil, danilo, danielle, danil, danylo
david, davit, dawid, dave, davy, davide, daoud, dawood, dawud, daud, davud
dmitry, dmitri, dmitriy, dmitrii, dmytro, dzmitry, dimitri, dimitry, dimitrios, dima, dmitrij, dimitar
edward, eduard, edouard, eduardo, edoardo, ed, eddie, ted, teddy, ned
elizabeth, elisabeth, elisabetta, isabel, isabella, liz, lizzie, beth, betty, eliza, yelizaveta, elizaveta, elsa, lisa
eugene, evgeny, yevgeny, evgeniy, evgeni, eugen, yevhen, eugenio, yauhen, jewgeni, evgenii, yevgeniy, jevgeni, gene, zhenya
fyodor, fedor, theodore, theodor, teodor, teodoro, ted, teddy, theo, todor, fiodor, feodor
francis, frank, francesco, francisco, francois, franz, ferenc, franciszek, paco, pancho, frantisek
frederick, frederik, frederic, fred, freddy, federico, freddie
friedrich, fridrich, fritz
gabriel, gavriil, gavril, jibril, gabe
george, georg, georges, jorge, giorgio, georgy, georgiy, georgi, yuri, yury, yuriy, iouri, jerzy, jiri, juri, gyorgy, heorhiy, georgios, jurij, yurii
gregory, grigory, grigori, grigoriy, hryhoriy, gregor, gregorio, greg, grzegorz, grigorij
henry, heinrich, henri, enrique, enrico, henrik, hank, harry, hendrik, henryk, genrikh
hans, johann, johannes, john, jean, juan, joao, giovanni, ivan, jan, johan, jon, johnny, ian, sean, shaun, evan, yan, jack, ioannis, iohannes, janos, yohannes, ioan, jovan, jens, ivo
helen, elena, yelena, olena, helene, helena, ilona, alena, olenka
igor, ihor, ihar
ignatius, ignacio, ignazio, ignacy
irina, iryna, irene
isaac, ishaq, isak, yitzhak, izaak, itzhak, ishak, eshaq
jeffrey, geoffrey, jeff, geoff, gottfried
jennifer, jen, jenny
jessica, jess, jessie
joan, joanna, johanna, jeanne, juana, giovanna, jana, ioanna, joana, yana
jonathan, yonatan, jon
julia, yulia, iuliia, yuliya, giulia, yuliia, julie, juliya
julian, julien, giuliano, yulian
katherine, catherine, katharina, kathryn, ekaterina, yekaterina, kateryna, caterina, catarina, katarina, kate, kathy, katie, cathy, katya, katrin, karin
lawrence, laurence, lorenzo, laurent, larry, lars, lorenz, lavrentiy
leo, lev, leon, leonid, lew, leonardo, leonard
louis, luis, ludwig, luigi, lewis, luiz, ludovic, lajos, lodewijk
luke, lucas, lukas, luca, luc, luka, lukasz
margaret, margarita, margherita, marguerite, maggie, peggy, greta, rita, meg, margarete, margareta
mark, marcus, marc, marco, marek, marcos, markus, marko
mary, maria, marie, mariya, marya, miriam, maryam, mariam, mariia, marija, molly, maryna
martin, martino, marton, marten
matthew, matthias, mateo, matteo, mathieu, mateusz, matvey, matt, matviy, mattias, matthieu, matias, matej, matti
michael, mikhail, mikhael, michel, miguel, michele, mykhailo, michal, mihail, mike, mick, mickey, misha, mikael, mihaly, mikhailo, mihai, mikhalaj
nathan, nathaniel, nat, nate, natan
nicholas, nikolai, nikolay, nicolas, nikolaus, nicola, mykola, mikalai, nick, nico, klaus, nicolae, miklos, nikola, niccolo, mikolaj, nikolaj, nikolaos, nikolaas, niels, nils, claus, kolya
natalia, nataliya, natalya, natalie, nataliia, natasha, nathalie
oleg, oleh, aleh
olga, olha, volha, helga
pamela, pam
patrick, patricio, patrizio, pat, paddy, padraig
patricia, pat, patty, patrizia, tricia
paul, pavel, pablo, paolo, pavlo, pawel, paulo, pal, paavo, pol, paval, pauls
peter, petr, pyotr, petro, pedro, pietro, pierre, piotr, pete, petar, petros, piet, pieter, pjotr, peder, petros, butros, boutros
philip, phillip, philippe, felipe, filippo, filip, phil, philipp, filipp
rafael, raphael, raffaele, rafal, rafail
rebecca, becky, rebekah, rivka
richard, ricardo, riccardo, rick, dick, rich, ricky, ryszard, rikard
robert, roberto, bob, bobby, rob, robbie, bert, robby
ronald, ron, ronnie, ronaldo
samuel, sam, sammy, samuil, shmuel, samuele
sarah, sara, sally, sarai
sergei, sergey, sergii, serhiy, siarhei, sergio, serge, serhii, sergej, serghei, sergiy, sergiu, siarhej, serjoscha
simon, semyon, shimon, simeon, semen, simone, szymon, shimun
stephen, steven, stefan, stepan, esteban, stefano, etienne, steve, istvan, stephan, stjepan, estevao, szczepan, stephane
susan, susanna, suzanne, sue, susie, zuzana, susana
sviatoslav, svyatoslav, swjatoslaw
tatiana, tatyana, tetiana, tetyana, tanya
thomas, tomas, tommaso, tom, tommy, foma, tomasz, tamas, tome
timothy, timofey, timoteo, tim, timmy, timo, tymofiy
valery, valeri, valeriy, valerii, valerio, valerij, valeryj
victor, viktor, vittorio, wiktor, viktar
vincent, vicente, vincenzo, vince, vinzenz
vyacheslav, viacheslav, vjacheslav, wjatscheslaw, viatcheslav, slava
walter, gualtiero, walt, wolter
william, wilhelm, guillermo, guillaume, guglielmo, bill, billy, will, willy, liam, willem, vilmos, vilhelm, willi
xavier, javier, xaver, saverio
yevgenia, evgenia, eugenia, yevheniia, evgeniya
zbigniew, zbig
zachary, zachariah, zakaria, zakariya, zach, zack, zechariah
kim, gim, ким, 金, 김
lee, li, yi, rhee, ri, ree, yee, 이, 리
park, pak, bak, 박
choi, choe, 최
jung, jong, chung, jeong, cheong, chong, 정
kang, gang, 강
cho, jo, joe, 조
yoon, yun, 윤
jang, chang, 장
lim, im, rim, 임, 림
han, 한
oh, o, 오
seo, suh, so, 서
shin, sin, 신
kwon, gwon, 권
hwang, 황
ahn, an, 안
song, 송
ryu, yoo, yu, you, 류, 유
hong, 홍
noh, roh, no, ro, 노, 로
wong, huang, wang hoi, hwang zh
chan, chen, tan, tran
cheung, zhang, chang zh, teo
lau, liu, liew
ng, wu, goh
lam, lin, lum
cheng, zheng, tay
yeung, yang, ieong
chow, zhou, chou, chau, joe zh
leung, liang, neo
kwok, guo, kuo, quek
ho, he, hoo
hsu, xu, koh, tsui, chui
tsai, cai, chua, choi hk, choy
hsieh, xie, tse, chia
`;

/** Names so common that they tell little alone. The forms of {@link nameVariants} count as well. Chosen by hand. */
export const commonNames = `
khan, singh, kumar, sharma, shah, hamid, hamidi, salim, salem, saleh, salih, malik, haq, huda, din, uddin, ullah, allah, jan, gul, bibi, begum, akhtar, anwar, abbas, rahim, rahimi, wali, ghulam, noor, nur, nour, amin, amir, bakr, bakar, abu, abou, umm, shahid, tariq, tarek, walid, waleed, ziad, zaid, zayd, hamza, bilal, faisal, faysal, fahd, fahad, sultan, nabil, samir, sami, adel, adil, imad, hadi, reza, rida, mir, sher, jawad, javad, taha, yasin, yassin, hamad, jabir, jaber, sabir, khalil, latif, rahmani, ahmadi, mohammadi, hosseini, hussaini, hashimi, hashemi,
smith, johnson, williams, brown, jones, miller, davis, garcia, rodriguez, martinez, hernandez, lopez, gonzalez, wilson, anderson, taylor, moore, jackson, lee, thompson, white, harris, clark, lewis, robinson, walker, young, allen, king, wright, scott, torres, nguyen, hill, flores, marin, moreno, navarro, serrano, guerrero, herrera, medina, aguilar, castaneda, vega, campos, soto, delgado, salazar, cabrera, fuentes, leon, rios, solis, mejia, munoz, molina, guzman, sosa, mora, arturo, felipe, gustavo, joaquin, ricardo, alfredo, alberto, green, adams, nelson, baker, hall, rivera, campbell, mitchell, carter, roberts, gomez, phillips, evans, turner, diaz, parker, cruz, edwards, collins, reyes, stewart, morris, morales, murphy, cook, rogers, gutierrez, ortiz, morgan, cooper, peterson, bailey, reed, kelly, howard, ramos, cox, ward, richardson, watson, brooks, chavez, wood, bennett, gray, mendoza, ruiz, hughes, price, alvarez, castillo, sanders, patel, myers, long, ross, foster, jimenez, perez, sanchez, ramirez, castro, ortega, vargas, fernandez, rojas, silva, santos, oliveira, souza, pereira, costa, ferreira, muller, mueller, schmidt, schneider, fischer, weber, meyer, wagner, becker, schulz, schulze, hoffmann, bauer, koch, richter, klein, wolf, schroeder, neumann, schwarz, braun, zimmermann, martin, bernard, dubois, durand, leroy, moreau, simon, laurent, rossi, russo, ferrari, esposito, bianchi, romano, ricci, marino, greco,
ivanov, ivanova, petrov, petrova, smirnov, kuznetsov, popov, vasiliev, sokolov, mikhailov, novikov, fedorov, morozov, volkov, alekseev, lebedev, semenov, egorov, pavlov, kozlov, stepanov, nikolaev, orlov, andreev, makarov, nikitin, zakharov, romanov, sergeev, kovalenko, shevchenko, bondarenko, tkachenko,
wang, li, zhang, liu, chen, yang, huang, zhao, wu, zhou, xu, sun, ma, zhu, hu, guo, he, lin, gao, luo, zheng, liang, xie, tang, deng, feng, xiao, cheng, cao, peng, zeng, lu, jiang, cai, wei, jin, du, ye, yu, su, lei, fang, tan, ming, jun, hong, hua, ping, ying, yan, tao, bin, bo, jie, kai, yi, qiang, wen, yong, min, tae, hyun, young, sung, seung, jin, chol, song, nam, hyok, un, il, su, ho, suzuki, sato, tanaka, watanabe, ito, yamamoto, nakamura, kobayashi, kato,
emma, olivia, ava, sophia, mia, amelia, charlotte, anna, anne, ann, annie, laura, linda, barbara, karen, nancy, sandra, ashley, donna, carol, michelle, amanda, melissa, deborah, stephanie, sharon, cynthia, amy, angela, ruth, brenda, nicole, emily, lena, eva, ingrid, monica, claudia, teresa, rosa, carmen, pilar, ana, kevin, brian, eric, ryan, jason, justin, brandon, scott, raymond, dennis, jerry, tyler, aaron, adam, kyle, noah, ethan, jeremy, keith, roger, terry, albert, arthur, bruce, ralph, roy, russell, oscar, hector, raul, ramon, mario, hugo, manuel, fernando, diego, bart, anders, lars, erik, olaf, ole, sven, bjorn, ivar`;
