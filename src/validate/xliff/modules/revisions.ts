import { elementsBelow, type XmlElement } from '../../../xml/reader.js';
import type { Report } from '../../problem.js';
import { childrenNamed } from '../elements.js';
import { xliffGrammar } from '../rules.js';

/** Checks the change tracks (section 5.6) of a file, group or unit. */
export function checkRevisions(holder: XmlElement, report: Report): void {
  const tracks = childrenNamed(holder, 'ctr:changeTrack');
  if (tracks.length === 0) return;
  const named = new Map<string, XmlElement>();
  const withId = new Map<string, number>();
  for (const element of elementsBelow(holder)) {
    const name = xliffGrammar.nameOf(element);
    const id = element.attributes.get('id');
    if (id === undefined || name.startsWith('ctr:')) continue;
    if (!named.has(id)) named.set(id, element);
    withId.set(name, (withId.get(name) ?? 0) + 1);
  }
  for (const revisions of tracks.flatMap((track) => childrenNamed(track, 'ctr:revisions'))) {
    const ref = revisions.attributes.get('ref');
    const appliesTo = revisions.attributes.get('appliesTo') ?? '';
    const element = ref === undefined ? undefined : named.get(ref);
    if (ref !== undefined && element === undefined) {
      report.at(revisions, 'ref', 'xliff/unresolved-revision', [ref]);
    } else if (ref === undefined && (withId.get(appliesTo) ?? 0) > 1) {
      report.add('xliff/revision-without-ref', revisions.start, [appliesTo]);
    }
    for (const revision of childrenNamed(revisions, 'ctr:revision')) checkItems(revision, element, report);
  }
}

/** What an item is the old value of: the content, or an attribute, of the element. */
function checkItems(revision: XmlElement, element: XmlElement | undefined, report: Report): void {
  const told = new Set<string>();
  for (const item of childrenNamed(revision, 'ctr:item')) {
    const property = item.attributes.get('property');
    if (property === undefined) continue;
    if (told.has(property)) {
      report.at(item, 'property', 'xliff/revision-property', [`${property} is said twice`]);
    } else if (property !== 'content' && element !== undefined && !element.attributes.has(property)) {
      report.at(item, 'property', 'xliff/revision-property', [`the ${element.name} has no attribute ${property}`]);
    }
    told.add(property);
  }
}
