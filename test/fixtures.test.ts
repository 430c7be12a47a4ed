import { isLeft, isRight, type These } from 'fp-ts/lib/These.js';
import { describe, expect, test } from 'vitest';
import { isScalar, parseAllDocuments, visit } from 'yaml';
import { type Article, type Diagnostic, parseArticle, type Segment, segmentsOf } from '../src/index.js';
import { type Fixture, goldenFiles, readFixtures, readGolden, writeGolden } from './support/golden.js';

const updating: boolean = process.env['UPDATE_GOLDEN'] === '1';
const fixtures: readonly Fixture[] = readFixtures();

test('fixtures are found', () => {
  expect(fixtures.map(({ name }) => name)).toContain('reset-portal');
});

describe.each(fixtures)('$name', (fixture) => {
  const { name, path, text } = fixture;
  const damaged = name.startsWith('damage-');
  const reading = parseArticle(text, { path });

  test('gives the expected files', () => {
    const files = goldenFiles(fixture, reading);
    if (updating) writeGolden(fixture, files);
    expect(files).toEqual(readGolden(fixture));
  });

  test('has each leaf of its JSON on a line, so that a difference shows what has changed', () => {
    for (const [file, content] of Object.entries(readGolden(fixture))) {
      if (!file.endsWith('.json')) continue;
      const lines = content.trimEnd().split('\n');
      const opensOrCloses = /[[{]$|^ *[\]}],?$/;
      expect(lines.filter((line) => !opensOrCloses.test(line))).toHaveLength(leavesOf(JSON.parse(content)));
    }
  });

  test('has a diagnostic where a marker gives no pair', () => {
    const placed = [
      ...diagnosticsOf(reading).map(({ offset, end }) => ({ start: offset, end })),
      ...pairsOf(reading).map(({ range }) => range),
    ];
    const lost = [...text.matchAll(/data-ttu-id/g)].filter(
      ({ index }) => !placed.some(({ start, end }) => start <= index && index < end),
    );
    expect(lost.map(({ index }) => text.slice(index, index + 30))).toEqual([]);
  });

  test('has diagnostics that name a place in the text', () => {
    for (const { offset, end, line, column } of diagnosticsOf(reading)) {
      const lines = text.slice(0, offset).split(/\r\n?|\n/);
      expect({ line, column }).toEqual({ line: lines.length, column: (lines.at(-1) ?? '').length + 1 });
      expect(end).toBeGreaterThanOrEqual(offset);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  });

  if (damaged) {
    test('reports damage', () => expect(diagnosticsOf(reading)).not.toEqual([]));
  } else {
    test('is read', () => expect(isLeft(reading)).toBe(false));
  }
  if (isLeft(reading)) return;
  const article = reading.right;

  test('has ranges that slice back to what they name', () => {
    const scalars = path.endsWith('.yml') ? decodedScalars(text) : undefined;
    for (const segment of segmentsOf(article)) {
      for (const side of [segment.source, segment.target]) {
        const slice = text.slice(side.range.start, side.range.end);
        if (scalars !== undefined) {
          expect(scalars.some((scalar) => scalar.includes(side.text.replaceAll('\r', '')))).toBe(true);
        } else if (segment.recovered && side === segment.target) {
          expect([side.text, `"${side.text}"`, `'${side.text}'`]).toContain(slice);
        } else {
          expect(side.text).toBe(slice);
        }
      }
    }
    for (const { parts } of article.units) {
      for (const part of parts) {
        if (part.kind !== 'ignorable') continue;
        const slice = text.slice(part.range.start, part.range.end);
        // Lines of YAML are indented.
        expect(part.text).toBe(scalars === undefined ? slice : slice.replace(/\n +/g, '\n'));
      }
    }
    for (const { key, keyRange, value, valueRange } of article.frontMatter?.entries ?? []) {
      expect(text.slice(keyRange.start, keyRange.end)).toBe(key);
      const slice = text.slice(valueRange.start, valueRange.end);
      if (value === '') expect(slice).toMatch(/^(?:""|''|)$/);
      else if (typeof value === 'string' && !/^[|>"']/.test(slice)) expect(slice).toBe(value);
      else expect(slice).not.toBe('');
    }
  });

  test('has pairs that start and end with their own tags', () => {
    for (const { range, source, target } of pairsOf(reading)) {
      expect(text.slice(range.start, target.range.start)).toMatch(/^<span [^<]*data-ttu-id=[^<]*>$/i);
      expect(text.slice(target.range.end, source.range.start)).toMatch(
        /^<\/span\s*>\s*<span [^<]*>\s*<span [^<]*data-stu-id=[^<]*>$/i,
      );
      expect(text.slice(source.range.end, range.end)).toMatch(/^<\/span\s*>\s*<\/span\s*>$/);
    }
  });

  test('has its pairs in order, each once', () => {
    const parts = article.units.flatMap(({ parts }) => parts);
    const starts = parts.map(({ range }) => range.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    parts.slice(1).forEach(({ range }, index) => {
      expect(range.start).toBeGreaterThanOrEqual(parts[index]?.range.end ?? 0);
    });
    const ids = [...segmentsOf(article)].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { parts } of article.units) {
      expect([parts[0]?.kind, parts.at(-1)?.kind]).toEqual(['segment', 'segment']);
    }
  });

  test('has nothing between pairs that must end a block', () => {
    for (const { block, parts } of article.units) {
      for (const part of parts) {
        if (part.kind === 'segment') continue;
        expect(part.text).not.toMatch(/data-[ts]tu-id/);
        if (block === 'heading' || block === 'table-cell') expect(part.text).not.toMatch(/[\r\n]/);
      }
    }
  });

  if (!damaged) {
    test('leaves no markup of pairs behind when each is replaced by its target', () => {
      expect(replaceByTarget(text, pairsOf(reading))).not.toMatch(/data-[ts]tu-id|sxs-lookup/);
    });
  }
});

function diagnosticsOf(reading: These<readonly Diagnostic[], Article>): readonly Diagnostic[] {
  return isRight(reading) ? [] : reading.left;
}

/** How many values of a JSON value hold no others. */
function leavesOf(value: unknown): number {
  const inner = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return inner.length === 0 ? 1 : inner.reduce((sum: number, each) => sum + leavesOf(each), 0);
}

/** The segments that are pairs of the text. */
function pairsOf(reading: These<readonly Diagnostic[], Article>): Segment[] {
  return isLeft(reading) ? [] : [...segmentsOf(reading.right)].filter(({ recovered }) => !recovered);
}

function replaceByTarget(text: string, pairs: readonly Segment[]): string {
  let published = '';
  let end = 0;
  for (const { range, target } of pairs) {
    published += text.slice(end, range.start) + text.slice(target.range.start, target.range.end);
    end = range.end;
  }
  return published + text.slice(end);
}

/** What the scalars of a YAML file stand for, read whole. */
function decodedScalars(text: string): string[] {
  const scalars: string[] = [];
  for (const document of parseAllDocuments(text)) {
    visit(document, (_, node) => {
      if (isScalar(node)) scalars.push(String(node.value));
    });
  }
  return scalars;
}
