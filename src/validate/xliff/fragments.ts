import type { XmlElement } from '../../xml/reader.js';
import type { Report } from '../problem.js';
import { nmtoken } from '../values.js';
import { noteIdsOf } from './content.js';
import type { DocumentIndex, FileIndex, UnitIds } from './index-of-ids.js';

/** A step of a fragment identifier (section 3): `u=1` selects the unit 1; without a prefix, a segment or source code. */
interface Selector {
  readonly prefix: string;
  readonly id: string;
}

/** Where a reference stands: in a file and a unit, or in neither. */
export interface Place {
  readonly index: DocumentIndex;
  readonly file?: string;
  readonly unit?: XmlElement | undefined;
}

/** Where a reference in a unit stands. */
export interface UnitPlace extends Place {
  readonly file: string;
  readonly unit: XmlElement;
}

/** The order in which selectors may follow each other; all others are leaves, of which one may stand, at the end. */
const order: readonly string[] = ['f', 'g', 'u'];
const leaves: readonly string[] = ['n', 'd', 't', ''];
/** Of the modules. */
const modulePrefixes: readonly string[] = ['gls', 'mda', 'mtc', 'res', 'slr', 'ctr', 'val', 'its', 'itsm', 'fs', 'pgs'];
/** Of extensions; TBX is the one that the examples of the specification use. What they select is not known here. */
const extensionPrefixes: readonly string[] = ['tbx'];

/** The selectors of a reference that starts with `#`, or what is wrong with it. */
function parseFragment(ref: string): { selectors: readonly Selector[]; fault?: undefined } | { fault: string } {
  const absolute = ref.startsWith('#/');
  const selectors: Selector[] = [];
  let last = -1;
  for (const step of ref.slice(absolute ? 2 : 1).split('/')) {
    const equals = step.indexOf('=');
    const [prefix, id] = equals < 0 ? ['', step] : [step.slice(0, equals), step.slice(equals + 1)];
    if (!nmtoken.isValid(id) || (equals >= 0 && !nmtoken.isValid(prefix))) return { fault: `"${step}" is no selector` };
    const rank = order.includes(prefix) ? order.indexOf(prefix) : order.length;
    if (rank === order.length && prefix.length === 1 && !leaves.includes(prefix)) {
      return { fault: `the prefix ${prefix} is none of the core, and too short for another one` };
    }
    if (rank <= last) {
      return { fault: rank === order.length ? 'two selectors select the last thing' : `${step} stands too late` };
    }
    last = rank;
    selectors.push({ prefix, id });
  }
  if (absolute && selectors[0]?.prefix !== 'f') return { fault: 'an absolute one starts with a file' };
  return { selectors };
}

/** Checks a reference that starts with `#`: its form, and that it selects something. Others lead out of the document. */
export function checkFragment(element: XmlElement, ref: string, place: Place, report: Report): void {
  if (!ref.startsWith('#')) return;
  const { selectors, fault } = { selectors: [], ...parseFragment(ref) };
  const { prefix } = selectors.at(-1) ?? { prefix: '' };
  if (fault !== undefined) {
    report.at(element, 'ref', 'xliff/fragment-syntax', [ref, fault]);
  } else if (![...order, ...leaves, ...modulePrefixes, ...extensionPrefixes].includes(prefix)) {
    report.at(element, 'ref', 'xliff/fragment-prefix', [prefix]);
  } else if (!extensionPrefixes.includes(prefix) && !resolves(selectors, place)) {
    report.at(element, 'ref', 'xliff/unresolved-fragment', [ref]);
  }
}

function resolves(selectors: readonly Selector[], place: Place): boolean {
  const { file, unit, leaf, group } = follow(selectors, place);
  // Notes of the document stand in no file.
  if (place.file === undefined && selectors[0] === leaf && leaf?.prefix === 'n') return place.index.notes.has(leaf.id);
  if (file === undefined || group === null || unit === null) return false;
  if (leaf === undefined) return true;
  if (modulePrefixes.includes(leaf.prefix)) {
    return place.index.moduleIds(unit ?? group ?? file.element, leaf.prefix).has(leaf.id);
  }
  if (leaf.prefix === 'n' && unit === undefined) {
    return (group === undefined ? file.notes : noteIdsOf(group)).has(leaf.id);
  }
  return unit !== undefined && idsFor(leaf.prefix, place.index.unitIds(unit)).has(leaf.id);
}

function idsFor(prefix: string, ids: UnitIds): ReadonlySet<string> {
  if (prefix === 'n') return ids.notes;
  if (prefix === 'd') return ids.data;
  return prefix === 't' ? ids.target : ids.source;
}

/** What selectors lead to; `null` where they name something that is not there. */
function follow(
  selectors: readonly Selector[],
  { index, file: ownFile, unit: ownUnit }: Place,
): {
  readonly file: FileIndex | undefined;
  readonly group: XmlElement | null | undefined;
  readonly unit: XmlElement | null | undefined;
  readonly leaf: Selector | undefined;
} {
  const idOf = (prefix: string): string | undefined => selectors.find((selector) => selector.prefix === prefix)?.id;
  const leaf = selectors.find(({ prefix }) => !order.includes(prefix));
  const fileId = idOf('f') ?? ownFile;
  const file = fileId === undefined ? undefined : index.fileNamed(fileId);
  const groupId = idOf('g');
  const group = groupId === undefined ? undefined : (file?.groups.get(groupId) ?? null);
  const unitId = idOf('u');
  // Without a file, group or unit before it, a leaf is looked for in the unit of the reference.
  const unit = unitId === undefined ? (selectors[0] === leaf ? ownUnit : undefined) : (file?.units.get(unitId) ?? null);
  return { file, group, unit, leaf };
}

/** Whether a reference selects a leaf of its own unit: one of `prefixes` (empty: a segment or source element). */
export function selectsOwn(ref: string, prefixes: readonly string[], place: UnitPlace): boolean {
  const { selectors, fault } = { selectors: [], ...(ref.startsWith('#') ? parseFragment(ref) : { fault: ref }) };
  if (fault !== undefined) return false;
  const { file, unit, leaf } = follow(selectors, place);
  if (file === undefined || unit !== place.unit || leaf === undefined || !prefixes.includes(leaf.prefix)) return false;
  return idsFor(leaf.prefix, place.index.unitIds(unit)).has(leaf.id);
}
