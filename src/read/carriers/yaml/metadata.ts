import type { Article, Entry } from '../../../model/article.js';
import type { ReadFinding } from '../../../model/diagnostics/diagnostic.js';
import type { Edit } from '../../../model/edits.js';
import type { Range } from '../../../model/position.js';
import type { FrontMatterReading } from '../../metadata/front-matter.js';
import { isLocalizationKey, readLocalization } from '../../metadata/localization.js';

const line = /([ \t]*)([^\r\n]*)(?:\r\n?|\n|$)/y;
/** `key: rest of the line` */
const keyAndValue = /^([A-Za-z][\w.]*):(?:[ \t]+(.*)|[ \t]*)$/;
const quoted = /^(?:"([^"\\]*)"|'([^']*)')[ \t]*(?:#.*)?$/;
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
