/** OFAC's Advanced Sanctions Data Model, version 3: every section in its order, numbers resolved by the file's own tables. */
export const sampleOfacAdvanced = `<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML" Version="3">
  <DateOfIssue CalendarTypeID="1"><Year>2026</Year><Month>7</Month><Day>30</Day></DateOfIssue>
  <ReferenceValueSets>
    <AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1401">F.K.A.</AliasType><AliasType ID="1403">Name</AliasType></AliasTypeValues>
    <AreaCodeValues><AreaCode ID="11291" CountryID="11291" Description="undetermined" AreaCodeTypeID="1" /></AreaCodeValues>
    <CountryValues>
      <Country ID="11115" ISO2="JP">Japan</Country>
      <Country ID="11216">Venezuela</Country>
      <Country ID="11291">undetermined</Country>
    </CountryValues>
    <FeatureTypeValues>
      <FeatureType ID="8" FeatureTypeGroupID="1">Birthdate</FeatureType>
      <FeatureType ID="10" FeatureTypeGroupID="1">Nationality Country</FeatureType>
      <FeatureType ID="11" FeatureTypeGroupID="1">Citizenship Country</FeatureType>
      <FeatureType ID="13" FeatureTypeGroupID="1">SWIFT/BIC</FeatureType>
      <FeatureType ID="25" FeatureTypeGroupID="1">Location</FeatureType>
      <FeatureType ID="26" FeatureTypeGroupID="1">Title</FeatureType>
      <FeatureType ID="365" FeatureTypeGroupID="1">Nationality of Registration</FeatureType>
    </FeatureTypeValues>
    <IDRegDocTypeValues><IDRegDocType ID="1571">Passport</IDRegDocType><IDRegDocType ID="1619">Registration ID</IDRegDocType></IDRegDocTypeValues>
    <LegalBasisValues><LegalBasis ID="1828">Executive Order 13224 (Terrorism)</LegalBasis></LegalBasisValues>
    <ListValues>
      <List ID="1550">SDN List</List>
      <List ID="91507">Consolidated List</List>
      <List ID="92082">Non-SDN CMIC List</List>
      <List ID="99999">A List Of Tomorrow</List>
    </ListValues>
    <LocPartTypeValues>
      <LocPartType ID="1">Unknown</LocPartType>
      <LocPartType ID="1451">ADDRESS1</LocPartType>
      <LocPartType ID="1454">CITY</LocPartType>
      <LocPartType ID="1456">POSTAL CODE</LocPartType>
    </LocPartTypeValues>
    <NamePartTypeValues>
      <NamePartType ID="1520">Last Name</NamePartType>
      <NamePartType ID="1521">First Name</NamePartType>
      <NamePartType ID="1522">Middle Name</NamePartType>
      <NamePartType ID="1525">Entity Name</NamePartType>
      <NamePartType ID="1526">Vessel Name</NamePartType>
    </NamePartTypeValues>
    <PartySubTypeValues>
      <PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType>
      <PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType>
      <PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType>
    </PartySubTypeValues>
    <PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType><PartyType ID="4">Transport</PartyType></PartyTypeValues>
    <RelationTypeValues>
      <RelationType ID="15002" Symmetrical="false">Acting for or on behalf of</RelationType>
      <RelationType ID="15003" Symmetrical="false">Owned or Controlled By</RelationType>
      <RelationType ID="92019" Symmetrical="false">Owns, controls, or operates</RelationType>
    </RelationTypeValues>
    <SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType><SanctionsType ID="1705">Block</SanctionsType></SanctionsTypeValues>
    <ScriptValues><Script ID="160" ScriptCode="Arab">Arabic</Script><Script ID="215" ScriptCode="Latn">Latin</Script></ScriptValues>
  </ReferenceValueSets>
  <Locations>
    <Location ID="80"><LocationAreaCode AreaCodeID="11291" /></Location>
    <Location ID="500">
      <LocationAreaCode AreaCodeID="11115" />
      <LocationCountry CountryID="11115" CountryRelevanceID="1413" />
      <LocationPart LocPartTypeID="1456">
        <LocationPartValue Primary="true" LocPartValueTypeID="1" LocPartValueStatusID="1"><Comment /><Value>453-0015</Value></LocationPartValue>
      </LocationPart>
      <LocationPart LocPartTypeID="1454">
        <LocationPartValue Primary="false" LocPartValueTypeID="1" LocPartValueStatusID="1"><Comment>Japanese</Comment><Value>名古屋市</Value></LocationPartValue>
        <LocationPartValue Primary="true" LocPartValueTypeID="1" LocPartValueStatusID="1"><Comment /><Value>Nagoya</Value></LocationPartValue>
      </LocationPart>
      <LocationPart LocPartTypeID="1451">
        <LocationPartValue Primary="true" LocPartValueTypeID="1" LocPartValueStatusID="1"><Comment /><Value>1-117 Example &amp; Sons</Value></LocationPartValue>
      </LocationPart>
    </Location>
    <Location ID="600">
      <LocationPart LocPartTypeID="1"><LocationPartValue Primary="true" LocPartValueTypeID="1" LocPartValueStatusID="1"><Comment /><Value>Venezuela</Value></LocationPartValue></LocationPart>
    </Location>
  </Locations>
  <IDRegDocuments>
    <IDRegDocument ID="1" IDRegDocTypeID="1571" IdentityID="7000" IssuedBy-CountryID="11115" ValidityID="1">
      <Comment /><IDRegistrationNo>TZ0981234</IDRegistrationNo><IssuingAuthority />
    </IDRegDocument>
  </IDRegDocuments>
  <DistinctParties>
    <DistinctParty FixedRef="2674">
      <Comment />
      <Profile ID="2674" PartySubTypeID="4">
        <Identity ID="7000" FixedRef="2674" Primary="true" False="false">
          <Alias FixedRef="2674" AliasTypeID="1403" Primary="true" LowQuality="false">
            <DocumentedName ID="1" FixedRef="2674" DocNameStatusID="1">
              <DocumentedNamePart><NamePartValue NamePartGroupID="11" ScriptID="215" ScriptStatusID="1" Acronym="false">TANAKA</NamePartValue></DocumentedNamePart>
              <DocumentedNamePart><NamePartValue NamePartGroupID="12" ScriptID="215" ScriptStatusID="1" Acronym="false">Abu</NamePartValue></DocumentedNamePart>
              <DocumentedNamePart><NamePartValue NamePartGroupID="13" ScriptID="215" ScriptStatusID="1" Acronym="false">Hiro</NamePartValue></DocumentedNamePart>
            </DocumentedName>
            <DocumentedName ID="2" FixedRef="2674" DocNameStatusID="2">
              <DocumentedNamePart><NamePartValue NamePartGroupID="14" ScriptID="160" ScriptStatusID="1" Acronym="false">تاناكا</NamePartValue></DocumentedNamePart>
            </DocumentedName>
          </Alias>
          <Alias FixedRef="2674" AliasTypeID="1400" Primary="false" LowQuality="false">
            <DocumentedName ID="3" FixedRef="2674" DocNameStatusID="2">
              <DocumentedNamePart><NamePartValue NamePartGroupID="15" ScriptID="215" ScriptStatusID="1" Acronym="false">ZAYDAN</NamePartValue></DocumentedNamePart>
            </DocumentedName>
          </Alias>
          <Alias FixedRef="2674" AliasTypeID="1400" Primary="false" LowQuality="true">
            <DocumentedName ID="4" FixedRef="2674" DocNameStatusID="2">
              <DocumentedNamePart><NamePartValue NamePartGroupID="16" ScriptID="215" ScriptStatusID="1" Acronym="false">The Teacher</NamePartValue></DocumentedNamePart>
            </DocumentedName>
          </Alias>
          <NamePartGroups>
            <MasterNamePartGroup><NamePartGroup ID="11" NamePartTypeID="1520" /></MasterNamePartGroup>
            <MasterNamePartGroup><NamePartGroup ID="12" NamePartTypeID="1521" /></MasterNamePartGroup>
            <MasterNamePartGroup><NamePartGroup ID="13" NamePartTypeID="1522" /></MasterNamePartGroup>
          </NamePartGroups>
        </Identity>
        <Feature ID="1" FeatureTypeID="8"><FeatureVersion ID="1" ReliabilityID="1"><Comment /><DatePeriod CalendarTypeID="1">
          <Start Approximate="false"><From><Year>1948</Year><Month>12</Month><Day>10</Day></From><To><Year>1948</Year><Month>12</Month><Day>10</Day></To></Start>
          <End Approximate="false"><From><Year>1948</Year><Month>12</Month><Day>10</Day></From><To><Year>1948</Year><Month>12</Month><Day>10</Day></To></End>
        </DatePeriod><VersionDetail DetailTypeID="1430" /></FeatureVersion></Feature>
        <Feature ID="2" FeatureTypeID="8"><FeatureVersion ID="2" ReliabilityID="1"><Comment /><DatePeriod CalendarTypeID="1">
          <Start Approximate="true"><From><Year>1950</Year><Month>1</Month><Day>1</Day></From><To><Year>1950</Year><Month>1</Month><Day>1</Day></To></Start>
          <End Approximate="true"><From><Year>1950</Year><Month>12</Month><Day>31</Day></From><To><Year>1950</Year><Month>12</Month><Day>31</Day></To></End>
        </DatePeriod></FeatureVersion></Feature>
        <Feature ID="3" FeatureTypeID="10"><FeatureVersion ID="3" ReliabilityID="1"><Comment /><VersionDetail DetailTypeID="1433" /><VersionLocation LocationID="600" /></FeatureVersion></Feature>
        <Feature ID="4" FeatureTypeID="25"><FeatureVersion ID="4" ReliabilityID="1"><Comment /><VersionLocation LocationID="500" /></FeatureVersion></Feature>
        <Feature ID="5" FeatureTypeID="25"><FeatureVersion ID="5" ReliabilityID="1"><Comment /><VersionLocation LocationID="80" /></FeatureVersion></Feature>
        <Feature ID="6" FeatureTypeID="26"><FeatureVersion ID="6" ReliabilityID="1"><Comment /><VersionDetail DetailTypeID="1432">Director of Example</VersionDetail></FeatureVersion></Feature>
      </Profile>
    </DistinctParty>
    <DistinctParty FixedRef="36">
      <Profile ID="36" PartySubTypeID="3">
        <Identity ID="7001" FixedRef="36" Primary="true" False="false">
          <Alias FixedRef="36" AliasTypeID="1403" Primary="true" LowQuality="false">
            <DocumentedName ID="5" FixedRef="36" DocNameStatusID="1"><DocumentedNamePart><NamePartValue NamePartGroupID="21" ScriptID="215" ScriptStatusID="1" Acronym="false">AERO EXAMPLE AIRLINES</NamePartValue></DocumentedNamePart></DocumentedName>
          </Alias>
          <Alias FixedRef="36" AliasTypeID="1401" Primary="false" LowQuality="false">
            <DocumentedName ID="6" FixedRef="36" DocNameStatusID="2"><DocumentedNamePart><NamePartValue NamePartGroupID="22" ScriptID="215" ScriptStatusID="1" Acronym="false">OLD AERO</NamePartValue></DocumentedNamePart></DocumentedName>
          </Alias>
          <NamePartGroups><MasterNamePartGroup><NamePartGroup ID="21" NamePartTypeID="1525" /></MasterNamePartGroup></NamePartGroups>
        </Identity>
        <Feature ID="7" FeatureTypeID="365"><FeatureVersion ID="7" ReliabilityID="1"><Comment /><VersionLocation LocationID="600" /></FeatureVersion></Feature>
        <Feature ID="8" FeatureTypeID="13"><FeatureVersion ID="8" ReliabilityID="1"><Comment /><VersionDetail DetailTypeID="1432">AEROVECA</VersionDetail></FeatureVersion></Feature>
      </Profile>
    </DistinctParty>
    <DistinctParty FixedRef="37"><Profile ID="37" PartySubTypeID="3"><Identity ID="7002" Primary="true" False="false"><Alias AliasTypeID="1403" Primary="true" LowQuality="false">
      <DocumentedName ID="7"><DocumentedNamePart><NamePartValue NamePartGroupID="31" ScriptID="215">HOLDING EXAMPLE JSC</NamePartValue></DocumentedNamePart></DocumentedName>
    </Alias></Identity></Profile></DistinctParty>
    <DistinctParty FixedRef="4238"><Profile ID="4238" PartySubTypeID="1"><Identity ID="7003" Primary="true" False="false"><Alias AliasTypeID="1403" Primary="true" LowQuality="false">
      <DocumentedName ID="8"><DocumentedNamePart><NamePartValue NamePartGroupID="41">SEA EXAMPLE</NamePartValue></DocumentedNamePart></DocumentedName>
    </Alias></Identity></Profile></DistinctParty>
    <DistinctParty><Profile ID="1"><Identity ID="7004" /></Profile></DistinctParty>
  </DistinctParties>
  <ProfileRelationships>
    <ProfileRelationship ID="1" From-ProfileID="36" To-ProfileID="37" RelationTypeID="15003" RelationQualityID="1" Former="false" SanctionsEntryID="36"><Comment /></ProfileRelationship>
    <ProfileRelationship ID="2" From-ProfileID="2674" To-ProfileID="37" RelationTypeID="15003" RelationQualityID="1" Former="true" SanctionsEntryID="36"><Comment /></ProfileRelationship>
    <ProfileRelationship ID="3" From-ProfileID="37" To-ProfileID="36" RelationTypeID="15002" RelationQualityID="1" Former="false" SanctionsEntryID="36"><Comment /></ProfileRelationship>
    <ProfileRelationship ID="4" From-ProfileID="4238" To-ProfileID="36" RelationTypeID="15003" RelationQualityID="1" Former="false" SanctionsEntryID="36"><Comment /></ProfileRelationship>
    <ProfileRelationship ID="5" From-ProfileID="2674" To-ProfileID="36" RelationTypeID="92019" RelationQualityID="1" Former="false" SanctionsEntryID="36"><Comment /></ProfileRelationship>
  </ProfileRelationships>
  <SanctionsEntries>
    <SanctionsEntry ID="100" ProfileID="2674" ListID="1550">
      <EntryEvent ID="1" EntryEventTypeID="1" LegalBasisID="1828"><Comment /><Date CalendarTypeID="1"><Year>2001</Year><Month>12</Month><Day>4</Day></Date></EntryEvent>
      <SanctionsMeasure ID="1" SanctionsTypeID="1705"><Comment /></SanctionsMeasure>
      <SanctionsMeasure ID="2" SanctionsTypeID="1"><Comment>SDGT</Comment></SanctionsMeasure>
      <SanctionsMeasure ID="3" SanctionsTypeID="1"><Comment>SYRIA</Comment></SanctionsMeasure>
    </SanctionsEntry>
    <SanctionsEntry ID="101" ProfileID="36" ListID="92082"><EntryEvent ID="2"><Date CalendarTypeID="1"><Year>2021</Year><Month>6</Month><Day>3</Day></Date></EntryEvent></SanctionsEntry>
    <SanctionsEntry ID="102" ProfileID="36" ListID="91507"><EntryEvent ID="3"><Date CalendarTypeID="1"><Year>2021</Year><Month>6</Month><Day>3</Day></Date></EntryEvent></SanctionsEntry>
    <SanctionsEntry ID="103" ProfileID="37" ListID="91507"><SanctionsMeasure ID="4" SanctionsTypeID="1"><Comment>UKRAINE-EO13662</Comment></SanctionsMeasure></SanctionsEntry>
    <SanctionsEntry ID="104" ProfileID="4238" ListID="1550"><EntryEvent ID="4"><Date CalendarTypeID="1"><Year>1989</Year></Date></EntryEvent></SanctionsEntry>
  </SanctionsEntries>
</Sanctions>
`;

