import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { exportRunOptions } from '../../corpus/export/export-options.js';
import { inputOptions } from '../../corpus/find/input-options.js';
import type { ViewReport } from '../../corpus/view/view-report.js';
import { leftOutLines } from '../../corpus/words/left-out.js';
import { pickOptions } from '../../model/options.js';
import { addOptions } from '../options/define-options.js';
import { type FileOptions, filesBeside } from '../options/files.js';
import { glossaryOption, takeGlossary } from '../options/glossary.js';
import { addInputs } from '../options/inputs.js';
import { addUsualOptions, ruleOption, type TreeOptions, treeOptions, type UsualOptions } from '../options/options.js';
import { isUnreadable, reaches } from '../options/status.js';
import { createPaint, type Paint } from '../terminal/paint.js';
import { count, countOf } from '../terminal/progress.js';
import { printable, say } from '../terminal/say.js';
import type { Streams } from '../terminal/streams.js';
import { tuneForRun } from '../thread/engine.js';
import { runOver } from './run.js';
import { formatDiagnostics, withNotes } from './summary.js';

interface Options extends FileOptions, TreeOptions, UsualOptions {
  /** `undefined`: as by default. */
  readonly output?: string | undefined;
  readonly title?: string;
  readonly changes?: string;
  readonly rule?: readonly string[];
  readonly single?: boolean;
  readonly jobs?: number;
}

const viewOptions = {
  output: {
    kind: 'text',
    short: 'o',
    argument: 'file',
    about: 'the page to write; or - for standard output',
    default: 'review.html',
  },
  title: { kind: 'text', argument: 'text', about: 'what the page is called (default: the input)' },
  changes: { kind: 'text', argument: 'file', about: 'an XLIFF or TMX document: show where its targets differ' },
  glossary: glossaryOption,
  rule: ruleOption,
  ...treeOptions,
  single: { kind: 'truth', about: 'one file, however large it is (default: a large page gets a folder beside it)' },
  jobs: exportRunOptions.jobs,
} as const;

/** Adds the command `view`. */
export function defineView(program: Command, streams: Streams, setStatus: (status: number) => void): void {
  const command = program
    .command('view')
    .summary('write a page to review both languages side by side')
    .description(
      'Writes one HTML page that shows both languages side by side, with what is odd; of memories (TMX, JSONL) and XLIFF, what they know. Targets can be corrected, confirmed and commented on there, and handed over as XLIFF or TMX, which merge takes. It needs no network.',
    );
  addUsualOptions(addOptions(addInputs(command), viewOptions)).action(async (inputs: string[], options: Options) => {
    // A name that nobody gave may be one that somebody else took.
    const output = command.getOptionValueSource('output') === 'default' ? undefined : options.output;
    setStatus(await runView(inputs, { ...options, output }, streams));
  });
}

async function runView(inputs: readonly string[], options: Options, streams: Streams): Promise<number> {
  const { viewCorpus } = await import('../../corpus/view/view.js');
  const { parseRules } = await import('../options/rules.js');
  const { failOn, quiet = false, color, output, srcLang, title, changes, trgLang, jobs, single } = options;
  const fail = (message: string): void => say(streams, message);
  const rules = parseRules(options.rule ?? []);
  if (typeof rules === 'string') {
    fail(`--rule: ${rules}`);
    return 2;
  }
  const cores = availableParallelism();
  const tune = tuneForRun(changes === undefined && (jobs ?? cores) > 1 && (jobs ?? cores) >= cores, 'pairs');
  const paint = createPaint(streams, color);
  return runOver(
    streams,
    { quiet, done: 'read', left: 'Nothing was written.' },
    async ({ signal, onProgress, clear }) => {
      const { stdin, stdout } = streams;
      const viewing = {
        ...(output === undefined ? {} : { output }),
        srcLang,
        rules,
        ...(await takeGlossary(options, streams)),
        stdin,
        stdout,
        signal,
        ...filesBeside(options),
        ...pickOptions(options, inputOptions),
        ...(jobs === undefined ? {} : { jobs }),
        ...(single === undefined ? {} : { single }),
        ...(title === undefined ? {} : { title }),
        ...(changes === undefined ? {} : { changes }),
        ...(trgLang === undefined ? {} : { trgLang }),
      };
      const report = await viewCorpus(inputs, viewing, (progress) => {
        tune(progress.total);
        onProgress(progress);
      });
      clear();
      if (!quiet) streams.stderr.write(summarize(report, changes !== undefined, paint));
      const diagnostics = report.files.flatMap((file) => file.diagnostics);
      const unseen = report.files.map(({ namedPath, diagnostics: found }) => ({
        namedPath,
        diagnostics: report.bytes > 0 && namedPath !== changes ? found.filter(isUnseen) : found,
      }));
      streams.stderr.write(
        formatDiagnostics(
          withNotes(unseen, failOn),
          paint,
          quiet,
          report.bytes > 0 ? Number.POSITIVE_INFINITY : undefined,
        ),
      );
      if (diagnostics.some(isUnreadable)) return 3;
      return diagnostics.some(({ severity }) => reaches(severity, failOn)) ? 1 : 0;
    },
  );
}

/** Whether a finding is about a file that the page does not show. */
function isUnseen(found: { readonly code: string }): boolean {
  return isUnreadable(found) || found.code === 'input/same-name';
}

/** Whether the document with changes is of other articles: then there is nothing to count. */
function isOfOthers(files: ViewReport['files']): boolean {
  return files.some(({ diagnostics }) =>
    diagnostics.some(({ code }) => code === 'merge/no-article' || code === 'merge/other-article'),
  );
}

/** Findings are in the page: here they are only counted. */
function summarize(report: ViewReport, hasChanges: boolean, paint: Paint): string {
  const { totals, leftOut, output, parts, bytes, files } = report;
  const { articles, segments, changed, refused, findings } = totals;
  const found = (['error', 'warning', 'info'] as const)
    .filter((severity) => findings[severity] > 0)
    .map(
      (severity) =>
        `${count(findings[severity])} ${paint.severity(severity, findings[severity] === 1 ? severity : `${severity}s`)}`,
    );
  const without = leftOut === 0 ? '' : `; ${count(leftOut)} without pairs left out`;
  const lines = [
    `${countOf(articles, 'article')}, ${paint.strong(countOf(segments, 'segment'))}${without}`,
    ...leftOutLines(report),
    ...(bytes === 0 ? [] : [`findings: ${found.length === 0 ? 'none' : found.join(', ')}`]),
    ...(hasChanges && bytes > 0 && !isOfOthers(files)
      ? [`changed targets: ${count(changed)}${refused === 0 ? '' : `, refused: ${count(refused)}`}`]
      : []),
    bytes === 0
      ? 'nothing was written: there is no pair'
      : `written: ${printable(output)}${parts === undefined ? '' : ` and ${printable(parts)}/`} (${(bytes / 1e6).toFixed(1)} MB)`,
  ];
  return `${lines.join('\n')}\n`;
}
