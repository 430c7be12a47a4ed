import { describe, expect, it } from 'vitest';
import { type Article, exportToString, type MergeOptions, mergeTmx, mergeXliff } from '../../src/index.js';
import { combineMerged } from '../../src/merge/combine.js';
import { carrierOf } from '../../src/read/carriers/carriers.js';
import { articleOf, pair } from '../support/pairs.js';
import { type Outcome, outcomeOf } from './documents.js';

const path = 'docs/a.md';

function mergeXliffOrTmx(
  article: Article,
  document: string,
  options: MergeOptions = {},
): ReturnType<typeof mergeXliff> {
  const isMemory = document.includes('<tmx');
  return isMemory
    ? mergeTmx(article, document, { trgLang: 'de-DE', ...options })
    : mergeXliff(article, document, options);
}

function mergeInto(article: Article, document: string): Outcome & { readonly text: string } {
  const merged = mergeXliffOrTmx(article, document);
  const text = merged._tag === 'Left' ? '' : merged.right.text;
  return { ...outcomeOf(merged, article), text };
}

describe('a document that was merged before', () => {
  const titled = (title: string, heading: string): string =>
    `---\ntitle: ${title}\nms.contentlocale: de-DE\n---\n# ${heading}\n\n${pair('1a2b3-109', 'zwei', 'two')}\n`;
  const texts = [
    titled('Eins', pair('1a2b3-105', 'Eins', 'One')),
    titled("'**Eins** `x`'", pair('1a2b3-105', '**Eins** `x`', '**One** `x`')),
    titled('Eins', `${pair('1a2b3-105', 'Eins', 'One')} ${pair('1a2b3-101', 'Drei', 'Three')}`),
  ];

  it.each(texts)('writes nothing, and reports nothing: %s', (text) => {
    const article = articleOf(text, path);
    for (const format of ['xliff', 'xliff1.2'] as const) {
      const document = exportToString([article], format, { trgLang: 'de-DE' });
      const places = Array.from(document.matchAll(/<target>[\s\S]*?<\/target>/g))
        .filter(([target]) => target.includes('Eins'))
        .map(({ index }) => index);
      expect(places).toHaveLength(2);
      // The title alone, the heading alone, and both.
      for (const chosen of [places.slice(0, 1), places.slice(1), places]) {
        const edited = chosen.reduceRight(
          (all, at) => all.slice(0, at) + all.slice(at).replace('Eins', 'Neues'),
          document,
        );
        const first = mergeInto(article, edited);
        expect([Object.keys(first.changes ?? {}).length, first.codes]).toEqual([chosen.length, []]);
        const again = mergeInto(articleOf(first.text, path), edited);
        expect(again).toEqual({ changes: {}, codes: [], text: first.text });
      }
    }
  });

  it('is reported where its title is neither that of the article nor that of the heading', () => {
    const document = exportToString([articleOf(texts[0] ?? '', path)], 'xliff', { trgLang: 'de-DE' });
    const other = articleOf(titled('Anderes', pair('1a2b3-105', 'Eins', 'One')), path);
    expect(mergeInto(other, document)).toMatchObject({ changes: {}, codes: ['merge/unknown-segment'] });
  });
});

