/** A package name as its ecosystem compares names: PyPI ignores case and takes `-`, `_` and `.` for the same (PEP 503). */
export function canonicalPackageName(ecosystem: string, name: string): string {
  return ecosystem === "pypi" ? name.toLowerCase().replace(/[-_.]+/g, "-") : name;
}
