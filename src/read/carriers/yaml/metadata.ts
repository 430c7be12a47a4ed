import type { Article, Entry } from '../../../model/article.js';
import type { ReadFinding } from '../../../model/diagnostics/diagnostic.js';
import type { Edit } from '../../../model/edits.js';
import type { Range } from '../../../model/position.js';
import type { FrontMatterReading } from '../../metadata/front-matter.js';
import { isLocalizationKey, readLocalization } from '../../metadata/localization.js';
import { humanTypes, lineEndAfter, typeKey } from '../../metadata/translation-type.js';

const line = /([ \t]*)([^\r\n]*)(?:\r\n?|\n|$)/y;
/** `key: rest of the line` */
const keyAndValue = /^([A-Za-z][\w.]*):(?:[ \t]+(.*)|[ \t]*)$/;
const quoted = /^(?:"([^"\\]*)"|'([^']*)')[ \t]*(?:#.*)?$/;
/** {@link typeKey}, however it is spelled as a key. */
const anyType = /ms\.translationtype["']?[ \t]*:/g;
const comment = /(?:^|[ \t]+)#.*$/;

/** A localization key with all lines that belong to it. */
interface KeyLines {
  readonly entry: Entry;
  readonly start: number;
  readonly end: number;
  /** The line of the mapping that it is in. */
  readonly parent: Range | undefined;
}

/** A YAML document has no front matter: its localization keys stand in `metadata`, or among the keys of the document. */
export function readYamlMetadata(text: string): FrontMatterReading {
  const findings: ReadFinding[] = [];
  const entries = localizationLines(text).map(({ entry }) => entry);
  return { localization: readLocalization(entries, findings), findings };
}

/** Takes the lines of the localization keys away, and `metadata` where nothing else is in it. */
export function withoutYamlKeys({ text }: Article): readonly Edit[] {
  const keys = localizationLines(text);
  const edits = keys.map(({ start, end }): Edit => ({ range: { start, end }, text: '' }));
  const parent = keys.find((key) => key.parent !== undefined)?.parent;
  if (parent === undefined) return edits;
  let end = parent.end;
  for (const key of keys) {
    if (key.parent !== parent) continue;
    if (text.slice(end, key.start).trim() !== '') return edits;
    end = key.end;
  }
  const next = /(?:[ \t]*(?:\r\n?|\n))*([^\r\n]?)/y;
  next.lastIndex = end;
  const goesOn = /[ \t]/.test(next.exec(text)?.[1] ?? '');
  return goesOn ? edits : [{ range: parent, text: '' }, ...edits];
}

/**
 * Says that humans translated the article: a key that is not there yet comes after the other localization keys, or is the
 * first one of `metadata`.
 */
export function withHumanType({ text }: Article): readonly Edit[] {
  const keys = localizationLines(text);
  const known = keys.flatMap(({ entry }) => (entry.key === typeKey ? valueIn(text, entry) : []));
  // It may stand there in a form that only readers of YAML see: between braces, in quotes.
  if (Array.from(text.matchAll(anyType)).length > known.length) return [];
  if (known.length > 0) return humanTypes(text, known);
  const last = keys.at(-1);
  if (last !== undefined) return [lineAfter(text, last.end, indentAt(text, last.start))];
  const parent = /^\ufeff?metadata:[ \t]*(?:#.*)?(?:\r\n?|\n)(?:[ \t]*(?:#.*)?(?:\r\n?|\n))*([ ]+)(?=[^\s#-])/m.exec(
    text,
  );
  if (parent?.[1] === undefined) return [];
  return [lineAfter(text, parent.index + parent[0].length - parent[1].length, parent[1])];
}

/** The value of an entry with its quotes. */
function valueIn(text: string, { value, valueRange: { start, end } }: Entry): Pick<Entry, 'value' | 'valueRange'> {
  const quote = text.charAt(start - 1);
  const isQuoted = (quote === '"' || quote === "'") && text.charAt(end) === quote;
  return { value, valueRange: isQuoted ? { start: start - 1, end: end + 1 } : { start, end } };
}

function indentAt(text: string, lineStart: number): string {
  return /[ ]*/y.exec(text.slice(lineStart, lineStart + 1000))?.[0] ?? '';
}

/** The key in a line of its own. */
function lineAfter(text: string, at: number, indent: string): Edit {
  const lineEnd = /\r\n?$|\n$/.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? lineEndAfter(text, 0);
  const isOpen = at > 0 && !/[\r\n]/.test(text.charAt(at - 1));
  return {
    range: { start: at, end: at },
    text: `${isOpen ? lineEnd : ''}${indent}${typeKey}: HT${isOpen ? '' : lineEnd}`,
  };
}

/**
 * A pass over the lines. What is indented more than a key belongs to its value, so that nothing in a block scalar is taken
 * for a key.
 */
function localizationLines(text: string): readonly KeyLines[] {
  const found: KeyLines[] = [];
  /** The line `metadata:` that the lines are below of. */
  let metadata: Range | undefined;
  /** Of the keys of `metadata`. */
  let indent: string | undefined;
  let open: OpenKey | undefined;
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; at = line.lastIndex) {
    line.lastIndex = at;
    const [, before = '', rest = ''] = line.exec(text) ?? [];
    const isBlank = rest === '';
    if (open !== undefined && !isBlank && before.length > open.indent.length) {
      open.end = line.lastIndex;
      if (open.isBelow) open.further.push(rest);
    } else if (open !== undefined && !isBlank) {
      found.push(closed(open));
      open = undefined;
    }
    if (isBlank || rest.startsWith('#')) continue;
    if (before === '') {
      const isMetadata = /^metadata:[ \t]*(?:#.*)?$/.test(rest);
      metadata = isMetadata ? { start: at, end: line.lastIndex } : undefined;
      indent = undefined;
    } else {
      if (metadata === undefined) continue;
      indent ??= before;
      if (before !== indent) continue;
    }
    const [, key = '', spelled = ''] = keyAndValue.exec(rest) ?? [];
    if (!isLocalizationKey(key)) continue;
    const keyStart = at + before.length;
    const entry = toEntry(key, spelled, keyStart, text);
    const isBelow = /^(?:[|>][-+0-9]*)?$/.test(String(entry.value));
    const parent = before === '' ? undefined : metadata;
    open = { entry, start: at, indent: before, end: line.lastIndex, parent, isBelow, further: [] };
  }
  if (open !== undefined) found.push(closed(open));
  return found;
}

/** A key while lines are added to it. */
interface OpenKey extends KeyLines {
  readonly indent: string;
  end: number;
  /** Its value is not in its own line, but in those below. */
  readonly isBelow: boolean;
  readonly further: string[];
}

function closed({ entry, start, end, parent, further }: OpenKey): KeyLines {
  const value = further.length === 0 ? entry.value : further.join(' ').trim();
  return { entry: { ...entry, value }, start, end, parent };
}

function toEntry(key: string, spelled: string, start: number, text: string): Entry {
  const keyRange = { start, end: start + key.length };
  const [, double, single] = quoted.exec(spelled) ?? [];
  const value = (double ?? single ?? spelled.replace(comment, '')).trim();
  const valueStart = value === '' ? keyRange.end + 1 : text.indexOf(value, keyRange.end + 1);
  return { key, keyRange, value, valueRange: { start: valueStart, end: valueStart + value.length } };
}
