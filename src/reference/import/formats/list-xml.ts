import { ImportError } from "../format.js";
import { readXml } from "../xml.js";

/** One element of a list with all that is in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  readonly children: XmlElement[];
  /** Of its first tag, from 1. */
  readonly line: number;
}

/** More elements than any record of a real list has by a hundred times. */
const maxElements = 500_000;

/**
 * Reads XML and gives the elements of some names whole, one after the other; what lies outside of them is read and let go. `root` is
 * told the outermost element first. Memory holds one record. Throws `ImportError` where the file is no sound XML (see `readXml`).
 */
export async function forEachXmlRecord(
  bytes: AsyncIterable<Uint8Array>,
  root: (name: string, attributes: Readonly<Record<string, string>>) => void,
  records: Readonly<Record<string, (record: XmlElement) => void>>,
): Promise<void> {
  const open: XmlElement[] = [];
  let begun = false;
  let elements = 0;
  await readXml(bytes, {
    start(name, attributes, place) {
      if (!begun) root(name, attributes);
      begun = true;
      const parent = open.at(-1);
      if (!parent && !Object.hasOwn(records, name)) return;
      if (!parent) elements = 0;
      elements += 1;
      if (elements > maxElements) throw new ImportError(`line ${place.line}: the record holds more than ${maxElements} elements.`);
      const element = { name, attributes, text: "", children: [], line: parent ? parent.line : place.line };
      parent?.children.push(element);
      open.push(element);
    },
    end(name, text) {
      const element = open.pop();
      if (!element) return;
      element.text = text;
      if (open.length === 0) records[name]?.(element);
    },
  });
}

/** The first child of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** Text of the element at the end of a path of first children; undefined where it is missing or empty. */
export function textAt(element: XmlElement | undefined, ...path: string[]): string | undefined {
  return path.reduce<XmlElement | undefined>(childOf, element)?.text || undefined;
}
