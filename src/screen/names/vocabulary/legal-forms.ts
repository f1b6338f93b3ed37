/**
 * Legal forms by class, as they are written at the end of names, with the usual short forms, in the languages of the large registers.
 * Forms of one class are alike in what they are (who answers for debts, whether there are shares), not the same.
 * Facts from the Entity Legal Forms list of ISO 20275 (GLEIF, version 1.4.1, CC0) and from rigour's `org_types` (OpenSanctions, MIT);
 * misspelt variants are left out, since words are compared with tolerance anyway. Aliases are separated by commas, dots are left out
 * ("s.a.r.l." is "sarl", "sp. z o.o." is "sp z oo"), and "a/s" is "a s".
 */
export const legalForms = {
  limited: `ltd, limited, ltda, limitada, lda, limitee, limited company, company limited, co ltd, co limited, coy ltd, private limited,
    private limited company, company private limited, pvt ltd, pvt limited, p ltd, pte ltd, pte limited, pty ltd, pty limited, proprietary limited,
    limited by guarantee, limited by shares, llc, limited liability company, limited liability co, limited liability corporation, lc, pllc,
    wll, with limited liability, fz llc, fzllc, fze, fzco, fz co, free zone company, free zone establishment, free zone co, dmcc, spc, lllc,
    gmbh, mbh, gesellschaft mit beschrankter haftung, gesellschaft mit beschraenkter haftung, gesellschaft mbh, ges mbh, ggmbh, ug,
    ug haftungsbeschrankt, unternehmergesellschaft, unternehmergesellschaft haftungsbeschrankt, gmbh and co kg, gmbh co kg,
    sarl, sarlu, suarl, eurl, societe a responsabilite limitee, sas, sasu, societe par actions simplifiee, sprl, bvba, besloten vennootschap,
    besloten vennootschap met beperkte aansprakelijkheid, bv, srl, srls, societa a responsabilita limitata, sociedad de responsabilidad limitada,
    societate cu raspundere limitata, s de rl, s de rl de cv, sl, slu, sociedad limitada, sociedade limitada, cia ltda, compania limitada, eireli, eirl,
    aps, anpartsselskab, ivs, oy, osakeyhtio, ab oy, oy ab, ou, osauhing, sia, uab, uzdaroji akcine bendrove, ehf,
    sp z oo, spolka z oo, spolka z ograniczona odpowiedzialnoscia, sro, spol s ro, spolecnost s rucenim omezenym, spolocnost s rucenim obmedzenym,
    doo, jdoo, drustvo s ogranicenom odgovornoscu, druzba z omejeno odgovornostjo, kft, korlatolt felelossegu tarsasag, shpk, epe, ike, mepe,
    εταιρεια περιορισμενης ευθυνης, ood, eood, ооо, общество с ограниченной ответственностью, ooo, obshchestvo s ogranichennoy otvetstvennostyu,
    одо, тов, тзов, товариство з обмеженою відповідальністю, tov, tzov, тоо, товарищество с ограниченной ответственностью, too, таа, оод, еоод, доо, шпк, мчж,
    жшс, мчж ххк, ххк, лтд, шпс, შპს, ltd sti, limited sirketi, limited sirket, sti, sirketi, mmc, mchj, sdn bhd, sendirian berhad, bhd, berhad, gk, yk, cong ty tnhh, tnhh,
    cong ty trach nhiem huu han, 有限公司, 有限责任公司, 有限責任公司, 責任有限公司, 合同会社, 有限会社, 유한회사, 유한책임회사, youxian gongsi, youxiangongsi, youxian zeren gongsi,
    ذ م م, المحدودة, ש ל, בעמ, ltd liability company`,
  stock: `inc, incorporated, incorporation, corp, corporation, plc, public limited company, public ltd co, public company limited, pcl, pubco, ag, aktiengesellschaft, akg, kgaa, se, societas europaea,
    sa, societe anonyme, sociedad anonima, sociedade anonima, saic, saci, sau, sa de cv, sapi de cv, sab de cv, sociedad anonima de capital variable, cpora,
    spa, societa per azioni, sociedad por acciones, nv, naamloze vennootschap, as, a s, asa, aktieselskab, aktieselskabet, aksjeselskap, allmennaksjeselskap, ab, aktiebolag, ab publ, publ, oyj, hf, as company,
    akciova spolecnost, akciova spolocnost, akciju sabiedriba, aktsiaselts, spolka akcyjna, rt, nyrt, zrt, reszvenytarsasag, dd, dionicko drustvo, ad, ead, sha,
    ae, anonimi eteria, ανωνυμη εταιρεια, ανωνυμος εταιρεια, anonim sirketi, anonim sirket, aktsionerno druzhestvo, акционерно дружество, ад, еад,
    jsc, ojsc, cjsc, pjsc, pjscb, jscb, joint stock company, joint stock co, open joint stock company, closed joint stock company, public joint stock company, private joint stock company, joint stock commercial bank, pvt jsc,
    ао, пао, оао, зао, нао, акционерное общество, публичное акционерное общество, открытое акционерное общество, закрытое акционерное общество, непубличное акционерное общество,
    ao, pao, oao, zao, nao, aktsionernoe obshchestvo, otkrytoe aktsionernoe obshchestvo, zakrytoe aktsionernoe obshchestvo, publichnoe aktsionernoe obshchestvo,
    акб, ат, пат, прат, ват, зат, ааа, аат, акціонерне товариство, публічне акціонерне товариство, приватне акціонерне товариство, prjsc, prat, pat, vat,
    ақ, қоғамы, акционерлік қоғамы, хк, tbk, cong ty co phan, ctcp, jsc company, saoc, saog, qpsc, qsc, pjs, psc, kscp, ksc, bsc, sak, sal,
    股份有限公司, 股份公司, 株式会社, 주식회사, 주, ㈜, kk, kabushiki kaisha, gufen youxian gongsi, gufen gongsi, ش م م, المساهمة, مساهمة, سهامی عام, سهامی خاص, شرکت سهامی, private joint stock`,
  partnership: `lp, llp, lllp, limited partnership, limited liability partnership, general partnership, gp, kg, kommanditgesellschaft, ohg, offene handelsgesellschaft, og, gbr, partg, partg mbb,
    snc, societe en nom collectif, societa in nome collettivo, sas di, scs, sca, societe en commandite simple, societe en commandite par actions, slp, sc, sci, cv, vof, vennootschap onder firma, commanditaire vennootschap,
    kb, kommanditbolag, hb, handelsbolag, ks, kommandittselskap, ans, is, i s, k s, sp k, sp j, spolka komandytowa, spolka jawna, spk, ky, ay, 有限合伙, 有限合伙企业, 合名会社, 合資会社, тнв, полное товарищество, scsp`,
  sole: `ек, ek, e k, eingetragener kaufmann, ei, ип, индивидуальный предприниматель, фоп, фізична особа підприємець, individual entrepreneur, sole proprietorship, sole trader, proprietorship, et, et ad, firma, empresa individual, 个体工商户, fie, fa`,
  state: `fgup, фгуп, федеральное государственное унитарное предприятие, гуп, муп, государственное унитарное предприятие, муниципальное унитарное предприятие, государственное предприятие, державне підприємство, дп, гп, fsue, fgbu, фгбу, фгбоу, фкп, state enterprise,
    federal state unitary enterprise, state unitary enterprise, unitary enterprise, state owned enterprise, soe, epic, 全民所有制`,
  association: `ev, eingetragener verein, stiftung, stichting, foundation, fondation, fundacion, fundacao, fondazione, фонд, asbl, vzw, onlus, ngo, ong, non profit organization, non governmental organization,
    ano, ано, нко, нп, автономная некоммерческая организация, общественная организация, благотворительный фонд, charity, charitable foundation, 基金会, 協会, mtu, ry, zs, cic, cio`,
  cooperative: `eg, eingetragene genossenschaft, genossenschaft, coop, co op, cooperative, cooperativa, scop, scarl, scrl, cvba, spoldzielnia, кооператив, пк, спк, производственный кооператив, eeig, ewiv, gie, 合作社, 協同組合`,
  company: `co, coy, company, cos, cie, cia, compagnie, compania, companhia, kompanie, компания, компанія, kompaniya, firm, firma, фирма, enterprise co, and co, and company, et cie, und co, y cia, e cia, and sons, 公司, 회사, 会社, شركة, شرکت, sharikat, sherkat, sirket, şirkət, חברה, perusahaan, perseroan terbatas, pt, mpy`,
} satisfies Record<string, string>;

/** Forms that stand in front of the name. Other short forms in that place are words of the name. */
export const leadingForms = `ooo, oao, zao, pao, ao, nao, tov, tzov, too, pat, prat, vat, zat, jsc, ojsc, cjsc, pjsc, prjsc, llc, pt, cv, ip, fop, fgup, fsue, gup, mup, dp, gp, fgbu, ano, nko, sp, np, firma, firm, ood, ad, akb, taa, aat`;