export const sampleUnConsolidated = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<CONSOLIDATED_LIST xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="https://www.un.org/sc/resources/sc-sanctions.xsd" dateGenerated="2026-02-27T00:00:09.554Z">
  <INDIVIDUALS>
    <INDIVIDUAL>
      <DATAID>6907993</DATAID>
      <FIRST_NAME>ERIC</FIRST_NAME>
      <SECOND_NAME>EXAMPLE</SECOND_NAME>
      <THIRD_NAME/>
      <UN_LIST_TYPE>DRC</UN_LIST_TYPE>
      <REFERENCE_NUMBER>CDi.001</REFERENCE_NUMBER>
      <LISTED_ON>2012-12-31</LISTED_ON>
      <NAME_ORIGINAL_SCRIPT>مثال</NAME_ORIGINAL_SCRIPT>
      <DESIGNATION><VALUE>General</VALUE></DESIGNATION>
      <NATIONALITY><VALUE>Democratic Republic of the Congo</VALUE></NATIONALITY>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Erik Example</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Lion</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ADDRESS><CITY>Gisenyi</CITY><COUNTRY>Rwanda</COUNTRY><NOTE>as of 2016</NOTE></INDIVIDUAL_ADDRESS>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1971-04-02</DATE></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1973</FROM_YEAR><TO_YEAR>1974</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>00514146</NUMBER><COUNTRY_OF_ISSUE>Yemen</COUNTRY_OF_ISSUE></INDIVIDUAL_DOCUMENT>
      <INDIVIDUAL_DOCUMENT/>
    </INDIVIDUAL>
  </INDIVIDUALS>
  <ENTITIES>
    <ENTITY>
      <FIRST_NAME>EXAMPLE FORCES</FIRST_NAME>
      <UN_LIST_TYPE>DRC</UN_LIST_TYPE>
      <REFERENCE_NUMBER>CDe.001</REFERENCE_NUMBER>
      <LISTED_ON/>
      <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>NALU Example</ALIAS_NAME></ENTITY_ALIAS>
    </ENTITY>
    <ENTITY>
      <DATAID>6908403</DATAID>
      <FIRST_NAME>NO REFERENCE</FIRST_NAME>
    </ENTITY>
  </ENTITIES>