describe('a target that is written in another way than the document has it', () => {
  const text = (target: string): string =>
    `${pair('1a2b3-101', target, 'A **b** c')}\n\n${pair('1a2b3-102', 'x', 'y')}\n`;
  const article = articleOf(text('Ein **b** c'), path);
  const bold = /<(pc|g|bpt)[^>]*>.*?<\/(?:pc|g|ept)>/;
  const inTarget = (document: string, change: (target: string) => string): string =>
    document.replace(
      /(<target>|de-DE"><seg>)(Ein.*? c)(?=<)/,
      (_, start: string, target: string) => start + change(target),
    );
  /** Closes the gap after the bold text, and ends this with a colon. */
  const closed = (target: string): string =>
    target.replace(bold, (found) => found.replace(/b(?=<\/?(?:pc|g|ept))/, 'b:')).replace('> c', '>c');
  const typed = (target: string): string => target.replace(bold, '**b:**');
  const ways: readonly (readonly [string, (target: string) => string, code: string, written: string])[] = [
    ['emphasis as elements', closed, 'merge/emphasis-rewritten', 'Ein <strong>b:</strong>c'],
    ['codes that were typed', typed, 'merge/typed-code', 'Ein **b:** c'],
  ];
  const formats = ['xliff', 'xliff1.2', 'tmx'] as const;

  it.each(formats.flatMap((format) => ways.map((way) => [format, ...way] as const)))(
    'is no change when the article has it: %s, %s',
    (format, _, change, code, written) => {
      const document = inTarget(exportToString([article], format, { trgLang: 'de-DE' }), change);
      const first = mergeInto(article, document);
      expect(first).toMatchObject({ changes: { '1a2b3-101': written }, codes: [code] });
      const again = mergeInto(articleOf(first.text, path), document);
      expect(again).toEqual({ changes: {}, codes: [], text: first.text });
      const forced = mergeXliffOrTmx(articleOf(first.text, path), document, { force: true });
      expect(outcomeOf(forced, articleOf(first.text, path))).toEqual({ changes: {}, codes: [] });
    },
  );

  it('says nothing against what another document wants then', () => {
    const document = exportToString([article], 'xliff', { trgLang: 'de-DE' });
    const before = articleOf(mergeInto(article, inTarget(document, closed)).text, path);
    const merged = [closed, () => 'Anders'].flatMap((change) => {
      const made = mergeXliff(before, inTarget(document, change), { force: true });
      return made._tag === 'Left' ? [] : made.right;
    });
    const carrier = carrierOf(before);
    if (carrier === undefined) throw new Error('There is no carrier.');
    const whole = combineMerged({ article: before, carrier }, merged, { markHuman: false, hasTitle: true });
    expect(whole).toMatchObject({ changes: [{ id: '1a2b3-101', after: 'Anders' }] });
  });

  it('counts as looked at where the document says that it is reviewed', () => {
    const document = exportToString([article], 'xliff', { trgLang: 'de-DE' }).replaceAll('"translated"', '"final"');
    const before = articleOf(mergeInto(article, inTarget(document, closed)).text, path);
    const merged = mergeXliff(before, inTarget(document, closed));
    expect(merged).toMatchObject({ right: { confirmed: ['1a2b3-101', '1a2b3-102'] } });
  });

  it('is taken from a memory with several targets without a word when the article has it', () => {
    const memory = inTarget(exportToString([article], 'tmx', { trgLang: 'de-DE' }), closed);
    const unit = /<tu .*?<\/tu>\n/.exec(memory)?.[0] ?? '';
    const two = memory.replace(unit, `${unit}${unit.replace('Ein', 'Mein')}`);
    const first = mergeInto(article, two);
    expect(first.codes).toEqual(['merge/several-targets', 'merge/emphasis-rewritten']);
    expect(mergeInto(articleOf(first.text, path), two)).toEqual({ changes: {}, codes: [], text: first.text });
  });
});

describe('characters that XML cannot hold', () => {
  const characters = ['\uffff', '\ufffe', '\u0001', '\u001f', '\ud800', '\udc00', '\u0000'];
  const sides = (bad: string): (readonly [target: string, source: string])[] => [
    [']', bad],
    [bad, 'b'],
    [bad, bad],
    [`a${bad}**b**`, `${bad}**c**${bad}`],
    ['x', `${bad} ${bad}`],
  ];

  it.each(['xliff', 'xliff1.2', 'tmx'] as const)('change nothing in an article when they come back: %s', (format) => {
    for (const bad of characters) {
      for (const [target, source] of sides(bad)) {
        const text = `${pair('1a2b3-101', 'd', 'e')}${pair('1a2b3-104', target, source)}\n\n${pair('1a2b3-105', 'f', `${bad}g`)}\n`;
        for (const units of ['block', 'pair'] as const) {
          const article = articleOf(text, path);
          const merged = mergeInto(article, exportToString([article], format, { trgLang: 'de-DE', units }));
          expect(merged).toMatchObject({ changes: {}, text });
        }
      }
    }
  });
});
