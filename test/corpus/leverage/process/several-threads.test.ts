import { appendFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { leverageFormats } from '../../../../src/corpus/leverage/formats.js';
import {
  articlesPerThread,
  requireUnchanged,
  sharedMemories,
} from '../../../../src/corpus/leverage/process/several-threads.js';
import type { Exporter } from '../../../../src/index.js';
import { tree } from '../../../support/cli.js';

const [xliff] = leverageFormats;
const own: Exporter = { ...xliff, name: 'own' };

it('shares articles where each thread can read the memories for itself', () => {
  const cwd = tree({ 'm.tmx': 'x'.repeat(100), 'n.jsonl': '{}', 'sides/a.md': '', 'rules.srx': '' });
  const share = (memory: readonly string[], exporters: readonly Exporter[] = leverageFormats, more = {}): boolean =>
    articlesPerThread(exporters, { trgLang: 'de-DE', memory: memory.map((each) => join(cwd, each)), ...more }) !==
    undefined;
  expect(share(['m.tmx', 'n.jsonl'])).toBe(true);
  expect(share(['m.tmx'], [xliff], { srx: join(cwd, 'rules.srx') })).toBe(true);
  // A tree is read in all threads already; what is not there has one to say so.
  expect(share(['sides'])).toBe(false);
  expect(share(['m.tmx', 'sides/a.md'])).toBe(false);
  expect(share(['gone.tmx'])).toBe(false);
  expect(share(['m.tmx'], [xliff], { srx: join(cwd, 'gone.srx') })).toBe(false);
  // What is read in passes is read once for all.
  expect(share(['m.tmx'], [xliff], { mostKept: 99 })).toBe(false);
  expect(share(['m.tmx'], [xliff], { mostKept: 100 })).toBe(true);
  // Neither exporters nor whole articles go to other threads.
  expect(share(['m.tmx'], [xliff, own])).toBe(false);
  expect(share(['m.tmx'], [xliff], { onArticle: () => undefined })).toBe(false);
});

it('reads a large memory in one more thread only for many articles', () => {
  const cwd = tree({ 'small.tmx': '', 'large.tmx': 'x'.repeat(4_000_000), 'too-large.tmx': 'x'.repeat(33 * 2 ** 20) });
  const articles = (...memory: readonly string[]): number | undefined =>
    articlesPerThread(leverageFormats, { trgLang: 'de-DE', memory: memory.map((each) => join(cwd, each)) });
  expect(articles('small.tmx')).toBe(100);
  expect(articles('large.tmx')).toBe(245);
  expect(articles('large.tmx', 'large.tmx')).toBe(489);
  expect(articles('too-large.tmx')).toBeUndefined();
});

it('knows of memories that are not what they were', () => {
  const cwd = tree({ 'm.tmx': 'one', 'n.jsonl': '{}', sides: '' });
  const paths = ['m.tmx', 'n.jsonl', 'gone.tmx'].map((name) => join(cwd, name));
  const path = join(cwd, 'n.jsonl');
  const changes = [
    () => appendFileSync(path, ' '),
    () => {
      writeFileSync(join(cwd, 'other'), '{}');
      renameSync(join(cwd, 'other'), path);
    },
    () => rmSync(path),
    () => writeFileSync(path, '{}'),
  ];
  for (const change of changes) {
    const shared = structuredClone(sharedMemories(paths));
    expect(() => requireUnchanged(shared)).not.toThrow();
    change();
    expect(() => requireUnchanged(shared)).toThrow(`${path}: it changed while it was read; run it again.`);
  }
});
