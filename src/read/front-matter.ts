import type { Entry, FrontMatter, Localization, TranslationType } from '../model/article.js';
import { type Finding, finding } from '../model/diagnostic.js';
import { normalizeLanguage } from '../model/language.js';
import { readYamlMapping, withoutReturns } from './yaml.js';

/** A front matter as it was read, with what was odd in it. */
export interface FrontMatterReading {
  readonly frontMatter?: FrontMatter;
  readonly localization: Localization;
  readonly findings: readonly Finding[];
}

/** Reads the front matter at the start of an article: the text between a first line `---` and the next one. */
export function readFrontMatter(text: string): FrontMatterReading {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (text.startsWith('### YamlMime:', start)) return readYamlMime(text);
  const open = matchAt(/---[ \t]*(?:\r\n?|\n|$)/y, text, start);
  if (open === undefined) return { localization: {}, findings: [] };
  const bodyStart = start + open[0].length;
  // The line end before the first line of the YAML is that of the first fence.
  closingFence.lastIndex = bodyStart - 1;
  const close = bodyStart < text.length ? closingFence.exec(text) : null;
  if (close === null) {
    return { localization: {}, findings: [finding('yaml/unclosed', { start, end: start + 3 })] };
  }
  const yaml = withoutReturns(text.slice(bodyStart, close.index + 1));
  const plain = readPlainMapping(yaml, bodyStart);
  const { entries, findings } = plain === undefined ? readYaml(yaml, bodyStart) : { entries: plain, findings: [] };
  const range = { start, end: close.index + close[0].length };
  return {
    frontMatter: { range, entries },
    localization: readLocalization(entries, findings),
    findings,
  };
}

const closingFence = /[\r\n]---[ \t]*(?:\r\n?|\n|$)/g;

