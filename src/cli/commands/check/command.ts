import type { Command } from 'commander';
import type { CheckedFile } from '../../../corpus/check/check.js';
import { inputOptions, type LeftOut } from '../../../corpus/find/input-options.js';
import type { Sink } from '../../../corpus/sinks/sink.js';
import { pickOptions } from '../../../model/options.js';
import { createInterrupt } from '../../interrupt.js';
import { addOptions } from '../../options/define-options.js';
import { type FileOptions, filesBeside } from '../../options/files.js';
import { addInputs } from '../../options/inputs.js';
import {
  addUsualOptions,
  ruleOption,
  type TreeOptions,
  treeOptions,
  type UsualOptions,
} from '../../options/options.js';
import { isUnreadable, reaches } from '../../options/status.js';
import { createPaint } from '../../terminal/paint.js';
import { say } from '../../terminal/say.js';
import type { Streams } from '../../terminal/streams.js';
import { openSink, writePieces } from '../report.js';
import { tellFailure } from '../run.js';
import type { CheckFormat, CheckSummary } from './format.js';

interface Options extends Pick<FileOptions, 'config'>, TreeOptions, UsualOptions {
  readonly format: 'text' | 'json' | 'sarif';
  readonly output?: string;
  readonly rule?: readonly string[];
  readonly code?: readonly string[];
}

const checkOptions = {
  format: {
    kind: 'name',
    of: ['text', 'json', 'sarif'],
    short: 'f',
    argument: 'format',
    about: 'for people, or for programs',
    default: 'text',
  },
  output: { kind: 'text', short: 'o', argument: 'file', about: 'where to write it (default: standard output)' },
  code: {
    kind: 'texts',
    argument: 'codes',
    about: 'report these codes only; several are separated by commas; may be given often',
  },
  rule: ruleOption,
  ...treeOptions,
} as const;

/** Adds the command `check`. */
export function defineCheck(program: Command, streams: Streams, setStatus: (status: number) => void): void {
  const command = program
    .command('check')
    .summary('report what is wrong with articles, XLIFF and TMX')
    .description(
      'Reports what is wrong with side-by-side articles and their pairs, and with XLIFF 2 and TMX documents that are named.',
    );
  addUsualOptions(
    addOptions(addInputs(command, 'files, folders, globs, or - for an article on standard input'), checkOptions),
  ).action(async (inputs: string[], options: Options) => setStatus(await runCheck(inputs, options, streams)));
}

async function runCheck(inputs: readonly string[], options: Options, streams: Streams): Promise<number> {
  const { checkFiles } = await import('../../../corpus/check/check.js');
  const { readAll } = await import('../../../corpus/find/inputs.js');
  const { findUnknownCode, parseRules } = await import('../../options/rules.js');
  const fail = (message: string): void => say(streams, message);
  const rules = parseRules(options.rule ?? []);
  if (typeof rules === 'string') {
    fail(`--rule: ${rules}`);
    return 2;
  }
  const unknown = findUnknownCode(options.code ?? []);
  if (unknown !== undefined) {
    fail(`--code: ${unknown}`);
    return 2;
  }
  const format = await createFormat(options, streams);
  const totals = await createTotals(options);
  const interrupt = createInterrupt(streams);
  let sink: Sink | undefined;
  try {
    sink = await openSink(options.output ?? '-', streams.stdout, { signal: interrupt.signal });
    await sink.write(Buffer.from(format.begin()));
    const stdin =
      inputs.includes('-') || options.filesFrom === '-' ? await readAll(streams.stdin, interrupt.signal) : undefined;
    const { srcLang, trgLang, code: codes } = options;
    const checking = {
      rules,
      ...(codes === undefined ? {} : { codes }),
      srcLang,
      signal: interrupt.signal,
      ...filesBeside({ ...options, ...(options.output === undefined ? {} : { report: options.output }) }),
      ...(stdin === undefined ? {} : { stdin }),
      ...pickOptions(options, inputOptions),
      onLeftOut: totals.addLeftOut,
      ...(trgLang === undefined ? {} : { trgLang }),
    };
    for await (const file of checkFiles(inputs, checking)) {
      totals.add(file);
      await writePieces(sink, format.file(file));
    }
    const summary = totals.summary();
    const said = format.summary?.(summary) ?? '';
    // A file has it all.
    await sink.write(Buffer.from(format.end(summary) + (isFile(options) ? said : '')));
    await sink.commit();
    if (!isFile(options)) streams.stderr.write(said);
  } catch (error) {
    sink?.discard();
    const { isClosedByReader } = await import('../../../corpus/error.js');
    if (isClosedByReader(error)) return totals.status();
    return await tellFailure(error, streams, interrupt, 'interrupted.');
  } finally {
    interrupt.release();
  }
  return totals.status();
}

/** What is found altogether, as it is reported at the end. */
interface Totals {
  add(file: CheckedFile): void;
  addLeftOut(leftOut: LeftOut): void;
  summary(): CheckSummary;
  status(): number;
}

async function createTotals({ srcLang, failOn }: Options): Promise<Totals> {
  const { createArticleCounter } = await import('../../../stats/article.js');
  const { createStats } = await import('../../../stats/stats.js');
  const countArticle = createArticleCounter(srcLang);
  const stats = createStats();
  const codes = new Map<string, number>();
  let leftOut: LeftOut = { excluded: 0, ignored: 0 };
  let files = 0;
  let failed = false;
  let unreadable = false;
  return {
    add({ findings, article }) {
      // The folder that no article of has a pair is no file.
      if (!findings.some(({ code }) => code === 'input/no-pairs') || article !== undefined) files++;
      for (const { code, severity } of findings) {
        codes.set(code, (codes.get(code) ?? 0) + 1);
        failed ||= reaches(severity, failOn);
        unreadable ||= isUnreadable({ code });
      }
      if (article !== undefined && article.units.length > 0) {
        stats.add(countArticle(article, article.localization.trgLang ?? 'und'));
      }
    },
    addLeftOut(counts) {
      leftOut = counts;
    },
    summary: () => ({
      files,
      ...leftOut,
      codes: Object.fromEntries([...codes].sort(([a], [b]) => (a < b ? -1 : 1))),
      stats: stats.build(),
    }),
    status: () => {
      if (unreadable) return 3;
      return failed ? 1 : 0;
    },
  };
}

async function createFormat(options: Options, streams: Streams): Promise<CheckFormat> {
  const { format, quiet, color, failOn, code: codes } = options;
  if (format === 'json') return (await import('./json.js')).createJson();
  if (format === 'sarif') return (await import('./sarif.js')).createSarif();
  const { createText } = await import('./text.js');
  const paint = createPaint(streams, isFile(options) ? (color ?? false) : color, streams.stdout);
  return createText({ paint, toFile: isFile(options), quiet: quiet === true, failOn, codes });
}

function isFile(options: Options): options is Options & { readonly output: string } {
  return options.output !== undefined && options.output !== '-';
}
