#!/usr/bin/env bash
# The whole course of a review on the docket, from referral to Final Determination, under the procedure in force in 2022.
# That a review was under way was reported on 18 January 2022. Every day, paper and outcome below is SUPPOSED: it shows the procedure and
# tells nothing about the real review.
#
#   examples/alibaba-cloud-2022/docket.sh [FOLDER]     the docket and its bundle are made there; a new folder where none is named
set -euo pipefail

folder=${1:-$(mktemp -d)}
docket() { ${BEHOLDEN:-npx beholden} docket "$@" --database "${BEHOLDEN_DATABASE:-$folder/docket.db}"; }
record() { docket "$@" --by "A. Analyst"; }
case=ALIBABA-2022

record new --id "$case" --caption "Alibaba Cloud (supposed course)" --procedure us-icts-before-2025 \
  --party "provider:Alibaba Cloud US LLC" --party "parent:Alibaba Group Holding Limited" --key open
record move "$case" referral-received --on 2021-12-01
record move "$case" referral-accepted --on 2021-12-15
record move "$case" agencies-consulted --on 2022-01-10
record serve-notice "$case" --on 2022-03-01 --service by-hand --signed-by "the Secretary"

# What a determination rests on: a file, a quote of its very words, a fact. The file is written here and SUPPOSED, as its text says.
cat > "$folder/terms-2022.html" <<'TERMS'
<!doctype html>
<html lang="en"><head><title>Supposed terms of a cloud service, January 2022</title></head>
<body>
<p>SUPPOSED: written for this example. No provider published it.</p>
<h1>Keys and administration</h1>
<p>The service encrypts what its customers store. The keys are kept by the provider, and staff of its parent may administer
the systems that hold them.</p>
<p>These terms are in force from 1 January 2022.</p>
</body></html>
TERMS
record evidence add "$case" "$folder/terms-2022.html" --title "Supposed terms of service, January 2022" \
  --source "written for this example" --published 2022-01-01 --retrieved 2022-01-20 --reliability F --credibility 6 --key terms
record evidence quote "$case" e1 "staff of its parent may administer the systems that hold them" --key quote
record fact add "$case" "Staff of the parent can reach the keys of customers (supposed)." --quote q1 --key fact
record fact add "$case" "Customers in the United States store personal data there." --supposed --key supposition

# A newer capture of the same source: the words changed, so the fact stands on nothing until somebody looks at it.
sed 's/staff of its parent may administer/no staff of its parent administers/' "$folder/terms-2022.html" > "$folder/terms-march.html"
record evidence add "$case" "$folder/terms-march.html" --title "Supposed terms of service, March 2022" --replaces e1 --key terms-march
if record evidence recheck "$case" --key recheck; then
  echo "the re-check did not see that the words changed" >&2
  exit 1
fi
docket fact list "$case" --without-evidence
docket evidence list "$case"

docket show "$case" --as-of 2022-03-02
docket why "$case" response --as-of 2022-03-02

# The receipt shows another day: the deadline of the parties moves with it, the Secretary's, which counts from the referral, does not.
record correct "$case" 4 --on 2022-03-03 --why "the receipt says 3 March"
record move "$case" response-received --on 2022-03-30

# Not over the heads of the agencies: this is refused, with the section that forbids it.
if record move "$case" final-determination --on 2022-04-11 --outcome prohibited --signed-by "the Secretary" --written; then
  echo "the docket allowed what the law forbids" >&2
  exit 1
fi

# What the review and the dossier find, as of the day of the report, belongs to the case: by the digests of what they read and stood on.
here=$(dirname "$0")
record attach "$case" "$here" --as-of 2022-01-18
record attach "$case" --dossier alibaba-cloud --as-of 2022-01-18
docket run show "$case" r1

record move "$case" consensus-sought --on 2022-04-20
record move "$case" consensus-reached --on 2022-05-10
# A determination is drafted on the result of that run, proposed as a decision by one person, and approved by another.
docket run result "$case" r1 --output "$folder/review.json" --quiet
${BEHOLDEN:-npx beholden} determination --review "$folder/review.json" --on 2022-05-20 --format json --output "$folder/draft.json" --quiet
record decide "$case" --run r1 --draft "$folder/draft.json" --why "the reaches that no measure ends"
if docket decision approve "$case" d1 --by "A. Analyst"; then
  echo "the docket let somebody approve what is their own" >&2
  exit 1
fi
docket decision approve "$case" d1 --by "B. Director"
record move "$case" final-determination --on 2022-06-01 --decision d1 --signed-by "the Secretary" --written

# The response came a day later than it was recorded: the decision now reads as decided on an older state, and says what is otherwise.
record correct "$case" 6 --on 2022-03-31 --why "the receipt says 31 March"
# So it does once the same is reviewed again, with the law of a later day: each finding that it cites is held against what it is now.
record attach "$case" "$here" --as-of 2026-11-23
docket decision show "$case" d1

# Asked twice with one key, it is done once.
record note "$case" "Measures are monitored from here on." --key monitoring
record note "$case" "Measures are monitored from here on." --key monitoring

