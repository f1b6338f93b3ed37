/** What a plan of Terraform would begin or change with a blocked provider, and the blocked hosts that it names. */
export const regoTerraformRules = `
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

`.trimStart();
