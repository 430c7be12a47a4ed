import type { EntryProp, UniformTarget } from '../../../model/memory/entry.js';
import { attribute } from '../../../xml/escapes.js';
import { timeOf } from './side.js';

/** Never a person: who translated is said by HT or MT. */
const tool = 'sspr-tm';

/** Properties `@NAME` stand for attributes of a memory that is written again. */
export function isAttribute({ type }: EntryProp): boolean {
  return type.charCodeAt(0) === 0x40;
}

/** What a `<tu>` has besides, which no `<tuv>` may have. */
const ofUnit: ReadonlySet<string> = new Set(['@tuid', '@segtype', '@srclang']);
/** What is written at its own place. */
const placed: ReadonlySet<string> = new Set([
  ...['@tuid', '@x-tuid', '@segtype', '@creationdate', '@creationid', '@changedate', '@changeid', '@lastusagedate'],
  '@usagecount',
]);

/** The attributes that say when and how often a translation was used, and all others that are known. */
export function useOf(target: UniformTarget, isUnit: boolean): string {
  const { firstHandoff, lastHandoff, count, props, places } = target;
  if (props === undefined || !props.some(isAttribute)) {
    const { before, after } = daysOf(firstHandoff, lastHandoff);
    return `${before} usagecount="${count}"${after}`;
  }
  const last = timeOf(lastHandoff);
  const told = new Map(
    props
      .filter(isAttribute)
      .reverse()
      .map(({ type, value }) => [type, value]),
  );
  const first = timeOf(firstHandoff);
  const [toldCreated, toldChanged] = [told.get('@creationdate'), told.get('@changedate')];
  const isNew = isLater(last, told);
  // That it was made, or changed, when nothing but the other is said of that day, nobody knows.
  const created = toldCreated === undefined && isOfDay(toldChanged, first) ? undefined : sameDay(toldCreated, first);
  const changed = toldChanged === undefined && isOfDay(toldCreated, last) ? undefined : sameDay(toldChanged, last);
  const used = told.get('@lastusagedate');
  // One that was never used counts as one, and stays as it was until an article has it.
  const isUsed = count > 1 || places.length > 0;
  const usageCount = (isUsed ? undefined : told.get('@usagecount')) ?? count;
  let xml =
    dated(
      'creation',
      created,
      isEarlier(first, told) ? tool : (told.get('@creationid') ?? (created === undefined ? undefined : tool)),
    ) +
    dated('change', changed, isNew ? tool : (told.get('@changeid') ?? (changed === undefined ? undefined : tool))) +
    ` usagecount="${usageCount}"${attribute('lastusagedate', (isNew || places.length > 0) && (used ?? '') < (changed ?? '') ? changed : used)}`;
  for (const [type, value] of [...told].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!placed.has(type) && (isUnit || !ofUnit.has(type))) xml += attribute(type.slice(1), value);
  }
  return xml;
}

/** Attributes that say when a translation was used. */
interface Days {
  readonly firstHandoff: string | undefined;
  readonly lastHandoff: string | undefined;
  /** Those before the count, and after it. */
  readonly before: string;
  readonly after: string;
}

/** The last that were asked for: what stands in one article has the same, mostly. */
let lastDays: Days = { firstHandoff: undefined, lastHandoff: undefined, before: '', after: '' };

function daysOf(firstHandoff: string | undefined, lastHandoff: string | undefined): Days {
  if (lastDays.firstHandoff === firstHandoff && lastDays.lastHandoff === lastHandoff) return lastDays;
  const last = timeOf(lastHandoff);
  const before = dated('creation', timeOf(firstHandoff), tool) + dated('change', last, tool);
  lastDays = { firstHandoff, lastHandoff, before, after: attribute('lastusagedate', last) };
  return lastDays;
}

/** The value of an attribute that a unit had. */
export function toldOf(target: Pick<UniformTarget, 'props'> | undefined, name: string): string | undefined {
  return target?.props?.find(({ type }) => type === `@${name}`)?.value;
}

/** Whether a translation was handed off after what its memory says of its last change. */
function isLater(last: string | undefined, told: ReadonlyMap<string, string>): boolean {
  const known = told.get('@changedate') ?? told.get('@creationdate');
  return last !== undefined && (known === undefined || known.slice(0, 8) < last.slice(0, 8));
}

/** Whether a translation was there before the day on which its memory says that it was made. */
function isEarlier(first: string | undefined, told: ReadonlyMap<string, string>): boolean {
  const known = told.get('@creationdate');
  return first !== undefined && known !== undefined && known.slice(0, 8) > first.slice(0, 8);
}

/** The time that was told, where it is of that day. */
function sameDay(told: string | undefined, time: string | undefined): string | undefined {
  return isOfDay(told, time) ? told : time;
}

function isOfDay(told: string | undefined, time: string | undefined): boolean {
  return told !== undefined && told.slice(0, 8) === time?.slice(0, 8);
}

function dated(what: 'creation' | 'change', time: string | undefined, id: string | undefined): string {
  return attribute(`${what}date`, time) + attribute(`${what}id`, time === undefined && id === tool ? undefined : id);
}
