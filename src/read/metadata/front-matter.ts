import type { Entry, FrontMatter, Localization } from '../../model/article.js';
import { finding, type ReadFinding } from '../../model/diagnostics/diagnostic.js';
import { mostYamlKeys } from '../../model/limits.js';
import { readLocalization } from './localization.js';
import { blockHeader, readBlockScalar } from './plain-block-scalar.js';
import { readYamlMapping, withoutReturns } from './yaml.js';
import { readDoubleQuoted } from './yaml-scalar.js';

/** A front matter as it was read, with what was odd in it. */
export interface FrontMatterReading {
  readonly frontMatter?: FrontMatter;
  readonly localization: Localization;
  readonly findings: readonly ReadFinding[];
}

/** Reads the front matter at the start of an article: the text between a first line `---` and the next one. */
export function readFrontMatter(text: string): FrontMatterReading {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const fences = findFences(text, start);
  if (fences === undefined) return { localization: {}, findings: [] };
  const { bodyStart, bodyEnd, end } = fences;
  if (end < 0) return { localization: {}, findings: [finding('yaml/unclosed', { start, end: start + 3 })] };
  const yaml = withoutReturns(text.slice(bodyStart, bodyEnd));
  const plain = readPlainMapping(yaml, bodyStart);
  const read = plain === undefined ? readYaml(yaml, bodyStart) : { entries: plain, findings: [] };
  const { findings } = read;
  const entries = read.entries.slice(0, mostYamlKeys);
  const beyond = read.entries[mostYamlKeys];
  if (beyond !== undefined) findings.push(finding('yaml/too-large', beyond.keyRange, `more than ${mostYamlKeys} keys`));
  return {
    frontMatter: { range: { start, end }, entries },
    localization: readLocalization(entries, findings),
    findings,
  };
}

/** Where the YAML between the fences of a front matter is, and where that ends; -1: it is not closed. */
interface Fences {
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly end: number;
}

/** The fences at the start of a text, or of its bytes in UTF-8, after a byte order mark; `undefined`: there are none. */
export function findFences(text: string, start: number): Fences | undefined {
  const open = matchAt(/---[ \t]*(?:\r\n?|\n|$)/y, text, start);
  if (open === undefined) return undefined;
  const bodyStart = start + open[0].length;
  // The line end before the first line of the YAML is that of the first fence.
  closingFence.lastIndex = bodyStart - 1;
  const close = bodyStart < text.length ? closingFence.exec(text) : null;
  return close === null
    ? { bodyStart, bodyEnd: text.length, end: -1 }
    : { bodyStart, bodyEnd: close.index + 1, end: close.index + close[0].length };
}

const closingFence = /[\r\n]---[ \t]*(?:\r\n?|\n|$)/g;

/** `key: rest of the line` */
const entryLine = /([A-Za-z][\w.-]*):(?:[ ]+([^\s\r\n][^\r\n]*)|[ \t]*)(?:\r\n|\n|$)/y;
/** `- rest of the line` */
const itemLine = /([ ]*)- +([^\s\r\n][^\r\n]*)(?:\r\n|\n|$)/y;
/** A scalar in quotes, with its escapes. */
const quotedScalar = /^(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^']*(?:''[^']*)*)')$/;
/** A plain scalar that cannot be anything else: no indicator at its start, nothing in it that ends it. */
const plainScalar = /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-?](?=[^\s:]))(?!.*(?::[ \t]|:$|[ \t]#))/s;

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
  while (at < yaml.length && entries.length <= mostYamlKeys) {
    const match = matchAt(entryLine, yaml, at);
    const key = match?.[1];
    if (match === undefined || key === undefined || keys.has(key)) return undefined;
    keys.add(key);
    const keyRange = { start: offset + at, end: offset + at + key.length };
    const spelled = match[2]?.trimEnd();
    at += match[0].length;
    const block = spelled === undefined ? undefined : blockHeader.exec(spelled);
    if (spelled !== undefined && block) {
      const scalar = readBlockScalar(yaml, at, block[1] === '>', block[2] === undefined);
      if (scalar === undefined) return undefined;
      const start = offset + yaml.indexOf(spelled, keyRange.end + 1 - offset);
      entries.push({ key, keyRange, value: scalar.value, valueRange: { start, end: offset + scalar.end } });
      at = scalar.next;
      continue;
    }
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
  if (quoted !== null) {
    const [, double, single] = quoted;
    return double === undefined ? single?.replaceAll("''", "'") : readDoubleQuoted(double);
  }
  return plainScalar.test(spelled) ? spelled : undefined;
}

/** Reads by the YAML library; where that finds errors, entry by entry, so that damage costs no other entry. */
function readYaml(yaml: string, offset: number): { entries: Entry[]; findings: ReadFinding[] } {
  const whole = readYamlMapping(yaml, offset);
  const { findings } = whole;
  const isBroken = whole.entries.length === 0 || findings.some(({ code }) => code === 'yaml/syntax');
  const entries = isBroken && findings.length > 0 ? readEntryByEntry(yaml, offset) : whole.entries;
  const seen = new Set<string>();
  for (const { key, keyRange } of entries) {
    if (seen.has(key)) findings.push(finding('yaml/duplicate-key', keyRange, key));
    seen.add(key);
  }
  return { entries, findings };
}

/** Takes each line that looks like the start of an entry for one, whatever the lines before it are. */
function readEntryByEntry(yaml: string, offset: number): Entry[] {
  const entries: Entry[] = [];
  let start: number | undefined;
  const readTo = (end: number): void => {
    if (start === undefined) return;
    const text = yaml.slice(start, end);
    const [plain] = readPlainMapping(text, offset + start) ?? [];
    entries.push(plain ?? readEntry(text, offset + start));
  };
  for (const { index } of yaml.matchAll(/^[A-Za-z][\w.,-]*:(?=[ \t\r\n]|$)/gm)) {
    if (entries.length > mostYamlKeys) return entries;
    readTo(index);
    start = index;
  }
  readTo(yaml.length);
  return entries;
}

function readEntry(text: string, offset: number): Entry {
  const { entries, findings } = readYamlMapping(text, offset);
  const [entry] = entries;
  return entry !== undefined && entries.length === 1 && findings.length === 0 ? entry : readRawEntry(text, offset);
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

/** Whether the front matter of a text is a mapping in braces. */
export function isFlowMapping(text: string): boolean {
  const fence = /^\ufeff?---[ \t]*[\r\n]/.exec(text);
  if (fence === null) return false;
  let at = fence[0].length;
  for (;;) {
    const next = matchAt(/[^\s#]|#[^\r\n]*/g, text, at);
    if (next?.[0].startsWith('#') !== true) return next?.[0] === '{';
    at = next.index + next[0].length;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
