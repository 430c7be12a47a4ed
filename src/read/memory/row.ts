import type { TranslationType } from '../../model/article.js';
import { normalizeLanguage } from '../../model/language.js';
import type { EntryPlace, MemoryEntry, ReplacedTarget } from '../../model/memory/entry.js';
import { readContents } from '../contents.js';

/** What is read of a row, of whatever type it may be. */
interface Row {
  readonly source?: unknown;
  readonly target?: unknown;
  readonly srcLang?: unknown;
  readonly trgLang?: unknown;
  readonly entry?: unknown;
  readonly id?: unknown;
  readonly path?: unknown;
  readonly line?: unknown;
  readonly sourceHash?: unknown;
  readonly sourceCommit?: unknown;
  readonly commit?: unknown;
  readonly count?: unknown;
  readonly translationType?: unknown;
  readonly firstHandoff?: unknown;
  readonly lastHandoff?: unknown;
  readonly service?: unknown;
  readonly topic?: unknown;
  readonly contexts?: unknown;
  readonly replacedTarget?: unknown;
  readonly replacedTranslationType?: unknown;
  readonly replacedLastHandoff?: unknown;
}

/**
 * A line of JSONL, as `export` and `memory` write it, as an entry with one translation; or, in words, why it is none. What
 * is not needed, or is of another type than the schema says, is not there; of the latter, `onOdd` is told the names.
 *
 * @example
 * const line = '{"source": "**Hi**", "target": "**Hallo**", "srcLang": "en-US", "trgLang": "de-DE", "count": 2}';
 * const entry = entryOfRow(line);
 * typeof entry === 'string' ? entry : `${entry.targets[0]?.trgLang} ${entry.targets[0]?.count}` // 'de-DE 2'
 */
export function entryOfRow(line: string, onOdd: (field: string) => void = () => {}): MemoryEntry | string {
  let row: Row;
  try {
    row = JSON.parse(line);
  } catch {
    return 'it is no JSON';
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return 'it is no object';
  const [source, target] = [textOf(row.source), textOf(row.target)];
  if (source === undefined || target === undefined) return 'it has no texts "source" and "target"';
  const [srcLang, trgLang] = [languageOf(row.srcLang), languageOf(row.trgLang)];
  if (srcLang === undefined || trgLang === undefined) return '"srcLang" or "trgLang" is no tag of BCP 47';
  for (const [field, isKnown] of fields) {
    const value = row[field];
    if (value !== undefined && value !== null && !isKnown(value)) onOdd(field);
  }
  const contents = readContents(source, target);
  const { count } = row;
  const type = typeOf(row.translationType);
  const replaced = replacedOf(row, source);
  const contexts = Array.isArray(row.contexts) ? row.contexts.filter((each) => typeof each === 'string') : [];
  return {
    id: textOf(row.entry) ?? textOf(row.id) ?? '',
    srcLang,
    source: { text: source, content: contents.source },
    targets: [
      {
        text: target,
        content: contents.target,
        trgLang,
        count: isCount(count) ? count : 1,
        places: placesOf(row),
        ...(type === undefined ? {} : { translationType: type }),
        ...given('firstHandoff', dateOf(row.firstHandoff)),
        ...given('lastHandoff', dateOf(row.lastHandoff)),
        ...given('service', textOf(row.service)),
        ...given('topic', textOf(row.topic)),
        ...(contexts.length === 0 ? {} : { contexts }),
        ...(replaced === undefined ? {} : { replaced }),
      },
    ],
  };
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isDate = (value: unknown): boolean => dateOf(value) !== undefined;

/** What a field that may be missing, or null, may have. */
const fields: readonly (readonly [field: keyof Row, isKnown: (value: unknown) => boolean])[] = [
  ['entry', isText],
  ['id', isText],
  ['path', isText],
  ['line', isCount],
  ['sourceHash', isText],
  ['sourceCommit', isText],
  ['commit', isText],
  ['count', isCount],
  ['translationType', isType],
  ['firstHandoff', isDate],
  ['lastHandoff', isDate],
  ['service', isText],
  ['topic', isText],
  ['contexts', (value) => Array.isArray(value) && value.every(isText)],
  ['replacedTarget', isText],
  ['replacedTranslationType', isType],
  ['replacedLastHandoff', isDate],
];

function isType(value: unknown): value is TranslationType {
  return value === 'ht' || value === 'mt';
}

function typeOf(value: unknown): TranslationType | undefined {
  return isType(value) ? value : undefined;
}

/** The translation that the one of a row replaced. */
function replacedOf(row: Row, source: string): ReplacedTarget | undefined {
  const text = textOf(row.replacedTarget);
  if (text === undefined) return undefined;
  const type = typeOf(row.replacedTranslationType);
  return {
    text,
    content: readContents(source, text).target,
    ...(type === undefined ? {} : { translationType: type }),
    ...given('lastHandoff', dateOf(row.replacedLastHandoff)),
  };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

function dateOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value) ? value : undefined;
}

function placesOf(row: Row): EntryPlace[] {
  const [path, id] = [textOf(row.path), textOf(row.id)];
  if (path === undefined || id === undefined) return [];
  const { line } = row;
  return [
    {
      path,
      id,
      ...(isCount(line) ? { line } : {}),
      ...given('sourceHash', textOf(row.sourceHash)),
      ...given('sourceCommit', textOf(row.sourceCommit)),
      ...given('commit', textOf(row.commit)),
    },
  ];
}

function given<Name extends string>(name: Name, text: string | undefined): { readonly [Key in Name]?: string } {
  return (text === undefined ? {} : { [name]: text }) as { readonly [Key in Name]?: string };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function languageOf(value: unknown): string | undefined {
  return typeof value === 'string' ? normalizeLanguage(value) : undefined;
}
