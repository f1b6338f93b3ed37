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

record move "$case" consensus-sought --on 2022-04-20
record move "$case" consensus-reached --on 2022-05-10
record move "$case" final-determination --on 2022-06-01 --outcome mitigated --signed-by "the Secretary" --written

# Asked twice with one key, it is done once.
record note "$case" "Measures are monitored from here on." --key monitoring
record note "$case" "Measures are monitored from here on." --key monitoring

docket show "$case"
docket log "$case"
docket calendar "$case" --as-of 2022-03-10 --output "$folder/deadlines.ics" --quiet
record export "$case" --to "$folder/case.zip"
docket verify "$folder/case.zip"
docket verify
