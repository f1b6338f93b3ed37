import { sampleEuConsolidated, sampleOfacAdvanced, sampleSdnXml, sampleUnConsolidated } from "./sample-lists-xml.js";

/** Small files in the exact form of the official ones, with invented parties, each with one broken record. For tests. */
export interface SampleList {
  /** Id of the format. */
  format: string;
  name: string;
  text: string;
  /** The line that the broken record is told by. */
  refusedLine: number;
}

export const sampleSdn = `36,"AERO EXAMPLE AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- 
306,"BANCO EJEMPLO S.A.",-0- ,"CUBA] [SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"a.k.a. 'BEJ'; SWIFT/BIC BEJAMXMM; Nationality of Registration Cuba; Registration ID 1027700000001 (Russia); all offices worldwide; Linked To: MARIN LOPEZ, Ana."
587,"MARIN LOPEZ, Ana","individual","SDGT","Director, Banco Ejemplo",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 10 Nov 1971; alt. DOB 1972; alt. DOB 1975 to 1977; POB Bogota, Colombia; nationality Colombia; citizen Spain; Passport AB123456 (Colombia) issued 04 May 2010 expires 03 May 2020; Linked To: COMERCIAL PRUEBA, S.A. DE C.V."
broken,"NO NUMBER",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- 
601,"COMERCIAL PRUEBA, S.A. DE C.V.",-0- ,"SDNTK",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"R.F.C. CPR-010101-AB1 (Mexico); Linked To: NOBODY OF THIS NAME."
700,"SEA EXAMPLE","vessel","IRAN",-0- ,"General Cargo",-0- ,-0- ,-0- ,"Iran",-0- ,"Vessel Registration Identification IMO 9000001; Linked To: AERO EXAMPLE AIRLINES."
701,"EP-XYZ","aircraft","IRAN",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Aircraft Model B747."
\u001a`;

export const sampleConsolidated = `9639,"PRUEBA, Ismael","individual","NS-PLC",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1962; POB Shati."
17016,"EXAMPLE BANK JSC",-0- ,"UKRAINE-EO13662] [RUSSIA-EO14024",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Listing Date (EO 14024 Directive 3): 24 Feb 2022; Legal Entity Number 253400ABCDEFGHJKLM28; Tax ID No. 7744000001 (Russia)."
30001,"EXAMPLE DEFENCE ELECTRONICS CO LTD",-0- ,"CMIC-EO13959",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Listing Date (CMIC) 03 Jun 2021; Unified Social Credit Code (USCC) 91110000710934369E (China)."
31000,"EXAMPLE FUND",-0- ,"BURMA-EO14014"
`;

const sampleAliases = `36,12,"aka","AERO-EXAMPLE",-0- 
306,220,"fka","BANCO DE LOS EJEMPLOS",-0- 
306,221,"aka",-0- ,-0- 
`;

const sampleAddresses = `36,25,-0- ,"Havana","Cuba",-0- 
306,199,"Calle Example 5, Edificio ""Uno""","Zurich CH-8022","Switzerland",-0- 
587,200,-0- ,-0- ,-0- ,-0- 
587,"not a number of an address"
`;

const sampleComments = `12300,"Z S.A.S.; Linked To: RED EJEMPLO, S.A. DE C.V.; a.k.a. 'EXAMPLE EJ'; Passport XY998877 (Peru)."
oops,"no number; Linked To: NOBODY"
`;

const cslColumns =
  "source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids";

export const sampleCsl = `_id,${cslColumns}
"306","Specially Designated Nationals (SDN) - Treasury Department","306","Individual","SDGT; CUBA","MARIN LOPEZ, Ana","Director","Calle 5, Havana, CU; Zurich, CH","","","","","","","","","","","","","","","BEJ; Ana M","ES","1971-11-10; circa 1972","CO","Bogota","","Passport, AB123456, CO; Gender, Female"
"aa1","Entity List (EL) - Bureau of Industry and Security","","","","Example Semiconductor Research Institute (ESRI)","","113 Hezuo Road, Hebei; and 21 Changsheng Street, Shijiazhuang, CN","83 FR 37423; 87 FR 77505","2018-08-01","","","For all items subject to the EAR","Presumption of denial","","","","","","","","","Hebei Example; ESRI 13; and Example Institute 13","","","","","",""
"aa2","Denied Persons List (DPL) - Bureau of Industry and Security","",""," "," I. EXAMPLE","","1 TRAIL DRIVE, RICHARDSON, TX, 75081, US","67 F.R. 56530 9/4/02","2002-03-04","2056-06-29","Y","","","","","","","","","","","","","","","","",""
"aa3","Nonproliferation Sanctions (ISN) - State Department","","","INKSNA","Example Import and Export Company; and any successor, sub-unit, or subsidiary thereof","","","Vol. 88, No. 151, 08/08/2023","2023-07-19","","","","","","","","","","","","","","","","","","",""
"aa4","A List That Nobody Knows","","","","Somebody","","","","","","","","","","","","","","","","","","","","","","",""
"700","Specially Designated Nationals (SDN) - Treasury Department","700","Vessel","IRAN","SEA EXAMPLE","","","","","","","","","","","","","","","","","","","","","","","IMO 9000001, Vessel Registration Identification"
`;

