import type { Severity } from '../../../model/diagnostics/diagnostic.js';
import type { Arena, Piece } from '../../run/arena.js';
import { createKnownFindings, type KnownFindings } from '../baseline/known.js';
import { withTexts } from '../check-texts.js';
import type { CheckedFile } from '../checked-file.js';
import type { FileFinding } from '../file-finding.js';
import type { Formatter } from '../formats/format.js';
import { checkFormatOf } from '../formats/list.js';
import type { CheckGiven } from './given.js';

/** What a check of a file found. Plain data, and bytes: neither texts nor articles go between threads. */
export interface CheckOutcome {
  /** How many findings there are by code; without those that are known. */
  readonly codes: Readonly<Record<string, number>>;
  /** The worst of their severities. */
  readonly worst?: Severity;
  /** How many are left out because they are known. */
  readonly known: number;
  /** They themselves; not there where they are written. */
  readonly findings?: readonly FileFinding[];
  /** How they are written; not there where they are given. */
  readonly bytes?: readonly Piece[];
}

/** Makes of the findings in a file what is given of them. */
export type Reporter = (file: CheckedFile) => CheckOutcome;

export async function createReporter({ format, baseline }: CheckGiven, arena: Arena): Promise<Reporter> {
  const formatter = format && (await checkFormatOf(format.name).load()).createFormatter(format.options);
  const known = baseline && createKnownFindings(baseline);
  return (file) => report(file, known, formatter, arena);
}

function report(
  file: CheckedFile,
  known: KnownFindings | undefined,
  formatter: Formatter | undefined,
  arena: Arena,
): CheckOutcome {
  const fresh = known === undefined ? file.findings : known(file);
  const codes: Record<string, number> = {};
  let worst: Severity | undefined;
  for (const { code, severity } of fresh) {
    codes[code] = (codes[code] ?? 0) + 1;
    if (worst === undefined || order[severity] > order[worst]) worst = severity;
  }
  const counted = {
    codes,
    ...(worst === undefined ? {} : { worst }),
    known: file.findings.length - fresh.length,
  };
  const { path, namedPath, text, article } = file;
  const findings = article === undefined ? fresh : withTexts(fresh, article);
  if (formatter === undefined) return { ...counted, findings };
  const checked = {
    path,
    namedPath,
    findings,
    ...(text === undefined ? {} : { text }),
    ...(article === undefined ? {} : { article }),
  };
  return { ...counted, bytes: arena.encode(formatter.file(checked)) };
}

const order: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };
