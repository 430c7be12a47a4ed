import { normalizeLanguage } from '../../model/language.js';
import type { DocumentUse } from '../../model/memory/document.js';
import type { XmlTag } from '../../xml/syntax.js';
import { own } from './codes/content.js';

const daysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A time of TMX, `YYYYMMDDThhmmssZ`; some tools write `YYYY-MM-DDThh:mm:ssZ`. `undefined` where it is none. */
function timeOf(value: string): string | undefined {
  const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] =
    /^([0-9]{4})-?([0-9]{2})-?([0-9]{2})T([0-9]{2}):?([0-9]{2}):?([0-9]{2})(?:\.[0-9]{1,9})?Z?$/.exec(value.trim()) ??
    [];
  const days = daysOfMonths[Number(month) - 1];
  if (days === undefined || Number(day) < 1 || Number(day) > days) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  return `${year}${month}${day}T${hour}${minute}${second}Z`;
}

/** Whether it is a time that is written again as it is. */
export function isTime(value: string): boolean {
  return timeOf(value) === value;
}

/** Most units of a memory were made on few days. */
let lastTime: { readonly raw: string; readonly time: string | undefined } = { raw: '', time: undefined };

function timeIn(raw: string): string | undefined {
  if (raw !== lastTime.raw) lastTime = { raw: own(raw), time: timeOf(raw) };
  return lastTime.time;
}

/** Adds what a `<tu>` or a `<tuv>` says of when it was made, changed and used. What is of another form is no such thing. */
export function addUse({ attributes }: XmlTag, use: { -readonly [Key in keyof DocumentUse]: DocumentUse[Key] }): void {
  for (let at = 0; at < attributes.length; at += 2) {
    const key = attributes[at];
    const value = attributes[at + 1] ?? '';
    if (key === 'creationdate' || key === 'changedate' || key === 'lastusagedate') {
      const time = timeIn(value);
      if (time === undefined) continue;
      if (key === 'creationdate') use.creationDate = time;
      else if (key === 'changedate') use.changeDate = time;
      else use.lastUsageDate = time;
    } else if (key === 'usagecount' && /^[0-9]{1,15}$/.test(value)) use.usageCount = Number(value);
  }
}

/** Documents have few languages, and one that has more is an attack. */
const mostLanguages = 1000;
const languages = new Map<string, string | undefined>();

/** The tag of a language in its usual spelling; tools that write `en_US` mean `en-US`. `undefined` where it is no tag of BCP 47. */
export function languageOf(raw: string): string | undefined {
  if (languages.has(raw)) return languages.get(raw);
  if (languages.size >= mostLanguages) languages.clear();
  const tag = normalizeLanguage(raw.trim().replaceAll('_', '-'));
  languages.set(own(raw), tag);
  return tag;
}

/** `YYYY-MM-DD` of a time of TMX. */
export function dayOf(time: string | undefined): string | undefined {
  return time === undefined ? undefined : `${time.slice(0, 4)}-${time.slice(4, 6)}-${time.slice(6, 8)}`;
}
