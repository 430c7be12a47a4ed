import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  exportToString,
  type Inline,
  type Placeholder,
  type Segment,
  type Side,
  segmentsOf,
  type UnitMode,
} from '../../src/index.js';
import { fixturesAndSeed } from '../interop/articles.js';
import { temporaryFolder } from '../support/cli.js';
import { isInstalled } from '../support/clients.js';
import { look, pictures, type Seen } from './screen.js';

const chosen: readonly string[] = ['seed', 'lists', 'link-labels', 'pipe-tables'];
const articles = fixturesAndSeed().filter(({ name }) => chosen.includes(name));
const trgLang = 'ja-JP';

const hasScreen: boolean = [
  ['Xvfb', 'Xvfb'],
  ['D-Bus', 'dbus-daemon'],
  ['ImageMagick', 'import'],
].every(([client = '', command = '']) => isInstalled(client, command));
const hasReader: boolean = isInstalled('AT-SPI for Python', '/usr/bin/python3', '-c', 'import pyatspi');

function written(article: Parameters<typeof segmentsOf>[0]): Segment[] {
  return [...segmentsOf(article)].filter(({ skip }) => skip === undefined);
}

/** The text of a side in one line, without its codes but for what is shown of them. */
function plain({ content }: Side, show: (placeholder: Placeholder) => string): string {
  const write = (inline: Inline): string => {
    if (inline.kind === 'text') return inline.text;
    return inline.kind === 'ph' ? show(inline) : '';
  };
  return bare(content.map(write).join(''));
}

function bare(text: string): string {
  return text.replaceAll(/[\s\ufffc]+/g, ' ').trim();
}

function textsOf(segments: readonly Segment[], show: (placeholder: Placeholder) => string): string[][] {
  return segments.map(({ source, target }) => [plain(source, show), plain(target, show)]);
}

/** The pairs that no row shows, and the rows that show no pair. Long texts are cut in a cell, and so are further lines. */
function differences(
  rows: readonly string[][],
  pairs: readonly string[][],
): { missing: string[][]; extra: string[][] } {
  const extra = [...rows];
  const missing = pairs.filter((texts) => {
    const row = extra.findIndex((cells) => texts.every((text, column) => isStart(cells[column] ?? '', text)));
    if (row >= 0) extra.splice(row, 1);
    return row < 0;
  });
  return { missing, extra };
}

function isStart(cell: string, text: string): boolean {
  return cell === text || (cell.length >= 8 && text.startsWith(cell));
}

describe.runIf(hasScreen && hasReader && isInstalled('Poedit', 'poedit'))('Poedit', () => {
  /** Its table has a mark, the source and the target in a row. */
  const rowsOf = ({ cells }: Seen): string[][] =>
    Array.from({ length: Math.floor(cells.length / 3) }, (_, row) => cells.slice(row * 3 + 1, row * 3 + 3));

  it.each(
    articles.flatMap(({ name, article }) => (['block', 'pair'] as const).map((units) => ({ name, units, article }))),
  )(
    'shows XLIFF 2.0 of $name, units: $units',
    async ({
      name,
      units,
      article,
    }: {
      name: string;
      units: UnitMode;
      article: (typeof articles)[number]['article'];
    }) => {
      const file = join(temporaryFolder(), `${name}-${units}.xlf`);
      writeFileSync(file, exportToString([article], 'xliff', { trgLang, units }));
      const seen = await look(`poedit-${name}-${units}`, 'poedit', [file], (now) => rowsOf(now).length > 0);
      expect(seen.alerts).toEqual([]);
      expect(seen.windows).toEqual([`${name}-${units}.xlf - Poedit`]);
      // What a code looks like is up to Poedit; the last one of a text that is cut may be cut, too.
      const withoutTags = (text: string): string =>
        bare(text.replaceAll(/<\/?(?:g|x|ph|pc)\b[^<>]*(?:>|$)|<\/?[a-z]?$/g, ''));
      const rows = rowsOf(seen).map((row) => row.map(withoutTags));
      expect(
        differences(
          rows,
          textsOf(written(article), ({ disp }) => `{${disp}}`),
        ),
      ).toEqual({ missing: [], extra: [] });
    },
  );

  it('reports a file that it does not take', async () => {
    const file = join(temporaryFolder(), 'other.xlf');
    const [first] = articles;
    if (first === undefined) throw new Error('no article');
    const document = exportToString([first.article], 'xliff', { trgLang });
    writeFileSync(file, document.replace('version="2.0"', 'version="2.1"'));
    const seen = await look('poedit-refuses', 'poedit', [file], () => false);
    expect(seen.alerts.join()).toContain('unsupported XLIFF version (2.1)');
  });
});

describe.runIf(hasScreen && hasReader && isInstalled('Lokalize', 'lokalize'))('Lokalize', () => {
  it.each(articles)('shows XLIFF 1.2 of $name', async ({ name, article }) => {
    const file = join(temporaryFolder(), `${name}.xlf`);
    writeFileSync(file, exportToString([article], 'xliff1.2', { trgLang }));
    const segments = written(article);
    const seen = await look(`lokalize-${name}`, 'lokalize', [file], ({ texts }) =>
      texts.includes(`Total: ${segments.length}`),
    );
    expect(seen.alerts).toEqual([]);
    expect(seen.windows).toContain(`${file} `);
    expect(seen.texts).toContain('Untranslated: 0');
    // A row has its number, the source, the target, and six more columns.
    const first = seen.cells.findIndex((cell, index) => cell === '1' && seen.cells[index + 9] === '2');
    const rows = segments.map((_, row) => seen.cells.slice(first + row * 9, first + row * 9 + 3));
    expect(rows.map(([number]) => number)).toEqual(segments.map((_, row) => `${row + 1}`));
    expect(
      differences(
        rows.map((row) => row.slice(1).map(bare)),
        textsOf(segments, () => ''),
      ),
    ).toEqual({ missing: [], extra: [] });
  });
});

describe('the pictures', () => {
  it('are there to be looked at', () => console.log(`${pictures}: ${readdirSync(pictures).join(', ')}`));
});
