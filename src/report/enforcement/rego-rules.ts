/**
 * The rules of the Rego policy, the same for every plan; what is blocked stands before them in the same package. They find what a plan
 * of Terraform would begin or change with a blocked provider, and the images that a Kubernetes object would run.
 */
export const regoRules = String.raw`
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

# ---- Terraform: providers and resources ----

changes contains change if {
	some plan in plans
	some change in plan.resource_changes
}

changes contains deferred.resource_change if {
	some plan in plans
	some deferred in plan.deferred_changes
}

# Destroying what is there is how a prohibition is carried out: it is never refused.
acts(change) if {
	some action in change.change.actions
	not action in {"no-op", "delete", "forget"}
}

acts(change) if change.change.importing

terraform_entries(thing) := {entry |
	some entry in blocked.terraform
	of_entry(thing, entry)
}

of_entry(thing, entry) if same_source(object.get(thing, "provider_name", ""), entry.source)

of_entry(thing, entry) if {
	entry.resource_prefix != ""
	startswith(object.get(thing, "type", ""), entry.resource_prefix)
}

same_source(name, source) if lower(name) == source

# A source without a host is that provider on whatever registry it comes from.
same_source(name, source) if {
	parts := split(lower(name), "/")
	count(parts) == 3
	concat("/", array.slice(parts, 1, 3)) == source
}

violations contains msg if {
	some change in changes
	acts(change)
	some entry in terraform_entries(change)
	msg := refused(concat("", [change.address, " (", concat(", ", change.change.actions), ")"]), entry)
}

violations contains msg if {
	some plan in plans
	some invocation in plan.action_invocations
	some entry in terraform_entries(invocation)
	msg := refused(concat("", [invocation.address, " (action)"]), entry)
}

violations contains msg if {
	some data_source in data_sources
	some entry in terraform_entries(data_source)
	msg := refused(concat("", [data_source.address, " (data source)"]), entry)
}

data_sources contains found if {
	some plan in plans
	walk(plan.configuration.root_module, [_, found])
	found.mode == "data"
	is_string(found.type)
	is_string(found.address)
}

# A provider stays configured as long as something of it is left to destroy.
violations contains msg if {
	some plan in plans
	some name, provider in plan.configuration.provider_config
	some entry in blocked.terraform
	same_source(object.get(provider, "full_name", ""), entry.source)
	not has_changes(plan, entry)
	msg := refused(concat("", ["provider ", name]), entry)
}

has_changes(plan, entry) if {
	some change in plan.resource_changes
	of_entry(change, entry)
}

remarks contains msg if {
	some change in changes
	change.change.actions == ["no-op"]
	not acts(change)
	some entry in terraform_entries(change)
	msg := concat("", [change.address, " is still there. ", because(entry)])
}

# ---- Terraform: hosts in modules and attributes ----

violations contains msg if {
	some plan in plans
	walk(plan.configuration.root_module, [path, call])
	path[count(path) - 2] == "module_calls"
	some host in hosts_of(call.source)
	some entry in host_entries(host)
	msg := refused(concat("", ["module ", path[count(path) - 1], " is fetched from ", host]), entry)
}

violations contains msg if {
	some mention in mentions
	not mention.type in blocked.block_list_types
	some entry in host_entries(mention.host)
	msg := refused(concat("", [mention.address, ": ", mention.attribute, " names ", mention.host]), entry)
}

remarks contains msg if {
	some mention in mentions
	mention.type in blocked.block_list_types
	some entry in host_entries(mention.host)
	msg := concat("", [mention.address, ": ", mention.attribute, " names ", mention.host, "; ", mention.type, " is taken for a block list. ", because(entry)])
}

mentions contains {"address": change.address, "type": change.type, "attribute": path_text(path), "host": host} if {
	some change in changes
	acts(change)
	walk(change.change.after, [path, value])
	some host in hosts_of(value)
}

mentions contains {"address": found.address, "type": found.type, "attribute": path_text(path), "host": host} if {
	some plan in plans
	some found in data_sources
	walk(found.expressions, [path, value])
	some text in texts(plan, value)
	some host in hosts_of(text)
}

mentions contains {"address": concat("", ["provider ", name]), "type": "", "attribute": path_text(path), "host": host} if {
	some plan in plans
	some name, provider in plan.configuration.provider_config
	walk(provider.expressions, [path, value])
	some text in texts(plan, value)
	some host in hosts_of(text)
}

# A text of the configuration, and what the variable that it refers to holds.
texts(plan, value) := {value} | {text |
	startswith(value, "var.")
	variable := split(trim_prefix(value, "var."), ".")[0]
	walk(plan.variables[variable].value, [_, text])
	is_string(text)
} if {
	is_string(value)
}

path_text(path) := concat(".", [text | some part in path; text := part_text(part)])

part_text(part) := part if is_string(part)

part_text(part) := format_int(part, 10) if is_number(part)

# ---- Kubernetes: images ----

violations contains msg if {
	some object in objects
	some image in images(object)
	host := image_host(image)
	some entry in host_entries(host)
	msg := refused(concat("", [object_name(object), ": image ", image, " comes from ", host]), entry)
}

# Pods, pod templates wherever they stand (also in resources of others), and volumes that are images.
images(object) := {image |
	walk(object, [_, holder])
	some field in ["containers", "initContainers", "ephemeralContainers"]
	some container in holder[field]
	image := container.image
	is_string(image)
} | {image |
	walk(object, [_, holder])
	some volume in holder.volumes
	image := volume.image.reference
	is_string(image)
}

object_name(object) := concat("/", [object.kind, name]) if {
	name := object.metadata.name
} else := concat("/", [object.kind, object.metadata.generateName]) if {
	true
} else := object.kind

# The first part is a host if it has a dot, a colon or upper case, or is localhost; everything else is on Docker Hub.
image_host(image) := hub_or(trim_right(split(lower(first), ":")[0], ".")) if {
	parts := split(image, "/")
	count(parts) > 1
	first := parts[0]
	regex.match("[.:A-Z]|^localhost$", first)
} else := "docker.io"

hub_or(host) := "docker.io" if {
	host in {"index.docker.io", "registry-1.docker.io"}
} else := host

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
