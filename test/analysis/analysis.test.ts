import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AnalysisBand,
  type AnalysisOptions,
  type AnalysisVolumes,
  analysisBands,
  bandOf,
  createAnalysis,
  createMatcher,
} from '../../src/index.js';
import { entry, text } from '../match/tools.js';
import { distanceOf, readText, scoreBy } from '../support/match-oracle.js';
import { type Row, table } from './table.js';

const toSegments = (rows: readonly Row[]) => rows.map(([source, score]) => ({ source: text(source), score }));

/** The band of each segment, from what it adds. */
function bandsOf(sources: readonly (readonly [string, number?])[], options: AnalysisOptions = {}): AnalysisBand[] {
  return sources.map((_, at) => {
    const counts = [at, at + 1].map((end) => {
      const analysis = createAnalysis(options);
      analysis.add({ segments: sources.slice(0, end).map(([source, score]) => ({ source: text(source), score })) });
      return analysis.build().all.bands;
    });
    return analysisBands.find((band) => counts[0]?.[band].segments !== counts[1]?.[band].segments) ?? 'new';
  });
}

function expectSums({ total, bands }: AnalysisVolumes): void {
  for (const key of ['segments', 'words', 'characters'] as const) {
    expect(analysisBands.reduce((sum, band) => sum + bands[band][key], 0)).toBe(total[key]);
  }
}

describe('the table', () => {
  const rows = table.flatMap(([, own]) => own);
  it('has each band', () => expect(new Set(rows.map(([, , band]) => band))).toEqual(new Set(analysisBands)));

  it('counts each segment as what it is', () => {
    const found = bandsOf(rows.map(([source, score]) => (score === undefined ? [source] : [source, score])));
    expect(rows.map(([source, score], at) => [source, score, found[at]])).toEqual(rows);
  });

  const analysis = createAnalysis({ words: 'gmx' });
  for (const [path, own] of table) analysis.add({ path, segments: toSegments(own) });
  const built = analysis.build();

  it('is of each article, and of all', () => {
    expect(built.articles.map(({ path, total }) => [path, total.segments])).toEqual(
      table.map(([path, own]) => [path, own.length]),
    );
    for (const [at, [, own]] of table.entries()) {
      for (const band of analysisBands) {
        const wanted = own.filter(([, , each]) => each === band).length;
        expect([band, built.articles[at]?.bands[band].segments]).toEqual([band, wanted]);
      }
    }
    for (const volumes of [...built.articles, built.all]) expectSums(volumes);
    expect(built.all.total.segments).toBe(rows.length);
  });

  it('has words and characters', () => {
    const { bands } = built.articles[0] as AnalysisVolumes;
    expect(bands.context).toEqual({ segments: 1, words: 3, characters: 14 });
    expect(bands.exact).toEqual({ segments: 2, words: 4, characters: 22 });
    expect(bands.repetition).toEqual({ segments: 1, words: 12, characters: 46 });
    const cat = createAnalysis();
    cat.add({ path: 'a.md', segments: toSegments(table[0]?.[1] ?? []) });
    expect(cat.build().all.bands.repetition).toEqual({ segments: 1, words: 11, characters: 47 });
  });

  it('is plain data, the same each time, and grows', () => {
    expect(JSON.parse(JSON.stringify(built))).toEqual(built);
    expect(analysis.build()).toEqual(built);
    expect([built.srcLang, built.words]).toEqual(['en-US', 'gmx']);
    const more = createAnalysis();
    more.add({ segments: [{ source: text('One more') }] });
    expect(more.build().all.bands.new.segments).toBe(1);
    more.add({ segments: [{ source: text('One more') }, { source: text('One more!') }] });
    expect(more.build().articles.map(({ path, total }) => [path, total.segments])).toEqual([
      ['', 1],
      ['', 2],
    ]);
    expect(more.build().all.bands.repetition.segments).toBe(1);
    expect(more.build().all.bands['inner-near'].segments).toBe(1);
  });
});