export const sampleCslJson = `{"total": 4, "sources": [{"value": "SDN"}], "results": [
{"id":"306","source":"Specially Designated Nationals (SDN) - Treasury Department","source_list_url":null,"entity_number":"306","type":"Individual","programs":["SDGT"],"name":"MARIN LOPEZ, Ana","title":null,"addresses":[{"address":"Calle 5","city":"Havana","state":null,"postal_code":null,"country":"CU"}],"alt_names":["BEJ"],"citizenships":["ES"],"nationalities":["CO"],"dates_of_birth":["1971-11-10"],"ids":[{"country":"CO","issue_date":null,"expiration_date":null,"number":"AB123456","type":"Passport"}],"remarks":null},
{"id":"bb1","source":"Nonproliferation Sanctions (ISN) - State Department","name":"150th Example Plant","alt_names":null,"country":"RU","programs":["INKSNA"],"start_date":"2016-06-28","federal_register_notice":"Vol. 81, No. 128, 07/05/16","remarks":null},
{"id":"bb2","source":"Entity List (EL) - Bureau of Industry and Security","name":"Somebody","addresses":"no list"},
{"id":"bb3","source":"Denied Persons List (DPL) - Bureau of Industry and Security","name":"ABEL, EXAMPLE J.","addresses":[],"start_date":"1995-06-05","end_date":"2005-06-05","federal_register_notice":"60 F.R. 31140"}
]}
`;

const bisColumns =
  "Source List,Entity Number,SDN Type,Programs,Name,Title,Address,City,State/Province,Postal Code,Country,Federal Register Notice,Effective Date,Date Lifted/Waived/Expired,Standard Order,License Requirement,License Policy,Call Sign,Vessel Type,Gross Tonnage,Gross Register Tonnage,Vessel Flag,Vessel Owner,Remarks/Notes,Address Number,Address Remarks,Alternate Number,Alternate Type,Alternate Name,Alternate Remarks,Web Link";

const bisRow = (
  list: string,
  name: string,
  address: string,
  city: string,
  country: string,
  notice: string,
  from: string,
  until: string,
  alias: string,
) =>
  `${list},,,,"${name}",,"${address}",${city},,,${country},${notice},${from},${until},,For all items subject to the EAR.,Presumption of denial.,,,,,,,,,,,,"${alias}",,http://www.bis.doc.gov`;

export const sampleBis = [
  bisColumns,
  bisRow("EL", "Fazal Example", "Apt. 45, block #21", "Kabul", "Afghanistan", "76 FR 71867", "11/21/2011", "", "Fazel Example"),
  bisRow("EL", "Example Construction Company", "Road 10", "Kabul", "Afghanistan", "77 FR 25055", "4/27/2012", "6/30/2014", ""),
  bisRow("EL", "Fazal Example", "Apt. 45, block #21", "Kabul", "Afghanistan", "76 FR 71867", "11/21/2011", "", "Engineer Example"),
  bisRow("??", "Somebody", "", "", "", "", "", "", ""),
  bisRow("EL", "Fazal  Example", "A2 Ground Floor", "Dubai", "United Arab Emirates", "79 FR 1000", "1/2/2014", "", "Fazel Example"),
  "",
].join("\n");

export const sampleDpl = `"Name"\t"Street_Address"\t"City"\t"State"\t"Country"\t"Postal_Code"\t"Effective_Date"\t"Expiration_Date"\t"Standard_Order"\t"Last_Update"\t"Action"\t"FR_Citation"
" ADRIAN EXAMPLE"\t"3037 S. 69TH DRIVE"\t"PHOENIX"\t"AZ"\t"US"\t"85043"\t"10/16/2017"\t"10/13/2020"\t"Y"\t"2017-10-23"\t"FR NOTICE ADDED"\t"82 F.R. 48792 10/20/2017"
"ALI M EXAMPLE"\t""\t"GENEVA"\t""\t"CH"\t""\t"09/01/1981"\t""\t"N"\t"2000-04-05"\t""\t"46 F.R. 44803 9/8/81"
"NO DATE"\t""\t"GENEVA"\t""\t"CH"\t""\t""\t""\t"Y"\t"2000-04-05"\t""\t""
"ADRIAN  EXAMPLE"\t"1 OTHER STREET"\t"TUCSON"\t"AZ"\t"US"\t""\t"10/16/2017"\t"10/13/2020"\t"Y"\t"2017-10-23"\t""\t"82 F.R. 48792 10/20/2017"
`;