docket show "$case"
docket log "$case"
record report "$case" --format html --output "$folder/report.html" --quiet
record report "$case" --format docx --output "$folder/report.docx" --quiet
docket calendar "$case" --as-of 2022-03-10 --output "$folder/deadlines.ics" --quiet
record export "$case" --to "$folder/case.zip"
docket verify "$folder/case.zip"

# The same course, supposed once more, under the procedure in force since 2025, with its letters: written by one, approved by another, issued
# by a third. Each is issued in one step with its number, its files, its event and the deadlines that it starts.
case=ALIBABA-SUPPOSED
from="Office of Information and Communications Technology and Services"
issue() { # LETTER OPTIONS…
  docket letter approve "$case" "$1" --by "B. Approver"
  docket letter issue "$case" "$@" --by "C. Clerk"
}

record new --id "$case" --caption "Alibaba Cloud (supposed course under the procedure of 2025)" --procedure us-icts \
  --party "provider:Alibaba Cloud US LLC" --party "parent:Alibaba Group Holding Limited"
record move "$case" review-started --on 2025-03-03

record letter draft "$case" notice --field "to=Alibaba Cloud US LLC" --field "from=$from" --field "signer=the Director" \
  --field "transactions=The use of its cloud services by persons in the United States is under review. [event 1]"
issue l1 --on 2025-03-04
record letter draft "$case" information-demand --field "to=Alibaba Cloud US LLC" --field "from=$from" --field "signer=the Director" \
  --field until=2025-04-04 --field sworn=sworn --field "questions=- Where are the data of customers in the United States stored? [instruction]
- Who can reach the systems that run there, and from where? [instruction]" \
  --field "documents=- The agreements with the parent on access to systems in the United States. [instruction]"
issue l2 --on 2025-03-05
record move "$case" demand-answered --on 2025-04-02
record move "$case" agencies-notified --on 2025-04-10
record move "$case" determination-proposed --on 2025-05-01

# What has no source keeps the letter from being approved, and its author does not approve it either.
record letter draft "$case" initial-determination --field "to=Alibaba Cloud US LLC" --field proposal=mitigate \
  --field "scope=The services host and process data of persons in the United States. [event 4]" \
  --field "nexus=Staff of the parent maintain the services." \
  --field "risk=Access to data and the power to cut the services off are not excluded. [event 4]" \
  --field "basis=(business-confidential) The answer to the demand names 214 accounts of the parent with access to production. [event 4]

(public) The demand was answered under oath. [event 3] [event 4]" \
  --field "terms=The transaction would be permitted on the measures of an agreement. [statement]"
if docket letter approve "$case" l3 --by "B. Approver"; then exit 1; fi
record letter edit "$case" l3 --field "signer=the Secretary" --field "nexus=Staff of the parent maintain the services. [event 4]"
if record letter approve "$case" l3; then exit 1; fi
docket letter review "$case" l3 --verdict fit --by "D. Reviewer"
issue l3 --on 2025-05-22 --service by-hand --key served
docket letter issue "$case" l3 --on 2025-05-22 --service by-hand --key served --by "C. Clerk"

record letter draft "$case" response --field "to=$from" --field "from=Alibaba Cloud US LLC" --field "signer=counsel for Alibaba Cloud US LLC" \
  --field "arguments=The accounts serve maintenance alone. [statement]" --field "measures=Access would be held by staff in the United States. [statement]" \
  --field meeting=asked
issue l4 --on 2025-06-10
record move "$case" consideration-started --on 2025-06-16
record letter draft "$case" mitigation-agreement --field "parties=the Secretary and Alibaba Cloud US LLC" --field "signer=the Secretary" \
  --field "party-signer=the president of Alibaba Cloud US LLC" --field "risk=The measures end access from abroad to data and systems. [event 4]" \
  --field "measures=1. Systems in the United States are administered from the United States alone. [instruction]
2. Each access is logged where it cannot be changed. [instruction]" \
  --field "evidence=Logs of access are kept for two years at the site in Virginia. [instruction]" \
  --field "verification=A third-party monitor reports to the Department every three months. [instruction]" \
  --field "breach=A breach may be punished as a violation of the determination. [law 15 CFR 791.200; OLD]"
issue l5 --on 2025-07-15
record move "$case" circulation-received --agency Justice --on 2025-08-01 --written
record move "$case" agency-concurred --agency Justice --on 2025-08-08

record letter draft "$case" final-determination --field "to=Alibaba Cloud US LLC" --field "signer=the Secretary" --field outcome=mitigated \
  --field "reasons=The measures that were agreed end the risk that was found. [event 8] [letter l5]" \
  --field "submissions=(business-confidential) The response says that the 214 accounts serve maintenance alone. [event 8]

(public) The response was received in time and led to the agreement. [event 8] [event 10]" \
  --field "cessation=Nothing ceases. [statement]" --field "measures=The measures of the agreement are made part of this determination. [instruction] [letter l5]"
issue l6 --on 2025-09-01

# The public version is made from what was issued, and goes through the same hands.
record letter release "$case" l6 --field "signer=the Director"
docket letter removals "$case" l7
issue l7 --on 2025-09-10
docket letter get "$case" l6 --form docx --to "$folder/final-determination.docx"
docket letter get "$case" l7 --form html --to "$folder/public-version.html"
docket letter check "$folder/final-determination.docx"
docket letter list "$case"
docket show "$case"
docket verify
