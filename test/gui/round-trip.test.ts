import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Article, type Segment, segmentsOf } from '../../src/index.js';
import { articleGroups } from '../interop/every-article.js';
import { filesBelow, sspr, temporaryFolder } from '../support/cli.js';
import { isInstalled } from '../support/clients.js';
import { inScope } from '../support/interop-scope.js';
import { edit, hasScreen } from './screen.js';

/** The ten targets of a document that are edited, with codes and without. */
const withCodes = 5;

/** Articles of each tree, all in one document. */
const articlesOfTree = inScope(20, 300);

/** Fixtures, and a tree. */
const groups = articleGroups().filter(({ name }, index) =>
  inScope(index === 0 || name.startsWith('alchemyinsights.th'), true),
);

/** A row of a document: where its segment stands. */
interface Row {
  readonly row: number;
  readonly path: string;
  readonly segment: Segment;
}

/** Articles as files under a root. */
function written(articles: readonly Article[]): string {
  const root = temporaryFolder();
  for (const { path = '', text } of articles) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** The segments in the order of a document; nothing where its id is that of no pair, or of several. */
function rowsOf(document: string, articles: readonly Article[]): readonly (Row | undefined)[] {
  const segments = new Map(
    articles.map((article) => [article.path, [...segmentsOf(article)].filter(({ skip }) => skip === undefined)]),
  );
  let path = '';
  const rows: (Row | undefined)[] = [];
  for (const [, file, id] of document.matchAll(
    /<file [^>]*\boriginal="([^"]*)"|<(?:segment|trans-unit) id="([^"]*)"/g,
  )) {
    if (file !== undefined) path = file;
    if (id === undefined) continue;
    const [segment, other] = (segments.get(path) ?? []).filter((each) => each.id === id);
    rows.push(segment === undefined || other !== undefined ? undefined : { row: rows.length, path, segment });
  }
  return rows;
}

/**
 * Those whose targets get a text at their ends, spread over the document: they end with a letter or a full stop, so that
 * it is no part of any markup; and no other row has their source, so that a client that takes another row is found out.
 */
function chosen(rows: readonly (Row | undefined)[], isAble: (row: Row) => boolean): readonly Row[] {
  const counts = new Map<string, number>();
  const plain = ({ segment }: Row): string => segment.source.text.replaceAll(/\W+/g, ' ').trim();
  for (const row of rows) if (row !== undefined) counts.set(plain(row), (counts.get(plain(row)) ?? 0) + 1);
  const able = rows
    .filter((row) => row !== undefined)
    .filter((row) => {
      const { content, text } = row.segment.target;
      const last = content.at(-1);
      const end = last?.kind === 'text' ? last.text : '';
      // Lokalize counts a line end of CRLF as one character, and writes a character too early.
      return (
        isAble(row) &&
        !row.segment.recovered &&
        counts.get(plain(row)) === 1 &&
        plain(row) !== '' &&
        /[\p{L}。.:]$/u.test(end) &&
        !/[\r\n]/.test(text)
      );
    });
  const some = (hasCodes: boolean): Row[] => {
    const all = able.filter(({ segment }) => segment.target.content.some(({ kind }) => kind !== 'text') === hasCodes);
    const step = Math.max(1, all.length / withCodes);
    return all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step)).slice(0, withCodes);
  };
  return [...some(true), ...some(false)].sort((a, b) => a.row - b.row);
}

/** The text of an article with texts at the ends of targets. */
function edited({ path, text }: Article, edits: readonly (Row & { readonly text: string })[]): string {
  let result = text;
  for (const { segment, text: added } of edits.filter((each) => each.path === path).toReversed()) {
    const { end } = segment.target.range;
    result = result.slice(0, end) + added + result.slice(end);
  }
  return result;
}

/** The articles of a root once a document is merged into it, by their paths; those that it has nothing of are not written. */
function merged(root: string, document: string): ReadonlyMap<string, string> {
  const out = temporaryFolder();
  const { status, stderr } = sspr(['merge', root, document, '-o', out]);
  expect([status, stderr]).toEqual([0, expect.stringContaining('0 refused, 0 stale')]);
  return new Map(filesBelow(out).map((path) => [path, readFileSync(join(out, path), 'utf8')]));
}

describe.each([
  ['Poedit', 'poedit'],
  ['Lokalize', 'lokalize'],
] as const)('%s, there and back', (title, client) => {
  const isThere = hasScreen && isInstalled(title, client);

  it.runIf(isThere).each(groups)(
    '$name: untouched, the same bytes; ten edited targets, and nothing else',
    { timeout: inScope(400_000, 2_000_000) },
    async ({ name, articles: all }) => {
      const isTree = name !== 'fixtures and seed';
      const own = all(isTree ? articlesOfTree : undefined);
      const articles = own.map(({ article }) => article);
      const trgLang = isTree ? (own[0]?.trgLang ?? '') : 'ja-JP';
      const root = written(articles);
      const folder = temporaryFolder();
      const file = join(folder, 'all.xlf');
      const options = ['--trg-lang', trgLang, '--force-lang', '--fail-on', 'never', '-q'];
      expect(sspr(['export', root, '--client', client, '-o', file, ...options]).status).toBe(0);
      const document = readFileSync(file, 'utf8');

      const rows = rowsOf(document, articles);
      // `merge` takes no targets of another language than that of the article.
      const others = new Set(own.filter((each) => each.trgLang !== trgLang).map(({ article }) => article.path));
      const edits = chosen(rows, ({ path }) => !others.has(path)).map((row, index) => ({
        ...row,
        text: ` (編集 ${index + 1})`,
      }));
      expect(edits).toHaveLength(2 * withCodes);
      const touched = join(folder, 'touched.xlf');
      const count = rows.length;
      const asked = edits.map(({ row, text }) => ({ row, text }));
      await edit(`${client}-${name}`, { client, file, count, touched, edits: asked }, inScope(60_000, 400_000));

      const before = new Map(articles.map(({ path = '', text }) => [path, text]));
      expect(readFileSync(touched, 'utf8')).not.toBe(document);
      for (const [path, text] of merged(root, touched)) expect([path, text]).toEqual([path, before.get(path)]);
      const given = merged(root, file);
      expect(edits.filter(({ path }) => !given.has(path))).toEqual([]);
      for (const article of articles) {
        const { path = '', text } = article;
        expect([path, given.get(path) ?? text]).toEqual([path, edited(article, edits)]);
      }
      console.log(`${title}: ${name}, ${articles.length} articles, ${count} rows`);
    },
  );
});
