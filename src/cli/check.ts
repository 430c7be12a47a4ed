import { type Command, Option } from 'commander';
import type { CheckedFile } from '../corpus/check.js';
import { createPaint } from './paint.js';
import { count } from './progress.js';
import { type FailOn, failOnLevels, reaches } from './status.js';
import type { Streams } from './streams.js';
import { formatDiagnostics } from './summary.js';

interface Options {
  readonly failOn: FailOn;
  readonly quiet?: boolean;
  readonly color?: boolean;
}

/** Adds the command `check`. */
export function defineCheck(program: Command, streams: Streams, setStatus: (status: number) => void): void {
  program
    .command('check')
    .summary('tell what is wrong with articles, XLIFF and TMX')
    .description('Tells what is wrong with side-by-side articles, and with XLIFF 2 and TMX documents that are named.')
    .argument('<input...>', 'files, folders, globs, or - for an article on standard input')
    .addOption(new Option('--fail-on <level>', 'exit with 1 at this severity').choices(failOnLevels).default('error'))
    .option('-q, --quiet', 'print nothing but errors')
    .option('--color', 'colour messages')
    .action(async (inputs: string[], options: Options) => setStatus(await runCheck(inputs, options, streams)));
}

async function runCheck(inputs: readonly string[], options: Options, streams: Streams): Promise<number> {
  const { CorpusError } = await import('../corpus/error.js');
  const { checkFiles } = await import('../corpus/check.js');
  const paint = createPaint(streams, options.color);
  const quiet = options.quiet === true;
  const codes = new Map<string, number>();
  let files = 0;
  let failed = false;
  let unreadable = false;
  try {
    for await (const file of checkFiles(inputs, await stdinFor(inputs, streams))) {
      files++;
      for (const { code, severity } of file.findings) {
        codes.set(code, (codes.get(code) ?? 0) + 1);
        failed ||= reaches(severity, options.failOn);
        unreadable ||= code === 'input/unreadable';
      }
      streams.stderr.write(formatDiagnostics([toReport(file)], paint, quiet, Number.POSITIVE_INFINITY));
    }
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    streams.stderr.write(`sspr-tm: ${error.message}\n`);
    return error.kind === 'usage' ? 2 : 3;
  }
  const found = [...codes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, number]) => `${count(number)} ${code}`);
  if (!quiet)
    streams.stderr.write(`${count(files)} files: ${found.length === 0 ? 'nothing found' : found.join(', ')}\n`);
  if (unreadable) return 3;
  return failed ? 1 : 0;
}

async function stdinFor(inputs: readonly string[], { stdin }: Streams): Promise<Uint8Array | undefined> {
  if (!inputs.includes('-')) return undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function toReport({ path, findings }: CheckedFile): Parameters<typeof formatDiagnostics>[0][number] {
  return { path, diagnostics: findings };
}
