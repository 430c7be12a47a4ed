import { issueTypesOf, ruleKinds } from '../../../check/rule-table.js';
import type { Segment } from '../../../model/article.js';
import type { Severity } from '../../../model/diagnostics/diagnostic.js';
import { diagnosticKinds } from '../../../model/diagnostics/diagnostic-kinds.js';
import { createLineIndex, type LineIndex, type Range } from '../../../model/position.js';
import { problemKinds } from '../../../validate/problem.js';
import { version } from '../../../version.js';
import { plainJson } from '../../words/plain-json.js';
import { segmentsById } from '../check-texts.js';
import type { CheckedFile } from '../checked-file.js';
import type { FileFinding } from '../file-finding.js';
import type { Formatter } from './format.js';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** Characters of the longest text that stands in a region. */
const longestSnippet = 2000;

interface Kind {
  readonly severity: Severity;
  readonly meaning: string;
  readonly off?: boolean;
  readonly issueType?: string;
  readonly mqm?: string;
}

const kinds: Readonly<Record<string, Kind>> = { ...ruleKinds, ...diagnosticKinds, ...problemKinds };
const ruleIndexes: ReadonlyMap<string, number> = new Map(Object.keys(kinds).map((code, index) => [code, index]));

/**
 * SARIF 2.1.0: one run, whose rules are all that can be found. Results are written as they come, so that the log of a
 * large tree is never in memory as a whole.
 */
export function createFormatter(): Formatter {
  return {
    hasStats: true,
    between: ',',
    begin() {
      const driver = { name: 'sspr-tm', version, semanticVersion: version, rules: Object.entries(kinds).map(toRule) };
      const head = plainJson({ tool: { driver }, columnKind: 'utf16CodeUnits' });
      const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
      return `{"$schema":"${schema}","version":"2.1.0","runs":[${head.slice(0, -1)},"results":[`;
    },
    *file(checked) {
      if (checked.findings.length === 0) return;
      const lines = createLineIndex(checked.text ?? '');
      const segments = checked.article === undefined ? undefined : segmentsById(checked.article);
      let separator = '';
      for (const found of checked.findings) {
        const segment = found.segment === undefined ? undefined : segments?.get(found.segment);
        yield `${separator}\n${plainJson(toResult(checked, found, segment, lines))}`;
        separator = ',';
      }
    },
    end: ({ stats }) => `\n],"properties":${plainJson({ stats })}}]}\n`,
  };
}

function toRule([id, { severity, meaning, off, issueType, mqm }]: [string, Kind]): object {
  return {
    id,
    shortDescription: { text: meaning },
    defaultConfiguration: { level: levels[severity], ...(off ? { enabled: false } : {}) },
    ...(issueType === undefined ? {} : { properties: { issueType, mqm } }),
  };
}

function toResult(
  { path, text }: CheckedFile,
  found: FileFinding,
  segment: Segment | undefined,
  lines: LineIndex,
): object {
  const { code, severity, message, side, line, column, offset, end, source, target } = found;
  const artifactLocation = { uri: toUri(path) };
  const region =
    end === undefined || text === undefined
      ? { startLine: line, startColumn: column }
      : toRegion(text, { start: offset, end }, lines);
  const logicalLocations =
    found.segment === undefined ? {} : { logicalLocations: [{ name: found.segment, kind: 'segment' }] };
  const properties = { side, source, target, ...issueTypesOf(found) };
  const isEmpty = Object.values(properties).every((value) => value === undefined);
  return {
    ruleId: code,
    ruleIndex: ruleIndexes.get(code) ?? -1,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region }, ...logicalLocations }],
    ...(segment === undefined || text === undefined
      ? {}
      : {
          relatedLocations: (['source', 'target'] as const).map((name, id) => ({
            id,
            message: { text: name },
            physicalLocation: {
              artifactLocation,
              // Of thousands of findings in a pair, not each repeats its texts.
              region: toRegion(text, segment[name].range, lines, found[name] === segment[name].text),
            },
          })),
        }),
    ...(isEmpty ? {} : { properties }),
  };
}

/** A region with its text, unless that is long. */
function toRegion(text: string, { start, end }: Range, lines: LineIndex, hasText = true): object {
  const first = lines.pointAt(start);
  const last = lines.pointAt(end);
  const isShort = hasText && end > start && end - start <= longestSnippet;
  return {
    startLine: first.line,
    startColumn: first.column,
    endLine: last.line,
    endColumn: last.column,
    ...(isShort ? { snippet: { text: text.slice(start, end).toWellFormed() } } : {}),
  };
}

/** The path as a URI reference; an absolute one as that of a file (RFC 8089). */
function toUri(path: string): string {
  const uri = path
    .split('/')
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join('/');
  if (uri.startsWith('/')) return `file://${uri}`;
  return /^[A-Za-z]%3A\//.test(uri) ? `file:///${uri.replace('%3A', ':')}` : uri;
}
