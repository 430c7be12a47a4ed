import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

const folder = resolve(process.env['SSPR_TM_SHARED'] ?? join(import.meta.dirname, '../../../shared'));

/** The folder with the seed, the corpora and the schemas, which is no part of the project. */
export const shared: string | undefined = existsSync(folder) ? folder : undefined;

if (shared === undefined) {
  if (process.env['CI'] !== undefined) throw new Error(`${folder} is missing; set SSPR_TM_SHARED.`);
  console.warn(`Skipped: the tests of corpora and schemas, because ${folder} is missing.`);
}

/** What is known of a corpus from `counts.json`. */
export interface CorpusCounts {
  readonly files: number;
  readonly filesWithPairs: number;
  readonly pairs: number;
  readonly live: number;
  readonly liveByteExact: number;
}

/** The names of the corpora and their counts; none where the shared folder is missing. */
export const corpora: readonly [string, CorpusCounts][] =
  shared === undefined ? [] : Object.entries(JSON.parse(readFileSync(join(shared, 'corpus/counts.json'), 'utf8')));

/** Unpacks an archive of the corpora, or of the other trees, once per machine and gives its folder. */
export function unpack(name: string, place: 'corpus' | 'trees' = 'corpus'): string {
  const archive = join(shared ?? '', place, `${name}.tar.gz`);
  const { size } = statSync(archive);
  const target = join(tmpdir(), `sspr-tm-${name}-${size}`);
  if (!existsSync(target)) {
    const temporary = mkdtempSync(join(tmpdir(), 'sspr-tm-unpack-'));
    execFileSync('tar', ['-xzf', archive, '-C', temporary]);
    try {
      renameSync(temporary, target);
    } catch (error) {
      // Another test worker was faster.
      if (!existsSync(target)) throw error;
    }
  }
  return join(target, name);
}

/** The Markdown files below a folder, as paths relative to it, in the order of their bytes. */
export function markdownFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

/** How many pairs each file of a corpus has. */
export function pairsPerFile(name: string): Map<string, number> {
  const table = gunzipSync(readFileSync(join(shared ?? '', 'corpus', `${name}.pairs-per-file.tsv.gz`))).toString();
  return new Map(
    table
      .trim()
      .split('\n')
      .map((line) => line.split('\t'))
      .map(([file = '', count]) => [file, Number(count)]),
  );
}
