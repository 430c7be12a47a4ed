import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ExportOptions, Format } from '../../src/index.js';
import { exportCorpus, mergeCorpus } from '../../src/node.js';
import { corpusTrees } from '../support/corpus-pairs.js';
import { unpack } from '../support/shared.js';

/** Every form in which a tree goes out and comes back: a folder of documents, or one with many files. */
const forms: readonly (readonly [Format, string, ExportOptions])[] = [
  ['xliff', 'documents', {}],
  ['xliff', 'all.xlf', { units: 'pair' }],
  ['xliff1.2', 'all.xlf', {}],
  ['tmx', 'documents', {}],
];
const versions: typeof forms = (['2.1', '2.2'] as const).map((xliffVersion) => [
  'xliff',
  'documents',
  { xliffVersion },
]);
/** So many targets are edited. */
const edits = 25;

function folder(): string {
  const created = mkdtempSync(join(tmpdir(), 'sspr-tm-merge-tree-'));
  onTestFinished(() => rmSync(created, { recursive: true, force: true }));
  return created;
}

function filesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Files of a folder that are not those of the tree to the letter. */
function differing(root: string, output: string): string[] {
  return filesIn(output)
    .map((file) => file.slice(output.length + 1))
    .filter((path) => !readFileSync(join(output, path)).equals(readFileSync(join(root, path))));
}

/** Marks some targets of some documents, spread over all; gives how many. */
function editSome(documents: string): number {
  const files = documents.endsWith('.xlf') ? [documents] : filesIn(documents);
  let done = 0;
  const step = Math.max(1, Math.floor(files.length / edits));
  for (let index = 0; index < files.length && done < edits; index += step) {
    const file = files[index] ?? '';
    const parts = readFileSync(file, 'utf8').split(
      /(?<=<target(?: [^>]*)?>|<tuv xml:lang="(?!en)[^>]*><seg>)(?=[^\s<&*_#|>[\]`~\\:-][^<]*<)/,
    );
    const own = Math.min(files.length === 1 ? edits : 1, parts.length - 1);
    for (let number = 0; number < own; number++) {
      const at = 1 + Math.floor((number * (parts.length - 1)) / own);
      parts[at] = `Edited${done++} ${parts[at]}`;
    }
    writeFileSync(file, parts.join(''));
  }
  return done;
}

describe('a tree that went out and came back', () => {
  it.each(
    corpusTrees().flatMap((tree, index) =>
      [...forms, ...(index === 0 ? versions : [])].map((form) => [tree, ...form] as const),
    ),
  )(
    'gives every article of %s as %s in %s (%j) to the letter, and exactly what was edited',
    async (tree, format, name, options) => {
      const root = unpack(`${tree}.sxs`);
      const work = folder();
      const documents = join(work, name);
      const exported = await exportCorpus([root], { ...options, formats: [format], output: documents, jobs: 1 });
      const untouched = await mergeCorpus(root, [documents], { output: join(work, 'same'), jobs: 1 });
      expect(untouched).toMatchObject({ changed: 0, refused: 0, stale: 0 });
      // Every article with something to export, and no other.
      const withPairs = exported.files.filter(({ pairs }) => pairs > 0).length;
      expect(untouched.written).toBeGreaterThan(withPairs * 0.9);
      expect(filesIn(join(work, 'same'))).toHaveLength(untouched.written);
      expect(differing(root, join(work, 'same'))).toEqual([]);

      const count = editSome(documents);
      expect(count).toBeGreaterThan(0);
      const copy = join(work, 'tree');
      cpSync(root, copy, { recursive: true });
      const merged = await mergeCorpus(copy, [documents], { inPlace: true, jobs: 1 });
      const all = merged.files.flatMap(({ changes }) => changes);
      const marks = new Set(all.map(({ after }) => /Edited[0-9]+ /.exec(after)?.[0]));
      expect(all.filter(({ before, after }) => after.replace(/Edited[0-9]+ /, '') !== before)).toEqual([]);
      // In a memory, a target is that of every place with the same source, and of several the nearest is taken.
      if (format !== 'tmx')
        expect({ changed: merged.changed, stale: merged.stale }).toEqual({ changed: count, stale: 0 });
      expect(marks.size).toBeGreaterThan(format === 'tmx' ? count / 2 : count - 1);
      expect(differing(root, copy).length).toBe(merged.written);
    },
    600_000,
  );
});
