const placeholder = /<[^<>]*>/;
const constant = /^[a-z0-9._-]*$/;

/** What stands for a placeholder that is a whole label: one or more labels. */
const labels = "[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*";
/** What stands for a placeholder within a label. */
const withinLabel = "[a-z0-9_-]+";

/**
 * A regular expression in the RE2 syntax for a host with placeholders, such as `registry.<region>.aliyuncs.com`, to be held against a
 * whole host in lower case. Undefined where the text is no host, or nothing constant of two labels ties it to anybody.
 */
export function hostPattern(host: string): string | undefined {
  const parts = host.trim().toLowerCase().split(".");
  if (!parts.every((label) => label !== "" && label.split(placeholder).every((piece) => constant.test(piece)))) return undefined;
  const open = parts.findLastIndex((label) => placeholder.test(label));
  if (parts.length - 1 - open < 2) return undefined;
  return parts.map(labelPattern).join("\\.");
}

/** The same for a name and every name below it. */
export function suffixPattern(suffix: string): string | undefined {
  const name = domainName(suffix);
  return name && `(?:[^/:]*\\.)?${name.replaceAll(".", "\\.")}`;
}

/** A domain name as it stands on the wire: lower case, without a dot at the end; undefined where the text is none. */
export function domainName(text: string): string | undefined {
  const name = text.trim().toLowerCase().replace(/\.$/, "");
  return name.length <= 253 && /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name)
    ? name
    : undefined;
}

function labelPattern(label: string): string {
  const pieces = label.split(placeholder);
  return pieces.length === 2 && pieces.every((piece) => piece === "") ? labels : pieces.join(withinLabel);
}