</CONSOLIDATED_LIST>
`;

export const sampleEuConsolidated = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-08-05T16:47:04.449+02:00" globalFileId="184961">
  <sanctionEntity designationDetails="" unitedNationId="CDi.001" euReferenceNumber="EU.36.64" logicalId="507">
    <regulation regulationType="amendment" organisationType="commission" publicationDate="2018-02-16" entryIntoForceDate="2018-02-17" numberTitle="2018/223 (OJ L43)" programme="COD" logicalId="1"><publicationUrl>http://eur-lex.europa.eu/?uri=CELEX:32018R0223&amp;from=EN</publicationUrl></regulation>
    <subjectType code="person" classificationCode="P"/>
    <nameAlias firstName="Eric" middleName="" lastName="Example" wholeName="Eric Example" function="General" gender="M" title="" nameLanguage="" strong="true" regulationLanguage="en" logicalId="1"/>
    <nameAlias wholeName="Эрик Пример" function="" nameLanguage="RU" strong="true" logicalId="2"/>
    <nameAlias wholeName="The Lion" strong="false" logicalId="3"/>
    <citizenship region="" countryIso2Code="CD" countryDescription="CONGO, Democratic Republic of" logicalId="30"/>
    <birthdate circa="false" calendarType="GREGORIAN" city="" birthdate="1971-04-02" dayOfMonth="2" monthOfYear="4" year="1971" countryIso2Code="00" countryDescription="UNKNOWN" logicalId="1"/>
    <birthdate circa="false" calendarType="GREGORIAN" year="1972" monthOfYear="3" dayOfMonth="" countryIso2Code="00" logicalId="2"/>
    <address city="Gisenyi" street="Corner of A &amp; B road" poBox="" zipCode="11011" region="" place="" asAtListingTime="false" countryIso2Code="RW" countryDescription="RWANDA" logicalId="173"/>
    <address city="" street="" poBox="" zipCode="" region="" place="" countryIso2Code="00" countryDescription="UNKNOWN" logicalId="174"/>
    <identification diplomatic="false" knownExpired="false" knownFalse="false" number="00514146" countryIso2Code="YE" countryDescription="YEMEN" identificationTypeCode="passport" logicalId="315"/>
    <identification knownFalse="true" number="FAKE1" countryIso2Code="YE" identificationTypeCode="passport" logicalId="316"/>
  </sanctionEntity>
  <sanctionEntity designationDate="2002-06-18" euReferenceNumber="EU.3502.46" logicalId="201">
    <regulation publicationDate="2003-07-08" numberTitle="1210/2003 (OJ L169)" programme="IRQ" logicalId="2"/>
    <subjectType code="enterprise" classificationCode="E"/>
    <nameAlias wholeName="Example Enterprise" strong="true" logicalId="9"/>
  </sanctionEntity>
  <sanctionEntity euReferenceNumber="EU.1.2" logicalId="600">
    <subjectType code="enterprise" classificationCode="E"/>
    <nameAlias wholeName="Undated Enterprise" strong="true"/>
  </sanctionEntity>
  <sanctionEntity euReferenceNumber="EU.1.3" logicalId="601"><subjectType code="enterprise" classificationCode="E"/></sanctionEntity>
</export>
`;