export const sample1260h = `Name,Clean Name,Alias,Previous Name,Parent Name,Note,Start date,End date,Source Url
"Example Memory Co., Ltd. (EMC)","Example Memory Co., Ltd.",EMC,,,,2024-01-31,,
"Example Memory Co., Ltd. (EMC)","Example Memory Co., Ltd.",EMC,,,,2025-01-07,2026-02-17,https://media.example/2025.PDF
"Example Memory Co., Ltd. (EMC)","Example Memory Co., Ltd.",EMC,,"Example Group Corporation Limited (EGC)",EMC is indirectly owned by SASAC.,2026-06-08,,https://media.example/2026.PDF
Example Optics,Example Optics,,Old Optics; OO,"Example Group Corporation, Limited",,2021-06-03,2024-01-31,
Example Group Corporation Limited (EGC)*,Example Group Corporation Limited,EGC,,,,2021-06-03,,
Nobody,Nobody,,,,,soon,,
`;

export const sampleFcc = `covered_equipment_or_services,date_of_inclusion_on_covered_list
"Telecommunications equipment produced by Example Technologies Company, including services provided by such entity or using such equipment.","March 12, 2021"
International telecommunications services provided by Pacific Example Corp and its wholly-owned subsidiary ExNet (USA) LLC subject to section 214 of the Communications Act of 1934.,"September 20, 2022"
"Cybersecurity software produced or provided by Example Lab, Inc. or any of its successors and assignees.","July 23, 2024"
"Information security products supplied, directly or indirectly, by AO Example Lab or any of its predecessors.","someday"
"Uncrewed aircraft systems produced in a foreign country, except those on a list.","December 22, 2025Updated:January 7, 2026"
`;

export const sampleEuAnnex = `celex,recordId,programKey,annex,measure,startDate,reason,schema,name,alias,weakAlias,previousName,country,nationality,jurisdiction,birthDate,birthPlace,position,passportNumber,gender,appearance,ethnicity,fatherName,motherName,incorporationDate,legalForm,sector,registrationNumber,taxNumber,idNumber,innCode,ogrnCode,kppCode,okpoCode,leiCode,swiftBic,ticker,imoNumber,mmsi,flag,address,phone,email,website,notes
32014R0833,1,EU-RUS,III,Financial restrictions,,,LegalEntity,EXAMPLE BANK,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,
32014R0833,1,EU-RUS,IV,Export control,12.9.2014,,LegalEntity,JSC Example,Открытое Акционерное Общество «Пример»; JSC Concern Example,,,,,,,,,,,,,,,,,,7704000655 (Tax ID/INN),,,,,,,,,,,,,"119435, Moscow, Example Str., 18, Russian Federation",,,,
32014R0833,116,EU-RUS,XLII,Transportation restrictions,25.6.2024,,Vessel,Bodhi Example,,,,,,,,,,,,,,,,,,,,,,,,,,,,,9144782,,,,,,,
12345,1,EU-RUS,IV,Export control,12.9.2014,,LegalEntity,Of No Regulation,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,
32014R0833,7,EU-RUS,I,Asset freeze,2.3.2021,reason,Person,Ivan EXAMPLE,Иван ПРИМЕР,,,,Russian,,27.1.1964,Tatarsk,Director,,male,,,,,,,,,,,,,,,,,,,,,,,,,
`;

export const sampleLists: SampleList[] = [
  { format: "ofac-legacy-csv", name: "SDN.CSV", text: sampleSdn, refusedLine: 4 },
  { format: "ofac-legacy-csv", name: "CONS_PRIM.CSV", text: sampleConsolidated, refusedLine: 4 },
  { format: "ofac-legacy-csv", name: "ALT.CSV", text: sampleAliases, refusedLine: 3 },
  { format: "ofac-legacy-csv", name: "ADD.CSV", text: sampleAddresses, refusedLine: 4 },
  { format: "ofac-legacy-csv", name: "SDN_COMMENTS.CSV", text: sampleComments, refusedLine: 2 },
  { format: "ofac-advanced", name: "SDN_ADVANCED.XML", text: sampleOfacAdvanced, refusedLine: 147 },
  { format: "ofac-standard-xml", name: "SDN.XML", text: sampleSdnXml, refusedLine: 40 },
  { format: "un-consolidated", name: "consolidated.xml", text: sampleUnConsolidated, refusedLine: 33 },
  { format: "eu-consolidated", name: "full.xml", text: sampleEuConsolidated, refusedLine: 26 },
  { format: "csl-csv", name: "consolidated.csv", text: sampleCsl, refusedLine: 6 },
  { format: "csl-json", name: "consolidated.json", text: sampleCslJson, refusedLine: 4 },
  { format: "bis-source-csv", name: "el.csv", text: sampleBis, refusedLine: 5 },
  { format: "bis-denied-persons", name: "dpl.txt", text: sampleDpl, refusedLine: 4 },
  { format: "dod-1260h-csv", name: "1260h.csv", text: sample1260h, refusedLine: 7 },
  { format: "fcc-covered-list-csv", name: "covered.csv", text: sampleFcc, refusedLine: 5 },
  { format: "eu-annex-csv", name: "32014R0833.csv", text: sampleEuAnnex, refusedLine: 5 },
];
