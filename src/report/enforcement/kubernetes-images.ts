/** A text as a string of CEL, which takes the escapes of JSON, but none of half a character. */
export function quoted(text: string): string {
  return JSON.stringify(text.replace(/\p{Cs}/gu, "\ufffd"));
}

/** The variables of the policy, each in terms of those before it. `images` are those that a change brings in, each with its registry. */
export const imageVariables = [
  { name: "podsBefore", expression: podSpecs("oldObject") },
  { name: "podsAfter", expression: podSpecs("object") },
  { name: "imagesBefore", expression: imagesOf("variables.podsBefore") },
  { name: "imagesAfter", expression: imagesOf("variables.podsAfter") },
  // An object that already has a blocked image can be changed in all else, and wound down.
  { name: "imagesNew", expression: "variables.imagesAfter[0].filter(image, !variables.imagesBefore.exists(images, image in images))" },
  { name: "images", expression: `variables.imagesNew.map(image, {"name": string(image), "registry": ${registryOf("image")}})` },
];

/**
 * The registry of an image as container engines read it: the first part is a host only if it has a dot, a colon or upper case, or is
 * localhost; everything else is on Docker Hub.
 * @see https://github.com/distribution/reference
 */
function registryOf(image: string): string {
  return `${image}.matches("^[^/]*[.:A-Z][^/]*/|^localhost/") ? ${image}.split("/")[0].lowerAscii() : "docker.io"`;
}

/** The specification of the pods of an object, in a list of one; an empty list where there is no object. */
function podSpecs(name: "object" | "oldObject"): string {
  const specification = [
    'any.kind == "Pod" ? any.spec',
    'any.kind == "CronJob" ? any.spec.jobTemplate.spec.template.spec',
    'any.kind == "PodTemplate" ? any.template.spec',
    "has(any.spec.template) ? any.spec.template.spec",
    "{}",
  ].join(" : ");
  // As a dynamic value, so that no kind is held to have the fields of another.
  return `[dyn(${name})].filter(any, any != null).map(any, ${specification})`;
}

/** What the pods would run, and what they mount as volumes that are images: a list of images for each specification. */
function imagesOf(pods: string): string {
  const lists = ["containers", "initContainers", "ephemeralContainers"].map(
    (field) => `(has(pod.${field}) ? pod.${field}.filter(one, has(one.image)).map(one, one.image) : [])`,
  );
  const volumes =
    "(has(pod.volumes) ? pod.volumes.filter(one, has(one.image) && has(one.image.reference)).map(one, one.image.reference) : [])";
  return `${pods}.map(pod, ${[...lists, volumes].join(" + ")})`;
}
