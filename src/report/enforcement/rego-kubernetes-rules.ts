/** The images that a Kubernetes object would run. */
export const regoKubernetesRules = `
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

`.trimStart();
