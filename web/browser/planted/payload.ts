/**
 * What a stranger could plant: it breaks out of attributes, scripts, styles and titles, steers a terminal, and turns the direction of what follows.
 * It has no space, so that logs of words can hold it. The mark tells where it came from.
 */
export function payload(mark: string): string {
  return `${mark}"'></title></style></textarea></script><script>window.planted=1</script><img/src=x/onerror=window.planted=1><svg/onload=window.planted=1>\u001b[31m\u202e`;
}

/** The same where little fits. */
export function shortPayload(mark: string): string {
  return `${mark}"'><img/src=x/onerror=window.planted=1>\u202e`;
}

/** The same where an address belongs. */
export function plantedAddress(mark: string): string {
  return `javascript:window.planted=1//${mark}`;
}

/** The same as the name of a folder or a file. */
export function plantedName(mark: string): string {
  return `${mark}"'><img src=x onerror=window.planted=1>\u001b[31m\u202e`;
}

/** A mark as it is shown: letters and digits only, so that nothing on the way changes it. */
export function markOf(format: string): string {
  return `zq${format.replaceAll(/[^a-z0-9]/g, "")}qz`;
}

/** Looks for what must not be in a page, whatever was planted: elements, addresses and handlers that came from content, or that any of it ran. */
export const cameAlive = String.raw`(() => {
  const found = window.planted === undefined ? [] : ["it ran"];
  const foreign = "img:not([src^='/api/cases/']), iframe, object, embed, main script, [onload], [onerror], svg script, foreignObject";
  for (const one of document.querySelectorAll(foreign)) found.push(one.outerHTML.slice(0, 160));
  for (const one of document.querySelectorAll("script:not([src])"))
    if (one.type !== "application/json" && one.textContent.includes("window.planted")) found.push("a script holds it");
  for (const one of document.querySelectorAll("*"))
    for (const name of ["href", "src", "action", "formaction", "xlink:href"])
      if (/^\s*(javascript|data|vbscript):/i.test(one.getAttribute(name) ?? "")) found.push(name + "=" + one.getAttribute(name).slice(0, 120));
  if (/[\u001b\u202e]/.test(document.documentElement.textContent)) found.push("a character that steers is shown as it is");
  return found;
})()`;
