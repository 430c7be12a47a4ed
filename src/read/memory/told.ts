import type { DocumentLoss, DocumentUnit, DocumentVariant } from '../../model/memory/document.js';
import type { EntryPlace, EntryProp } from '../../model/memory/entry.js';

/** What stands before the name of an attribute that a property stands for: no property of TMX has such a name here. */
const mark = '@';

/** Attributes that say who made an entry of ours: they are written anyway. */
const tool = 'sspr-tm';

/** An entry of ours has all of these, or none. */
const dates = ['creationdate', 'changedate', 'lastusagedate'] as const;

/**
 * Attributes of a unit, and of one of its translations, as properties `@NAME`, for a memory that is written again. What the
 * translation says comes before what the unit says. What its source says of itself has no place beside them: that it is
 * lost is added to `leftOut`, unless it is the same. `places`: those that the unit names; what we said of them is left out.
 */
export function toldProps(
  unit: DocumentUnit,
  source: DocumentVariant,
  variant: DocumentVariant,
  places: readonly EntryPlace[],
  leftOut: DocumentLoss[],
): readonly EntryProp[] {
  const { attributes: ofUnit, id } = unit;
  if (ofUnit === undefined) return [];
  const told = new Map(ofUnit.map(({ type, value }) => [type, value]));
  const own = new Map((variant.attributes ?? []).map(({ type, value }) => [type, value]));
  for (const type of ['creationdate', 'changedate']) {
    if (isContrary(type, told.get(type), own)) for (const name of [type, type.replace('date', 'id')]) told.delete(name);
  }
  for (const [type, value] of own) told.set(type, value);
  const nearer: ReadonlyMap<string, string> = new Map(told);
  for (const { type, value } of source.attributes ?? []) {
    const other = told.get(type);
    if (other === undefined && !isContrary(type, value, nearer)) told.set(type, value);
    else if (other !== value) leftOut.push({ code: 'document/not-kept', args: [`${type}="${value}" of the source`] });
  }
  // Where OmegaT wants no name at the unit, it stands at the source.
  const name = source.props.find(({ type }) => type === 'x-tuid')?.value;
  if (name !== undefined) told.set('x-tuid', name);
  if (id === undefined) told.delete('tuid');
  forgetOwn(told, places);
  // Nothing but that it was never used is told: another count is that of the entry.
  if ((variant.usageCount ?? unit.usageCount ?? source.usageCount) !== 0) told.delete('usagecount');
  if (told.get('creationtool') === undefined) told.delete('creationtoolversion');
  const hasAllDates = dates.every((type) => told.has(type)) || !dates.some((type) => told.has(type));
  if (hasAllDates && ![...told].some(([type, value]) => value !== tool && !isRead(type, value, told))) return [];
  const props: EntryProp[] = [];
  for (const [type, value] of told) if (value !== tool) props.push({ type: mark + type, value });
  return props;
}

/** Whether a date says that a translation was changed before it was made, beside what stands nearer to it. */
function isContrary(type: string, value: string | undefined, nearer: ReadonlyMap<string, string>): boolean {
  if (value === undefined) return false;
  if (type === 'changedate') return value < (nearer.get('creationdate') ?? value);
  return type === 'creationdate' && value > (nearer.get('changedate') ?? value);
}

/** What we say of a unit whose places are known is made again: its first place may be another one. */
function forgetOwn(told: Map<string, string>, places: readonly EntryPlace[]): void {
  for (const name of ['tuid', 'x-tuid']) if (isOwnName(told.get(name) ?? '', places)) told.delete(name);
  if (told.get('segtype') === 'paragraph' && places.some(({ id }) => ofParagraph.test(id))) told.delete('segtype');
}

/** What names of other tools are no longer than, and ours hardly ever are. */
const longestName = 500;
/** As articles name entries: by the hash of the original, or by the end of the path and its hash; then the id. */
const ownName = /^([0-9a-f]{12}|[\w.-]*\.[0-9a-f]{8})-(.+?)(?:\.[0-9a-f]{8})?(?:\.[0-9]+)?$/;
/** Pairs that are a paragraph have a `p` before their number. */
const ofParagraph = /(?:^|-)p[^-]*$/;

function isOwnName(name: string, places: readonly EntryPlace[]): boolean {
  const [, stem = '', rest = ''] = (name.length > longestName ? undefined : ownName.exec(name)) ?? [];
  if (stem === '') return false;
  return places.some(
    ({ id, sourceHash }) =>
      (stem.includes('.') || sourceHash?.startsWith(stem) === true) && (id === rest || id.endsWith(`-${rest}`)),
  );
}

/** Whether nothing but a day is said, which the entry has anyway. */
function isRead(type: string, value: string, told: ReadonlyMap<string, string>): boolean {
  if (type === 'lastusagedate') return value === told.get('changedate');
  return (type === 'creationdate' || type === 'changedate') && value.endsWith('T000000Z');
}
