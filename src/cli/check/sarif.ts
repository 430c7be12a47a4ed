import { ruleKinds } from '../../check/kinds.js';
import type { CheckedFile, FileFinding } from '../../corpus/check.js';
import { diagnosticKinds, type Severity } from '../../model/diagnostic.js';
import { createLineIndex, type LineIndex } from '../../model/position.js';
import { problemKinds } from '../../validate/problem.js';
import { version } from '../../version.js';
import type { CheckFormat } from './format.js';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

interface Kind {
  readonly severity: Severity;
  readonly meaning: string;
  readonly off?: true;
}

const kinds: Readonly<Record<string, Kind>> = { ...ruleKinds, ...diagnosticKinds, ...problemKinds };
const ruleIndexes: ReadonlyMap<string, number> = new Map(Object.keys(kinds).map((code, index) => [code, index]));

/**
 * SARIF 2.1.0: one run, whose rules are all that can be found. Results are written as they come, so that the log of a
 * large tree is never in memory as a whole.
 */
export function createSarif(): CheckFormat {
  let separator = '';
  return {
    begin() {
      const driver = { name: 'sspr-tm', version, semanticVersion: version, rules: Object.entries(kinds).map(toRule) };
      const head = JSON.stringify({ tool: { driver }, columnKind: 'utf16CodeUnits' });
      const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
      return `{"$schema":"${schema}","version":"2.1.0","runs":[${head.slice(0, -1)},"results":[`;
    },
    *file(checked) {
      if (checked.findings.length === 0) return;
      const lines = createLineIndex(checked.text ?? '');
      for (const found of checked.findings) {
        yield `${separator}\n${JSON.stringify(toResult(checked, found, lines))}`;
        separator = ',';
      }
    },
    end: ({ stats }) => `\n],"properties":${JSON.stringify({ stats })}}]}\n`,
  };
}

function toRule([id, { severity, meaning, off }]: [string, Kind]): object {
  return {
    id,
    shortDescription: { text: meaning },
    defaultConfiguration: { level: levels[severity], ...(off ? { enabled: false } : {}) },
  };
}

function toResult({ path, text }: CheckedFile, found: FileFinding, lines: LineIndex): object {
  const { code, severity, message, segment, side, line, column, end } = found;
  const last = end === undefined ? undefined : lines.pointAt(end);
  const region = {
    startLine: line,
    startColumn: column,
    ...(last === undefined || text === undefined ? {} : { endLine: last.line, endColumn: last.column }),
  };
  const logicalLocations = segment === undefined ? {} : { logicalLocations: [{ name: segment, kind: 'segment' }] };
  return {
    ruleId: code,
    ruleIndex: ruleIndexes.get(code) ?? -1,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: toUri(path) }, region }, ...logicalLocations }],
    ...(side === undefined ? {} : { properties: { side } }),
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