it('counts characters by factor in languages without spaces', () => {
  const volumes = (srcLang: string, ...texts: string[]) => {
    const analysis = createAnalysis({ srcLang, words: 'gmx' });
    analysis.add({ segments: texts.map((each) => ({ source: text(each) })) });
    const { total, bands } = analysis.build().all;
    return [total.words, total.characters, bands['inner-75'].segments + bands['inner-85'].segments];
  };
  expect(volumes('ja-JP', '設定を変更します。', '設定を変更しません。')).toEqual([6, 17, 1]);
  expect(volumes('zh-Hans-CN', '请打开这一扇门。')).toEqual([3, 7, 0]);
  expect(volumes('ko-KR', '문을 여세요.', '문을 여세요!')).toEqual([4, 10, 0]);
  expect(volumes('th-TH', 'กรุณาเปิดประตู')).toEqual([2, 14, 0]);
  expect(volumes('ar-SA', 'افتح الباب من فضلك.')).toEqual([4, 15, 0]);
});

it('takes penalties off the scores of inner matches', () => {
  const sources = [['Wait 10 minutes for it.'], ['Wait 20 minutes for it.']] as const;
  expect(bandsOf(sources)).toEqual(['new', 'inner-near']);
  expect(bandsOf(sources, { penalties: { numbers: 10 } })).toEqual(['new', 'inner-85']);
  expect(bandsOf(sources, { penalties: { numbers: 60 } })).toEqual(['new', 'new']);
  expect(bandsOf(sources, { penalties: { numbers: 0 } })).toEqual(['new', 'inner-near']);
});

it.each([
  ['en-US', ' ', ['a', 'b', 'c', 'd', 'e', '1', '2', '`x`', '**y**', 'Z,']],
  ['ja-JP', '', [...'あいう漢字', '1', 'A', '。', '`x`']],
])('finds the best inner match from 70 on, as brute force does: %s', (language, separator, vocabulary) => {
  const sentence = fc
    .array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 14, size: 'max' })
    .map((words) => words.join(separator));
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 2, maxLength: 9 }), (sources) => {
      const read = sources.map((each) => readText(text(each).content, language));
      const wanted = read.map((own, at) => {
        const before = read.slice(0, at);
        if (own.key !== '' && before.some(({ key }) => key === own.key)) return 'repetition';
        const best = Math.max(0, ...before.map((other) => scoreBy(own, other, distanceOf(own.words, other.words))));
        return best < 75 ? 'less' : `inner-${bandOf(best)}`;
      });
      const found = bandsOf(
        sources.map((each) => [each]),
        { srcLang: language },
      );
      expect(found.map((band) => (band === 'inner-50' || band === 'new' ? 'less' : band))).toEqual(wanted);
    }),
    { numRuns: 60 },
  );
});

it('takes what a matcher finds', () => {
  const matcher = createMatcher([entry('Select a file in it.', 'Eine Datei darin wählen.')], { trgLang: 'de-DE' });
  const sources = [
    'Select a file in it.',
    'Select **a** file in it.',
    'Select a folder in it.',
    'Nothing of the kind',
  ].map(text);
  const analysis = createAnalysis();
  analysis.add({ segments: sources.map((source) => ({ source, score: matcher.match(source)[0]?.score })) });
  const { bands } = analysis.build().all;
  expect(analysisBands.filter((band) => bands[band].segments > 0)).toEqual(['exact', 'near', '75', 'new']);
});

it('has many segments that are nearly the same, and as many that are not', () => {
  const analysis = createAnalysis();
  const count = 20_000;
  const numbers = Array.from({ length: count }, (_, at) => ({ source: text(`Step ${at} of the way`) }));
  const others = Array.from({ length: count }, (_, at) => ({ source: text(`w${at} v${at * 7} u${at * 3}`) }));
  analysis.add({ segments: numbers });
  analysis.add({ segments: others });
  const { bands, total } = analysis.build().all;
  expect(total.segments).toBe(2 * count);
  expect(bands['inner-near'].segments).toBe(count - 1);
  expect(bands.new.segments).toBe(count + 1);
});

it('reads articles from anything that can be iterated, without their texts staying', () => {
  const analysis = createAnalysis();
  analysis.add({
    path: 'a.md',
    segments: (function* () {
      yield { source: text('One') };
      yield { source: text('One'), score: undefined };
    })(),
  });
  expect(analysis.build().all.bands.repetition.segments).toBe(1);
});

it('refuses options that it does not have', () => {
  expect(() => createAnalysis({ words: 'gmv' as 'gmx' })).toThrow(
    'words: "gmv" is none of cat, gmx; did you mean gmx?',
  );
  expect(() => createAnalysis({ penalties: { codes: -1 } })).toThrow('penalties: codes: -1');
  expect(() => createAnalysis({ srcLang: 'no language' })).toThrow('srcLang');
});
