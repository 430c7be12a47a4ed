import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sspr, temporaryFolder } from '../../support/cli.js';
import { inScope } from '../../support/interop-scope.js';
import { pairsOf } from '../../support/pairs.js';
import { shared } from '../../support/shared.js';
import { type NamedArticle, sample } from '../articles.js';
import { describeOmegat, translateProject } from './omegat.js';

const rules = join(import.meta.dirname, '../../../docs/omegat');

/** The files of a folder by their names. */
function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** The English articles and the memory, as the guide has a user make them. */
function prepare(
  articles: readonly NamedArticle[],
  trgLang: string,
): Record<'sources' | 'memories', Record<string, string>> {
  const folder = temporaryFolder();
  const docs = join(folder, 'docs');
  mkdirSync(docs);
  for (const { name, file } of articles) cpSync(file, join(docs, `${name}.md`));
  const languages = ['--trg-lang', trgLang, '-q', '--fail-on', 'never'];
  for (const args of [
    ['split', docs, '--side', 'source', '-o', join(folder, 'articles'), ...languages],
    ['export', docs, '-f', 'tmx', '--inline', 'text', '-o', join(folder, 'memory'), ...languages],
  ]) {
    const { status, stderr } = sspr(args);
    expect([status, stderr]).toEqual([0, '']);
  }
  return { sources: filesOf(join(folder, 'articles/en-US')), memories: filesOf(join(folder, 'memory')) };
}

/** What stands before the text of a line: quote marks, and the marker of a heading or an item. */
function markerOf(line: string): string {
  const [marker = ''] = /^[ \t>]*(?:(?:#{1,6}|[-*+]|\d{1,9}[.)])(?=\s))?/.exec(line) ?? [];
  return marker.trimEnd();
}

function outer(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '').normalize('NFC');
}

describeOmegat(' with English Markdown', (version) => {
  const sampleOf = (perTree: number): number => (version === '3.6' ? perTree : inScope(perTree / 5, perTree));

  it.runIf(shared !== undefined).each([
    ['ja-JP', sampleOf(50)],
    ['de-DE', sampleOf(100)],
  ])('inserts at least 97 of 100 in %s with the rules of docs/omegat, and keeps the Markdown', (trgLang, perTree) => {
    const articles = sample(trgLang, perTree);
    const prepared = prepare(articles, trgLang);
    const translated = translateProject({ version, trgLang, ...prepared, own: filesOf(rules) });
    const shown = new Map<string, string | null>();
    for (const { file, source, translation } of translated.segments) shown.set(`${file} ${outer(source)}`, translation);
    const pairs = articles.flatMap(({ name, article }) =>
      pairsOf(article)
        .filter(({ skip }) => skip === undefined)
        .map(({ source }) => `${name}.md ${outer(source.text)}`),
    );
    const inserted = pairs.filter((key) => (shown.get(key) ?? null) !== null).length;
    console.log(`${trgLang}: ${articles.length} articles, ${pairs.length} pairs, ${inserted} inserted`);
    expect(inserted / pairs.length).toBeGreaterThanOrEqual(0.97);
    // Spaces that are lost would make text of a heading or an item. A translation may look like one ("- or -").
    for (const [name, source] of Object.entries(prepared.sources)) {
      const output = translated.output(name).split(/\r?\n/);
      const lines = source.split(/\r?\n/);
      expect([name, output.length]).toEqual([name, lines.length]);
      const marked = lines.map((line, index) => [index, markerOf(line)] as const).filter(([, marker]) => marker !== '');
      expect([name, marked.map(([index]) => markerOf(output[index] ?? ''))]).toEqual([
        name,
        marked.map(([, marker]) => marker),
      ]);
    }
  });

  it.runIf(shared !== undefined)('inserts half of that without them', () => {
    const articles = sample('de-DE', sampleOf(100));
    const { 'filters.xml': filters = '' } = filesOf(rules);
    const translated = translateProject({
      version,
      trgLang: 'de-DE',
      ...prepare(articles, 'de-DE'),
      own: { 'filters.xml': filters },
    });
    const inserted = translated.segments.filter(({ translation }) => translation !== null).length;
    const pairs = articles.reduce((sum, { article }) => sum + pairsOf(article).length, 0);
    console.log(`de-DE, without the rules: ${pairs} pairs, ${inserted} inserted`);
    expect(inserted / pairs).toBeLessThan(0.75);
  });
});
