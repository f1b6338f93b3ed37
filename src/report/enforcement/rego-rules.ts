import { regoKubernetesRules } from "./rego-kubernetes-rules.js";
import { regoTerraformRules } from "./rego-terraform-rules.js";

const whenAndWhat = `
# ---- when ----

now := time.now_ns()

pending if now < blocked.from_ns

expired if now >= blocked.end_ns

in_force if {
	not pending
	not expired
}

deny contains msg if {
	in_force
	some msg in violations
}

warn contains msg if {
	pending
	some violation in violations
	msg := concat("", ["From ", blocked.from_day, " this is refused: ", violation])
}

warn contains msg if {
	not expired
	some msg in remarks
}

warn contains msg if {
	in_force
	now >= blocked.review_ns
	msg := concat("", [blocked.title, ": the review of this block was due by ", blocked.review_day, "."])
}

warn contains msg if {
	expired
	msg := concat("", [
		blocked.title, ": EXPIRED after ", blocked.expires_day,
		". This policy refuses nothing any more: renew it or take it out.",
	])
}

# ---- what is looked at ----

documents contains input if is_object(input)

# conftest --combine gives all files at once.
documents contains document if {
	is_array(input)
	some file in input
	some document in contents(file.contents)
}

contents(value) := [value] if is_object(value)

contents(value) := value if is_array(value)

# HCP Terraform has the plan under "plan"; "terraform show -json" is the plan itself.
plans contains document if {
	some document in documents
	document.resource_changes
}

plans contains document if {
	some document in documents
	document.planned_values
}

plans contains document.plan if {
	some document in documents
	is_object(document.plan)
}

objects contains document if {
	some document in documents
	is_kubernetes(document)
}

objects contains object.union(item, {"apiVersion": object.get(item, "apiVersion", ""), "kind": object.get(item, "kind", "")}) if {
	some document in documents
	is_kubernetes(document)
	some item in document.items
}

# A webhook sends the object within a review, and Gatekeeper the review alone.
objects contains document.request.object if {
	some document in documents
	document.kind == "AdmissionReview"
}

objects contains document.review.object if some document in documents

is_kubernetes(document) if {
	is_string(document.apiVersion)
	is_string(document.kind)
}

remarks contains msg if {
	some document in documents
	not is_kubernetes(document)
	not document.resource_changes
	not document.planned_values
	not is_object(object.get(document, "plan", null))
	not is_object(object.get(document, "review", null))
	msg := concat("", [blocked.title, ": neither a plan of Terraform nor a Kubernetes object; nothing was checked in it."])
}

`.trimStart();

const hostsAndWords = String.raw`
# ---- hosts ----

# Every run of characters between those that cannot be in a host, with a dot in it; what stands behind a single slash is a path.
hosts_of(value) := {host |
	delimiters := "\\x00-\\x20/:@?#&=,;\"'\u0060<>(){}\\[\\]|\\\\*!$%^~+"
	pattern := concat("", ["([", delimiters, "]*)([^", delimiters, "]+)"])
	some found in regex.find_all_string_submatch_n(pattern, lower(value), -1)
	found[1] != "/"
	host := trim(found[2], ".")
	contains(host, ".")
	count(host) < 254
} if {
	is_string(value)
} else := set()

host_entries(host) := {entry |
	labels := split(host, ".")
	some first in numbers.range(0, count(labels) - 1)
	some entry in blocked.names[concat(".", array.slice(labels, first, count(labels)))]
	not is_open(host, entry)
} | {entry |
	some entry in blocked.registries
	regex.match(entry.pattern, host)
}

is_open(host, entry) if {
	some open in entry.except
	under(host, open)
}

under(host, suffix) if host == suffix

under(host, suffix) if endswith(host, concat("", [".", suffix]))

# ---- what is said ----

refused(what, entry) := concat("", [what, ". ", because(entry)])

because(entry) := concat("", [
	entry.provider, ": ", entry.why, " (", entry.confidence, " confidence; ", concat(", ", entry.sources), "). ",
	blocked.title, ", to be reviewed by ", blocked.review_day, ".",
])
`.trimStart();

/**
 * The rules of the Rego policy, the same for every plan; what is blocked stands before them in the same package. They find what a plan
 * of Terraform would begin or change with a blocked provider, and the images that a Kubernetes object would run.
 */
export const regoRules = [whenAndWhat, regoTerraformRules, regoKubernetesRules, hostsAndWords].join("");
