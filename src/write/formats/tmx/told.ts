import type { EntryProp, EntryTarget } from '../../../model/memory/entry.js';
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
  ...['@tuid', '@segtype', '@creationdate', '@creationid', '@changedate', '@changeid', '@lastusagedate'],
]);

/** The attributes that say when and how often a translation was used, and all others that are known. */
export function useOf(target: EntryTarget, isUnit: boolean): string {
  const { firstHandoff, lastHandoff, count, props } = target;
  const last = timeOf(lastHandoff);
  if (props === undefined || !props.some(isAttribute)) {
    return (
      dated('creation', timeOf(firstHandoff), tool) +
      dated('change', last, tool) +
      ` usagecount="${count}"${attribute('lastusagedate', last)}`
    );
  }
  const told = new Map(
    props
      .filter(isAttribute)
      .reverse()
      .map(({ type, value }) => [type, value]),
  );
  const created = sameDay(told.get('@creationdate'), timeOf(firstHandoff));
  const changed = sameDay(told.get('@changedate') ?? told.get('@creationdate'), last);
  const used = told.get('@lastusagedate');
  let xml =
    dated('creation', created, told.get('@creationid') ?? (created === undefined ? undefined : tool)) +
    dated(
      'change',
      changed,
      isLater(last, told) ? tool : (told.get('@changeid') ?? (changed === undefined ? undefined : tool)),
    ) +
    ` usagecount="${count}"${attribute('lastusagedate', used !== undefined && used >= (last ?? '') ? used : changed)}`;
  for (const [type, value] of [...told].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!placed.has(type) && (isUnit || !ofUnit.has(type))) xml += attribute(type.slice(1), value);
  }
  return xml;
}

/** The value of an attribute that a unit had. */
export function toldOf(target: EntryTarget | undefined, name: string): string | undefined {
  return target?.props?.find(({ type }) => type === `@${name}`)?.value;
}

/** Whether a translation was handed off after what its memory says of its last change. */
function isLater(last: string | undefined, told: ReadonlyMap<string, string>): boolean {
  const known = told.get('@changedate') ?? told.get('@creationdate');
  return last !== undefined && (known === undefined || known.slice(0, 8) < last.slice(0, 8));
}

/** The time that was told, where it is of that day. */
function sameDay(told: string | undefined, time: string | undefined): string | undefined {
  return told !== undefined && told.slice(0, 8) === time?.slice(0, 8) ? told : time;
}

function dated(what: 'creation' | 'change', time: string | undefined, id: string | undefined): string {
  return attribute(`${what}date`, time) + attribute(`${what}id`, time === undefined && id === tool ? undefined : id);
}
