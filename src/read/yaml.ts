import { type Document, isAlias, isMap, isScalar, isSeq, type ParsedNode, parseDocument } from 'yaml';
import type { Entry, Value } from '../model/article.js';
import { type Finding, finding } from '../model/diagnostic.js';
import type { Range } from '../model/position.js';

/** Front matters hold a few dozen values; one that resolves to more than this is an attack with aliases. */
const mostValues = 10_000;

/** The entries of a YAML mapping, and what is wrong with it. Ranges count from `offset`, where the YAML starts in the article. */
export function readYamlMapping(yaml: string, offset: number): { entries: Entry[]; findings: Finding[] } {
  const entries: Entry[] = [];
  const findings: Finding[] = [];
  let document: Document.Parsed;
  try {
    document = parseDocument(yaml, { prettyErrors: false, schema: 'failsafe', logLevel: 'silent', uniqueKeys: false });
  } catch (error) {
    // Thousands of nested brackets overflow the stack of the library.
    findings.push(finding('yaml/syntax', { start: offset, end: offset + yaml.length }, String(error)));
    return { entries, findings };
  }
  const [first] = document.errors;
  if (first !== undefined) {
    const more = document.errors.length > 1 ? ` (and ${document.errors.length - 1} more)` : '';
    const [start, end] = first.pos;
    findings.push(finding('yaml/syntax', { start: offset + start, end: offset + end }, `${first.message}${more}`));
  }
  if (isMap(document.contents)) {
    const reader = createValueReader(document, offset, findings);
    for (const { key, value } of document.contents.items) {
      if (!isScalar(key)) continue;
      const keyRange = rangeOf(key.range, offset);
      const empty = { start: keyRange.end, end: keyRange.end };
      entries.push({
        key: String(key.value),
        keyRange,
        value: value === null ? '' : reader(value as ParsedNode),
        valueRange: value === null ? empty : trimmedRange(yaml, (value as ParsedNode).range, offset),
      });
    }
  } else if (document.contents !== null && first === undefined) {
    findings.push(finding('yaml/syntax', rangeOf(document.contents.range, offset), 'not a mapping of keys to values'));
  }
  return { entries, findings };
}

/** The text that a double-quoted YAML scalar stands for, given what is between its quotes. Unchanged where that is no YAML. */
export function decodeDoubleQuoted(raw: string): string {
  const document = parseDocument(`"${withoutReturns(raw)}"`, {
    prettyErrors: false,
    schema: 'failsafe',
    logLevel: 'silent',
  });
  const { contents } = document;
  return document.errors.length === 0 && isScalar(contents) && typeof contents.value === 'string'
    ? contents.value
    : raw;
}

/** YAML with LF for each CR that ends a line (YAML 1.2, section 5.4), which the library does not know. Offsets stay. */
export function withoutReturns(yaml: string): string {
  return yaml.includes('\r') ? yaml.replace(/\r(?!\n)/g, '\n') : yaml;
}

function createValueReader(
  document: Document.Parsed,
  offset: number,
  findings: Finding[],
): (node: ParsedNode) => Value {
  let values = 0;
  const read = (node: unknown, depth: number): Value => {
    if (++values > mostValues || depth > 100) return '';
    if (isAlias(node)) {
      const target = node.resolve(document);
      if (target !== undefined) return read(target, depth + 1);
      const alias = `*${node.source}`;
      findings.push(finding('yaml/unresolved-alias', rangeOf(node.range ?? undefined, offset), alias));
      return alias;
    }
    if (isSeq(node)) return node.items.map((item) => read(item, depth + 1));
    if (isMap(node)) {
      return Object.fromEntries(
        node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', read(value, depth + 1)]),
      );
    }
    return isScalar(node) ? String(node.value ?? '') : '';
  };
  return (node) => read(node, 0);
}

function rangeOf(range: readonly [number, number, ...number[]] | null | undefined, offset: number): Range {
  return { start: offset + (range?.[0] ?? 0), end: offset + (range?.[1] ?? 0) };
}

/** The library ends a list behind its last line break. */
function trimmedRange(yaml: string, range: readonly [number, number, number], offset: number): Range {
  const [start, end] = range;
  return { start: offset + start, end: offset + start + yaml.slice(start, end).trimEnd().length };
}
