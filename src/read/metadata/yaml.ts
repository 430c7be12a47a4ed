import { Composer, type Document, isMap, isScalar, Lexer, type ParsedNode, Parser } from 'yaml';
import type { Entry } from '../../model/article.js';
import { finding, type ReadFinding } from '../../model/diagnostics/diagnostic.js';
import { deepestYaml, longestYaml } from '../../model/limits.js';
import type { Range } from '../../model/position.js';
import { createValueReader } from './yaml-values.js';

/** The entries of a YAML mapping, and what is wrong with it. Ranges count from `offset`, where the YAML starts in the article. */
export function readYamlMapping(yaml: string, offset: number): { entries: Entry[]; findings: ReadFinding[] } {
  const entries: Entry[] = [];
  const parsed = parseYaml(yaml);
  if ('code' in parsed) {
    const { code, args, start, end } = parsed;
    return { entries, findings: [finding(code, { start: offset + start, end: offset + end }, ...args)] };
  }
  const findings: ReadFinding[] = [];
  const { errors, contents } = parsed;
  const [first] = errors;
  if (first !== undefined) {
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    const [start, end] = first.pos;
    findings.push(finding('yaml/syntax', { start: offset + start, end: offset + end }, `${first.message}${more}`));
  }
  if (isMap(contents)) {
    const readValue = createValueReader(parsed, yaml.length, (code, node, ...args) => {
      findings.push(finding(code, rangeOf(node.range, offset), ...args));
    });
    for (const { key, value } of contents.items) {
      if (!isScalar(key)) continue;
      const keyRange = rangeOf(key.range, offset);
      const empty = { start: keyRange.end, end: keyRange.end };
      entries.push({
        key: String(key.value),
        keyRange,
        value: value === null ? '' : readValue(value as ParsedNode),
        valueRange: value === null ? empty : trimmedRange(yaml, (value as ParsedNode).range, offset),
      });
    }
  } else if (contents !== null && first === undefined) {
    findings.push(finding('yaml/syntax', rangeOf(contents.range, offset), 'not a mapping of keys to values'));
  }
  return { entries, findings };
}

/** The text that a double-quoted YAML scalar stands for, given what is between its quotes. Unchanged where that is no YAML. */
export function decodeDoubleQuoted(raw: string): string {
  const parsed = parseYaml(`"${withoutReturns(raw)}"`);
  if ('code' in parsed) return raw;
  const { contents, errors } = parsed;
  return errors.length === 0 && isScalar(contents) && typeof contents.value === 'string' ? contents.value : raw;
}

/** YAML with LF for each CR that ends a line (YAML 1.2, section 5.4), which the library does not know. Offsets stay. */
export function withoutReturns(yaml: string): string {
  return yaml.includes('\r') ? yaml.replace(/\r(?!\n)/g, '\n') : yaml;
}

/**
 * The one way to the YAML library, which is `parseDocument` of it with the depth counted as tokens come: brackets, braces,
 * indentation, `- - -`, `? ? ?`. What is too deep or too long is a finding, with its place in the YAML.
 */
function parseYaml(yaml: string): Document.Parsed | ReadFinding {
  const whole = { start: 0, end: yaml.length };
  if (yaml.length > longestYaml) return finding('yaml/too-large', whole, `more than ${longestYaml} characters`);
  let deep: number | undefined;
  const setDeep = (at: number): void => {
    deep = at;
  };
  const limit: unknown = Reflect.get(Error, stackLimit);
  try {
    // What is no YAML has an error for each of its lines, whose stack takes longer than all the rest.
    if (limit !== undefined) Reflect.set(Error, stackLimit, 0);
    const composer = new Composer<ParsedNode>({
      prettyErrors: false,
      schema: 'failsafe',
      logLevel: 'silent',
      uniqueKeys: false,
    });
    let document: Document.Parsed | undefined;
    for (const each of composer.compose(tokensOf(yaml, setDeep), true, yaml.length)) document ??= each;
    if (deep !== undefined) {
      return finding('yaml/too-deep', { start: Math.max(0, deep - 1), end: deep }, String(deepestYaml));
    }
    return document ?? finding('yaml/syntax', whole, 'no document');
  } catch (error) {
    return finding('yaml/syntax', whole, String(error));
  } finally {
    if (limit !== undefined) Reflect.set(Error, stackLimit, limit);
  }
}

/**
 * Up to a place that is too deep, which `setDeep` is given. At the top level: a generator within a function has a hidden class
 * for each call of that.
 */
function* tokensOf(yaml: string, setDeep: (at: number) => void): ReturnType<Parser['parse']> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(yaml)) {
    yield* parser.next(lexeme);
    if (parser.stack.length <= deepestYaml) continue;
    setDeep(Math.min(parser.offset, yaml.length));
    return;
  }
  yield* parser.end();
}

/** Not all engines have it. */
const stackLimit = 'stackTraceLimit';

function rangeOf(range: readonly [number, number, ...number[]] | null | undefined, offset: number): Range {
  return { start: offset + (range?.[0] ?? 0), end: offset + (range?.[1] ?? 0) };
}

/** The library ends a list after its last line break. */
function trimmedRange(yaml: string, range: readonly [number, number, number], offset: number): Range {
  const [start, end] = range;
  return { start: offset + start, end: offset + start + yaml.slice(start, end).trimEnd().length };
}
