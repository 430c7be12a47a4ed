import type { DocumentLoss, DocumentUnit, DocumentVariant } from '../../model/memory/document.js';
import type { EntryProp } from '../../model/memory/entry.js';

/** What stands before the name of an attribute that a property stands for: no property of TMX has such a name here. */
const mark = '@';

/** Attributes that say who made an entry of ours: they are written anyway. */
const tool = 'sspr-tm';

/**
 * Attributes of a unit, and of one of its translations, as properties `@NAME`, for a memory that is written again. What the
 * translation says comes before what the unit says. What its source says of itself has no place beside them: that it is
 * lost is added to `leftOut`, unless it is the same.
 */
export function toldProps(
  unit: DocumentUnit,
  source: DocumentVariant,
  variant: DocumentVariant,
  isOurs: boolean,
  leftOut: DocumentLoss[],
): readonly EntryProp[] {
  const { attributes: ofUnit, id } = unit;
  if (ofUnit === undefined) return [];
  const told = new Map(ofUnit.map(({ type, value }) => [type, value]));
  for (const { type, value } of variant.attributes ?? []) told.set(type, value);
  for (const { type, value } of source.attributes ?? []) {
    const other = told.get(type);
    if (other === undefined) told.set(type, value);
    else if (other !== value) leftOut.push({ code: 'document/not-kept', args: [`${type}="${value}" of the source`] });
  }
  // Where OmegaT wants no name at the unit, it stands at the source.
  const name = source.props.find(({ type }) => type === 'x-tuid')?.value;
  if (name !== undefined) told.set('x-tuid', name);
  if (id === undefined) told.delete('tuid');
  if (isOurs) forgetOwn(told);
  if (told.get('creationtool') === undefined) told.delete('creationtoolversion');
  if (![...told].some(([type, value]) => value !== tool && !isRead(type, value, told))) return [];
  const props: EntryProp[] = [];
  for (const [type, value] of told) if (value !== tool) props.push({ type: mark + type, value });
  return props;
}

/** What we say of a unit whose place is known is made again: that place may be another one. */
function forgetOwn(told: Map<string, string>): void {
  for (const name of ['tuid', 'x-tuid']) if (ownName.test(told.get(name) ?? '')) told.delete(name);
  if (told.get('segtype') === 'paragraph') told.delete('segtype');
}

/** As articles name entries: by the hash of the original, or by the end of the path and its hash. */
const ownName = /^(?:[0-9a-f]{12}|[\w.-]*\.[0-9a-f]{8})-/;

/** Whether nothing but a day is said, which the entry has anyway. */
function isRead(type: string, value: string, told: ReadonlyMap<string, string>): boolean {
  if (type === 'lastusagedate') return value === told.get('changedate');
  return (type === 'creationdate' || type === 'changedate') && value.endsWith('T000000Z');
}
