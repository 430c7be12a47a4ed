import type { DocumentLoss } from '../../../model/memory/document.js';
import type { EntryProp } from '../../../model/memory/entry.js';
import { decodeAttribute, type XmlTag } from '../../../xml/syntax.js';
import { own } from '../codes/content.js';
import { isTime } from '../values.js';

/** Attributes of `<tu>` and `<tuv>` that are kept as they are (TMX 1.4b). */
const kept: ReadonlySet<string> = new Set([
  ...['creationid', 'changeid', 'creationtool', 'creationtoolversion', 'o-tmf', 'o-encoding', 'datatype'],
]);
/** Those that a `<tu>` has besides. */
const ofUnit: ReadonlySet<string> = new Set(['tuid', 'segtype', 'srclang']);
const dates: ReadonlySet<string> = new Set(['creationdate', 'changedate', 'lastusagedate']);
/** What is read in another way. */
const known: ReadonlySet<string> = new Set(['xml:lang', 'lang', 'usagecount']);

/** No count of a translation is less than 1. */
const neverUsed = /^0+$/;

/** All attributes, references resolved. */
export function attributesOf({ attributes }: XmlTag): readonly EntryProp[] {
  const all: EntryProp[] = [];
  for (let at = 0; at < attributes.length; at += 2) {
    all.push({ type: own(attributes[at] ?? ''), value: own(decodeAttribute(attributes[at + 1] ?? '')) });
  }
  return all;
}

/** What is to be written again of the attributes of a `<tu>` or a `<tuv>`; what cannot be is added to `leftOut`. */
export function keptAttributes(tag: XmlTag, isUnit: boolean, leftOut: DocumentLoss[]): readonly EntryProp[] {
  return attributesOf(tag).filter(({ type, value }) => {
    if (known.has(type)) return type === 'usagecount' && neverUsed.test(value);
    if (dates.has(type) ? isTime(value) : kept.has(type) || (isUnit && ofUnit.has(type))) return true;
    leftOut.push({ code: 'document/not-kept', args: [`the attribute ${type}="${value.slice(0, 100)}"`] });
    return false;
  });
}