export const sampleSdnXml = `<?xml version="1.0" standalone="yes"?>
<sdnList xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://tempuri.org/sdnList.xsd">
  <publshInformation>
    <Publish_Date>07/16/2014</Publish_Date>
    <Record_Count>4</Record_Count>
  </publshInformation>
  <sdnEntry>
    <uid>306</uid>
    <lastName>BANCO EJEMPLO S.A.</lastName>
    <sdnType>Entity</sdnType>
    <remarks>(Linked To: MARIN LOPEZ, Ana)</remarks>
    <programList><program>CUBA</program><program>SDGT</program></programList>
    <idList>
      <id><uid>1</uid><idType>SWIFT/BIC</idType><idNumber>BEJAMXMM</idNumber></id>
      <id><uid>2</uid><idType>License</idType><idNumber>1000</idNumber><idCountry>Cuba</idCountry></id>
    </idList>
    <akaList>
      <aka><uid>219</uid><type>a.k.a.</type><category>weak</category><lastName>BEJ</lastName></aka>
      <aka><uid>220</uid><type>a.k.a.</type><category>strong</category><lastName>EXAMPLE BANK OF CUBA</lastName></aka>
      <aka><uid>221</uid><type>f.k.a.</type><category>strong</category><lastName>OLD BANK</lastName></aka>
    </akaList>
    <addressList><address><uid>199</uid><address1>Zweierstrasse 35</address1><city>Zurich</city><postalCode>CH-8022</postalCode><country>Switzerland</country></address></addressList>
  </sdnEntry>
  <sdnEntry>
    <uid>587</uid>
    <firstName>Ana</firstName>
    <lastName>MARIN LOPEZ</lastName>
    <title>Director</title>
    <sdnType>Individual</sdnType>
    <programList><program>SDGT</program></programList>
    <idList><id><uid>3</uid><idType>Passport</idType><idNumber>AB123456</idNumber><idCountry>Colombia</idCountry></id></idList>
    <nationalityList><nationality><uid>4</uid><country>Colombia</country><mainEntry>true</mainEntry></nationality></nationalityList>
    <citizenshipList><citizenship><uid>5</uid><country>Spain</country></citizenship></citizenshipList>
    <dateOfBirthList>
      <dateOfBirthItem><uid>6</uid><dateOfBirth>10 Nov 1971</dateOfBirth><mainEntry>true</mainEntry></dateOfBirthItem>
      <dateOfBirthItem><uid>7</uid><dateOfBirth>circa 1972</dateOfBirth></dateOfBirthItem>
    </dateOfBirthList>
  </sdnEntry>
  <sdnEntry><uid>700</uid><lastName>SEA EXAMPLE</lastName><sdnType>Vessel</sdnType><programList><program>IRAN</program></programList></sdnEntry>
  <sdnEntry><lastName>NO NUMBER</lastName><sdnType>Entity</sdnType></sdnEntry>
</sdnList>
`;