/** A YAML document of DocFX has no front matter: its localization keys stand in its body, at any depth. */
function readYamlMime(text: string): FrontMatterReading {
  const findings: Finding[] = [];
  const entries = Array.from(text.matchAll(/^[ \t]+(ms\.[a-z]+):[ \t]+(["']?)([\w/-]+)\2[ \t]*$/gm), (match): Entry => {
    const [line, key = '', , value = ''] = match;
    const range = { start: match.index, end: match.index + line.length };
    return { key, keyRange: range, value, valueRange: range };
  });
  return { localization: readLocalization(entries, findings), findings };
}

/** `key: rest of the line` */
const entryLine = /([A-Za-z][\w.-]*):(?:[ ]+([^\s\r\n][^\r\n]*))?[ \t]*(?:\r\n|\n|$)/y;
/** `- rest of the line` */
const itemLine = /([ ]*)- +([^\s\r\n][^\r\n]*)(?:\r\n|\n|$)/y;
/** A scalar in quotes without escapes. */
const quotedScalar = /^(?:"([^"\\]*)"|'([^']*)')$/;
/** A plain scalar that cannot be anything else: no indicator at its start, nothing in it that ends it. */
const plainScalar = /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-?](?=[^\s:]))(?!.*(?::[ \t]|:$|[ \t]#))/;

/**
 * Reads the YAML that nearly all front matters keep to: one `key: value` a line, and lists of scalars.
 *
 * This is for speed alone, a few hundred times that of the YAML library. It gives up (`undefined`) at the first line
 * that might mean anything else, and then the library reads it all; a test holds both against each other.
 */
function readPlainMapping(yaml: string, offset: number): Entry[] | undefined {
  const entries: Entry[] = [];
  const keys = new Set<string>();
  let at = 0;
  while (at < yaml.length) {
    const match = matchAt(entryLine, yaml, at);
    const key = match?.[1];
    if (match === undefined || key === undefined || keys.has(key)) return undefined;
    keys.add(key);
    const keyRange = { start: offset + at, end: offset + at + key.length };
    const spelled = match[2]?.trimEnd();
    at += match[0].length;
    if (spelled !== undefined) {
      const value = scalarOf(spelled);
      const next = yaml.charCodeAt(at);
      // White space at the start of a line: the value goes on there.
      if (value === undefined || next === 0x20 || next === 0x09) return undefined;
      const start = offset + yaml.indexOf(spelled, keyRange.end + 1 - offset);
      entries.push({ key, keyRange, value, valueRange: { start, end: start + spelled.length } });
      continue;
    }
    const values: string[] = [];
    let first: number | undefined;
    let last = keyRange.end + 1;
    let indent: number | undefined;
    for (let item = matchAt(itemLine, yaml, at); item !== undefined; item = matchAt(itemLine, yaml, at)) {
      const value = scalarOf(item[2]?.trimEnd() ?? '');
      const width = item[1]?.length ?? 0;
      indent ??= width;
      if (value === undefined || indent !== width) return undefined;
      first ??= offset + at + width;
      last = offset + at + item[0].trimEnd().length;
      values.push(value);
      at += item[0].length;
    }
    const after = yaml.charCodeAt(at);
    if (after === 0x20 || after === 0x09 || after === 0x2d) return undefined;
    if (first === undefined) {
      entries.push({ key, keyRange, value: '', valueRange: { start: last, end: last } });
    } else {
      entries.push({ key, keyRange, value: values, valueRange: { start: first, end: last } });
    }
  }
  return entries;
}

/** The value of a scalar that fills the rest of its line, where it is sure. */
function scalarOf(spelled: string): string | undefined {
  const quoted = quotedScalar.exec(spelled);
  if (quoted !== null) return quoted[1] ?? quoted[2];
  return plainScalar.test(spelled) ? spelled : undefined;
}

/** Reads by the YAML library; where that finds errors, entry by entry, so that damage costs no other entry. */
function readYaml(yaml: string, offset: number): { entries: Entry[]; findings: Finding[] } {
  const whole = readYamlMapping(yaml, offset);
  const { findings } = whole;
  const broken = findings.some(({ code }) => code === 'yaml/syntax');
  const entries = broken ? readEntryByEntry(yaml, offset) : whole.entries;
  const seen = new Set<string>();
  for (const { key, keyRange } of entries) {
    if (seen.has(key)) findings.push(finding('yaml/duplicate-key', keyRange, key));
    seen.add(key);
  }
  return { entries, findings };
}

/** Takes each line that looks like the start of an entry for one, whatever the lines before it are. */
function readEntryByEntry(yaml: string, offset: number): Entry[] {
  const starts = Array.from(yaml.matchAll(/^[A-Za-z][\w.,-]*:(?=[ \t\r\n]|$)/gm), ({ index }) => index);
  return starts.flatMap((start, index) => {
    const text = yaml.slice(start, starts[index + 1]);
    const plain = readPlainMapping(text, offset + start);
    if (plain !== undefined) return plain;
    const { entries, findings } = readYamlMapping(text, offset + start);
    return findings.length === 0 && entries.length === 1 ? entries : [readRawEntry(text, offset + start)];
  });
}

/** The key, and the rest of its line as text. */
function readRawEntry(text: string, offset: number): Entry {
  const colon = text.indexOf(':');
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const value = line.slice(colon + 1).trim();
  const start = value === '' ? colon + 1 : line.indexOf(value, colon + 1);
  return {
    key: text.slice(0, colon),
    keyRange: { start: offset, end: offset + colon },
    value,
    valueRange: { start: offset + start, end: offset + start + value.length },
  };
}

/** What a localization key says, and how its value is understood: `undefined` where it is of another form. */
interface LocalizationKey {
  readonly name: keyof Localization;
  read(value: string): string | undefined;
}

const localizationKeys: ReadonlyMap<string, LocalizationKey> = new Map<string, LocalizationKey>([
  ['ms.contentlocale', { name: 'trgLang', read: languageOf }],
  ['ms.translationtype', { name: 'translationType', read: (value) => translationTypes.get(value) }],
  ['ms.lasthandoff', { name: 'lastHandoff', read: isoDate }],
  ['ms.openlocfilehash', { name: 'sourceHash', read: digestOf }],
  ['ms.sourcegitcommit', { name: 'sourceCommit', read: digestOf }],
  ['ms.locfileid', { name: 'fileId', read: (value) => (/^[0-9]+$/.test(value) ? value : undefined) }],
]);

/** Whether a key of the front matter is one of the six that the localization system adds. */
export function isLocalizationKey(key: string): boolean {
  return localizationKeys.has(key);
}

/** Whether the front matter of a text is a mapping in braces. */
export function isFlowMapping(text: string): boolean {
  return /^\ufeff?---[ \t]*[\r\n]\s*(?:#[^\r\n]*\s+)*\{/.test(text);
}

/** All articles of a tree name the same language: the last one is kept. */
let lastLanguage: { readonly value: string; readonly tag: string | undefined } | undefined;

function languageOf(value: string): string | undefined {
  if (lastLanguage?.value !== value) lastLanguage = { value, tag: normalizeLanguage(value) };
  return lastLanguage.tag;
}

const translationTypes: ReadonlyMap<string, TranslationType> = new Map([
  ['HT', 'ht'],
  ['MT', 'mt'],
]);

function readLocalization(entries: readonly Entry[], findings: Finding[]): Localization {
  const localization: { -readonly [K in keyof Localization]: string } = {};
  const seen = new Set<string>();
  for (const { key, value, valueRange } of entries) {
    const known = localizationKeys.get(key);
    if (known === undefined || seen.has(key)) continue;
    seen.add(key);
    const read = typeof value === 'string' ? known.read(value) : undefined;
    if (read !== undefined) localization[known.name] = read;
    else findings.push(finding('metadata/invalid-value', valueRange, key, typeof value === 'string' ? value : '…'));
  }
  return localization as Localization;
}

/** A SHA-1 or a SHA-256, which Git can name commits by as well, in lower case. */
function digestOf(value: string): string | undefined {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(value) ? value.toLowerCase() : undefined;
}

const daysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `MM/DD/YYYY` as `YYYY-MM-DD`, where it is a day of the calendar. */
function isoDate(value: string): string | undefined {
  const [, month = '', day = '', year = ''] = /^([0-9]{2})\/([0-9]{2})\/([0-9]{4})$/.exec(value) ?? [];
  const days = month === '02' && !isLeapYear(Number(year)) ? 28 : daysOfMonths[Number(month) - 1];
  return days === undefined || Number(day) < 1 || Number(day) > days ? undefined : `${year}-${month}-${day}`;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
