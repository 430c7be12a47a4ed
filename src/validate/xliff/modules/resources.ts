import { elementsBelow, elementsIn, type XmlElement } from '../../../xml/reader.js';
import type { Report } from '../../problem.js';
import { checkLanguage, checkUnique, childrenNamed } from '../elements.js';
import { xliffGrammar } from '../rules.js';

/** The ids of the resources of a file, those in its groups and units too. */
export function resourceIdsIn(file: XmlElement): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const element of elementsBelow(file)) {
    const id = element.attributes.get('id');
    if (id !== undefined && xliffGrammar.nameOf(element) === 'res:resourceItem') ids.add(id);
  }
  return ids;
}

/** Checks the ids and references of resource data (section 5.5). */
export function checkReferences(resourceData: XmlElement, known: ReadonlySet<string>, report: Report): void {
  const ids = new Set<string>();
  for (const item of childrenNamed(resourceData, 'res:resourceItem', 'res:resourceItemRef')) {
    checkUnique(item, ids, 'xliff/duplicate-module-id', report);
    const ref = item.attributes.get('ref');
    if (xliffGrammar.nameOf(item) !== 'res:resourceItemRef' || ref === undefined || known.has(ref)) continue;
    report.at(item, 'ref', 'xliff/unresolved-resource', [ref]);
  }
}

/** Checks a resource: each side is here or elsewhere, in the language of its side. */
export function checkItems(
  item: XmlElement,
  { srcLang, trgLang }: { readonly srcLang: string | undefined; readonly trgLang: string | undefined },
  report: Report,
): void {
  const sides = childrenNamed(item, 'res:source', 'res:target');
  for (const side of sides) {
    const href = side.attributes.has('href');
    if (href !== isEmpty(side)) report.add('xliff/resource-content', side.start, [href ? 'both' : 'neither']);
    checkLanguage(side, side.attributes.get('xml:lang'), side.local === 'source' ? srcLang : trgLang, report);
  }
  if (item.attributes.has('mimeType') || sides.length < 2 || !sides.every(isEmpty)) return;
  report.add('xliff/resource-type', item.start, []);
}

/** Whether a side holds no element; white space between tags is no content, other text is reported with the structure. */
function isEmpty(side: XmlElement): boolean {
  return (
    elementsIn(side).length === 0 && side.children.every((child) => child.kind !== 'text' || !/\S/.test(child.text))
  );
}
