// Writes a snapshot of UK persons with significant control in the exact form of Companies House, invented, always the same bytes.

import { closeSync, existsSync, openSync, renameSync, writeSync } from "node:fs";
import { generator, pick } from "./random.mjs";

const forenames = "Amelia Oliver Priya Tomasz Chen Fatima George Ngozi Lucia Piotr Wei Maria Ivan Sofia Ahmed Elena".split(" ");
const surnames = "Bloggs Hartley Kowalska Okafor Nowak Rahman Whitfield Petrov Zhang Murphy Silva Haddad Larsen Novak Owen".split(" ");
const nationalities = ["British", "British", "British", "Polish", "Chinese", "Irish", "Romanian", "Indian", "Russian"];
const countries = ["England", "United Kingdom", "Scotland", "Wales", "China", "Cyprus"];
const bands = ["25-to-50-percent", "50-to-75-percent", "75-to-100-percent"];

/**
 * Makes sure that a snapshot of `lines` records is there, with its totals line at the end, and gives its path. One record in ten names a
 * company of the register as the person in control; one in twenty is a statement instead; one in twelve has ceased.
 */
export function pscSnapshot(folder, lines) {
  const path = `${folder}/psc-${lines}.jsonl`;
  if (existsSync(path)) return path;
  const random = generator(20260122);
  const file = openSync(`${path}.part`, "w");
  let text = "";
  const counts = { persons: 0, statements: 0 };
  for (let line = 0; line < lines; line += 1) {
    const company = companyNumber(Math.floor(line / 2.5));
    const statement = random() < 0.05;
    counts[statement ? "statements" : "persons"] += 1;
    text += statement ? statementOf(company, line, random) : personOf(company, line, lines, random);
    if (text.length > 1 << 20) {
      writeSync(file, text);
      text = "";
    }
  }
  writeSync(
    file,
    `${text}{"data":{"kind":"totals#persons-of-significant-control-snapshot","persons_of_significant_control_count":${counts.persons},"statements_count":${counts.statements},"exemptions_count":0,"generated_at":"2026-11-20T03:00:00Z"}}\n`,
  );
  closeSync(file);
  renameSync(`${path}.part`, path);
  return path;
}

function personOf(company, line, lines, random) {
  const corporate = random() < 0.1;
  const kind = corporate ? "corporate-entity" : "individual";
  const id = `${line.toString(36)}abcdefghijklmnopqrstu`;
  const who = corporate ? corporateFields(lines, random) : individualFields(random);
  const natures = naturesOf(random);
  const ceased = random() < 1 / 12 ? `,"ceased_on":"2021-0${1 + Math.floor(random() * 9)}-11"` : "";
  return `{"company_number":"${company}","data":{"address":{"address_line_1":"${1 + Math.floor(random() * 200)} High Street","country":"England","locality":"London","postal_code":"EC1V ${Math.floor(random() * 9)}AB","premises":"Unit ${line % 40}"}${ceased},${who},"etag":"36c99208e0c14294355583c965e4c3f0${line.toString(16).padStart(8, "0")}","kind":"${kind}-person-with-significant-control","links":{"self":"/company/${company}/persons-with-significant-control/${kind}/${id}"},"natures_of_control":[${natures}],"notified_on":"2016-04-06"}}\n`;
}

function individualFields(random) {
  const forename = pick(random, forenames);
  const surname = pick(random, surnames);
  return `"country_of_residence":"${pick(random, countries)}","date_of_birth":{"month":${1 + Math.floor(random() * 12)},"year":${1940 + Math.floor(random() * 60)}},"name":"Ms ${forename} ${surname}","name_elements":{"forename":"${forename}","surname":"${surname}","title":"Ms"},"nationality":"${pick(random, nationalities)}"`;
}

function corporateFields(lines, random) {
  const number = companyNumber(Math.floor((random() * lines) / 2.5));
  return `"identification":{"country_registered":"England","legal_authority":"Companies Act 2006","legal_form":"Private Limited Company","place_registered":"Companies House","registration_number":"${number}"},"name":"${pick(random, surnames)} ${pick(random, forenames)} Holdings Limited"`;
}

function naturesOf(random) {
  const band = pick(random, bands);
  const first = `"ownership-of-shares-${band}"`;
  const second = random() < 0.3 ? `,"voting-rights-${band}"` : "";
  const third = random() < 0.1 ? `,"right-to-appoint-and-remove-directors"` : "";
  return first + second + third;
}

function statementOf(company, line) {
  return `{"company_number":"${company}","data":{"etag":"46c99208e0c14294355583c965e4c3f0${line.toString(16)}","kind":"persons-with-significant-control-statement","links":{"self":"/company/${company}/persons-with-significant-control-statements/${line.toString(36)}"},"notified_on":"2016-07-12","statement":"psc-exists-but-not-identified"}}\n`;
}

function companyNumber(index) {
  return String(index + 1).padStart(8, "0");
}
