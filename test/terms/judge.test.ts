import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../src/terms/candidates.js';
import { createEvidence } from '../../src/terms/evidence.js';
import { type JudgeOptions, judgeTerms } from '../../src/terms/judge.js';
import { createTermFinder } from '../../src/terms/rows.js';
import { createTermTable } from '../../src/terms/table.js';
import { articleOf, pair } from '../support/pairs.js';
import { articleWith, type Texts } from '../support/terms.js';

/** What becomes of each candidate of articles. */
function verdictsIn(
  pairs: readonly Texts[],
  { titles = [], lang = 'de-DE', ...asked }: { titles?: readonly Texts[]; lang?: string } & Partial<JudgeOptions> = {},
): Readonly<Record<string, string>> {
  const articles = [
    articleWith(pairs, lang),
    ...titles.map(([target, source], index) =>
      articleOf(`---\ntitle: ${pair('1a2b3-1', target, source)}\nms.contentlocale: ${lang}\n---\n`, `t${index}.md`),
    ),
  ];
  const builder = createTermTable();
  for (const article of articles) builder.add(article.path ?? '', candidatesOf(article));
  const table = builder.build();
  const evidence = createEvidence(table.texts);
  const find = createTermFinder(table.texts);
  for (const article of articles) evidence.add(find(article));
  const judged = judgeTerms(table, evidence, { minCount: 2, minShare: 0.1, ...asked });
  return Object.fromEntries(judged.map(({ pair: { source, target }, verdict }) => [`${source} = ${target}`, verdict]));
}

/** Texts that differ in a number, so that each is a segment of its own. */
function times(count: number, target: string, source: string): Texts[] {
  return Array.from({ length: count }, (_, index) => [`${target} ${index}`, source]);
}

describe('a candidate is left out as', () => {
  it('rare, where chance may be the reason: the fewer segments have both, the more of those with either have to', () => {
    // Twice the segments with both, by the sum of those with either: 0.50 and 0.44; 0.2 and 0.6 / 2 have to be.
    const both = times(2, 'Hier **Weiter**', '**Next**.');
    expect(verdictsIn([...both, ...times(4, 'Dort', 'Next.')])).toEqual({ 'next = weiter': 'term' });
    expect(verdictsIn([...both, ...times(5, 'Dort', 'Next.')])).toEqual({ 'next = weiter': 'rare' });
  });

  it('rare, where fewer segments than are asked for have both', () => {
    const both = times(3, 'Hier **Weiter**', '**Next**.');
    expect(verdictsIn(both, { minCount: 3 })).toEqual({ 'next = weiter': 'term' });
    expect(verdictsIn(both, { minCount: 4 })).toEqual({ 'next = weiter': 'rare' });
  });

  it('word, where another word of the source says better that the target stands there', () => {
    const moved: Texts[] = [
      ['**Klicken** auf die Tür', 'Click **Door**.'],
      ['Zuerst **Klicken** auf die Tür', 'First click **Door**.'],
      ...times(4, 'Klicken', 'Click.'),
      ...times(4, 'Tür', 'Door.'),
    ];
    expect(verdictsIn(moved)).toEqual({ 'door = klicken': 'word' });
  });

  it('half, where one word of the term says it much better than the whole', () => {
    const half = [...times(2, 'Die **Große** Tür', '**Big Door**.'), ...times(4, 'Große Fenster', 'Big windows.')];
    expect(verdictsIn(half)).toEqual({ 'big door = große': 'half' });
  });

  it('part of another target of the source that stands nearly as often', () => {
    const part = times(2, 'Die Große **Tür**', '**Big Door**.');
    const whole = times(3, 'Da die **Große Tür**', '**Big Door**.');
    expect(verdictsIn([...part, ...whole])).toEqual({ 'big door = große tür': 'term', 'big door = tür': 'part' });
  });

  it.each([
    ['Tür (neu', 'de-DE', 'a parenthesis has no partner'],
    ['die "Tür auf', 'de-DE', 'a quote has no partner'],
    ['Tür /', 'de-DE', 'it lacks the second of two names'],
    ['door Tür', 'de-DE', 'it has the source in it'],
    ['门，选择', 'zh-CN', 'it has a mark between clauses in it'],
  ])('part: %s in %s, where %s', (target, lang) => {
    expect(Object.values(verdictsIn(times(2, `Da **${target}**`, '**Door**.'), { lang }))).toEqual(['part']);
  });

  it('part, where one and the same letter is beside it in a script without spaces', () => {
    const after = times(3, '打开**主**页', 'Open **Home**.');
    expect(verdictsIn(after, { lang: 'zh-CN' })).toEqual({ 'home = 主': 'part' });
    const before = times(3, 'A 主**页**', 'Open **Home**.');
    expect(verdictsIn(before, { lang: 'zh-CN' })).toEqual({ 'home = 页': 'part' });
    const several: Texts[] = ['在', '到', '从'].map((word) => [`A ${word}**主页**${word}`, 'Open **Home**.']);
    expect(verdictsIn(several, { lang: 'zh-CN' })).toEqual({ 'home = 主页': 'term' });
  });

  it('more than another target that stands far more often', () => {
    const more = [...times(2, 'Hier **Tür dort**', '**Door**.'), ...times(4, 'Hier **Tür**', '**Door**.')];
    expect(verdictsIn(more)).toEqual({ 'door = tür': 'term', 'door = tür dort': 'more' });
  });

  it('length, where it is far shorter than titles say', () => {
    const titles: Texts[] = ['Rot', 'Gelb', 'Türkis', 'Schwarz', 'Hellblau'].map((name) => [
      `Die ${name}e Tür`,
      `${name} Doors`,
    ]);
    const short = times(2, 'Hier **T**', '**Big Door**.');
    expect(verdictsIn(short, { titles })['big door = t']).toBe('length');
    expect(verdictsIn(short)).toEqual({ 'big door = t': 'term' });
  });

  it('share, where fewer segments with the source have it than are asked for', () => {
    const both = [...times(4, 'Hier **Weiter**', '**Next**.'), ...times(4, 'Dort', 'Next.')];
    expect(verdictsIn(both, { minShare: 0.5 })).toEqual({ 'next = weiter': 'term' });
    expect(verdictsIn(both, { minShare: 0.51 })).toEqual({ 'next = weiter': 'share' });
  });

  it('share, where it stood out once beside a better one', () => {
    const better = times(3, 'Hier **Anfang**', '**Start**.');
    const once: Texts[] = [
      ['Da **Beginn**', '**Start**.'],
      ['Nun Beginn', 'Start.'],
    ];
    expect(verdictsIn([...better, ...once])).toEqual({ 'start = anfang': 'term', 'start = beginn': 'share' });
    const twice = times(2, 'Da **Beginn**', '**Start**.');
    expect(verdictsIn([...better, ...twice])).toEqual({ 'start = anfang': 'term', 'start = beginn': 'term' });
  });
});
