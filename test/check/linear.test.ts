import { describe, expect, it } from 'vitest';
import { checkArticle, collectTree } from '../../src/index.js';
import { articleOf, pair } from '../support/pairs.js';

const codesOf = (trgLang: string, target: string, source: string, around: (text: string) => string = (text) => text) =>
  checkArticle(articleOf(`---\nms.contentlocale: ${trgLang}\n---\n${around(pair('1a2b3-101', target, source))}\n`)).map(
    ({ code }) => code,
  );
const prose = 'This is the text that you have to read when there is nothing else.';
const count = 150_000;
const list = Array.from({ length: count }, (_, index) => index).join(',');

/** Each of these takes minutes to centuries where a rule looks at a text again for each part of it. */
const sides: readonly (readonly [what: string, trgLang: string, target: string, source: string])[] = [
  ['groups of digits', 'de-DE', `1${'000'.repeat(count)}9 x`, `1${' 000'.repeat(count)} x`],
  ['numbers of a list', 'fr-FR', 'x 7', `${list} x`],
  ['numbers of a list in the target', 'ja-JP', `${list} x`, 'x 7000000'],
  ['one number again and again', 'de-DE', `${'3,4,'.repeat(count)}5 x`, 'x 7000000'],
  ['zeros after the point', 'en-GB', `1.${'0'.repeat(count)}1 million x`, '1 x'],
  ['letters of an Arabic prefix', 'ar-SA', `${'ل'.repeat(500)} x`, 'x 5'],
  ['articles of an Arabic prefix', 'ar-EG', `${'الل'.repeat(500)} x`, '8 x'],
  ['quotes that nothing ends', 'de-DE', `${'„'.repeat(count)}»«x`, 'x'],
  ['quotes of both ways', 'sv-SE', `${'»'.repeat(count)} x`, 'x'],
  ['words with hyphens', 'ja-JP', `${'A-'.repeat(count)}設定`, 'x'],
  ['slashes of an address', 'ja-JP', 'x', `https:${'/'.repeat(count)}`],
  ['dots of an address', 'ja-JP', 'x', `www${'./'.repeat(count)}`],
  ['white space before a title', 'ja-JP', `[x](${' '.repeat(count)}y z)`, `[x](/y${'\t'.repeat(count)})z)`],
  ['white space after a sentence', 'de-DE', `${prose}${'\t'.repeat(count)}x`, `${prose}${'\t'.repeat(count)}x`],
  ['punctuation after a term', 'de-DE', `**A${')'.repeat(count)}b**`, `**A${')'.repeat(count)}b**`],
];

describe('time in proportion to the length', () => {
  it.each(sides)('%s', (_, trgLang, target, source) => {
    for (const around of [(text: string) => text, (text: string) => `| a |\n| - |\n| ${text} |`]) {
      expect(codesOf(trgLang, target, source, around).length).toBeLessThan(5);
      expect(codesOf(trgLang, source, target, around).length).toBeLessThan(5);
    }
  });
});

describe('a tree', () => {
  it('is asked a few times for each pair, where one source has as many targets as there are pairs', () => {
    const count = 2000;
    const texts = Array.from({ length: count }, (_, index) =>
      pair(`1a2b3-${101 + index}`, `Wert ${index}a`, 'One **Value**'),
    );
    const article = articleOf(`---\nms.contentlocale: de-DE\n---\n${texts.join('\n\n')}`);
    const tree = collectTree([article]);
    const [targets] = [...tree.targets.values()];
    if (targets === undefined) throw new Error('the source has targets');
    let steps = 0;
    const counted = Object.defineProperty(new Map(targets), Symbol.iterator, {
      *value(): Generator<unknown> {
        for (const entry of targets) {
          steps++;
          yield entry;
        }
      },
    });
    const several = new Map(Array.from(tree.targets.keys(), (source) => [source, counted]));
    const found = checkArticle(article, {}, { ...tree, targets: several });
    expect(found.filter(({ code }) => code === 'check/inconsistent-target')).toHaveLength(count - 1);
    expect(steps).toBeGreaterThan(count);
    expect(steps).toBeLessThan(10 * count);
  });
});

describe('what is found is the same', () => {
  it('in sentences of a cell', () => {
    const inCell = (text: string): string[] => codesOf('de-DE', text, text, (cell) => `| a |\n| - |\n| ${cell} |`);
    expect(inCell(prose)).toEqual(['check/untranslated']);
    expect(inCell(`${prose} \t`)).toEqual(['check/untranslated']);
    expect(inCell(prose.slice(0, -1))).toEqual([]);
    expect(inCell(prose.toLowerCase())).toEqual([]);
  });

  it('with quotes', () => {
    const text = 'Your disk is full, and the file that you have was not saved by the program.';
    expect(codesOf('de-DE', text, 'x')).toContain('check/target-script');
    for (const [open, close] of ['""', '„“', '“”', '„"', '«»', '»«']) {
      expect(codesOf('de-DE', `Meldung: ${open}${text}${close}`, 'x')).toEqual([]);
      expect(codesOf('de-DE', `Meldung: ${open}${text}`, 'x')).toContain('check/target-script');
    }
  });

  it('with Arabic prefixes', () => {
    for (const word of ['خمس', 'الخمس', 'للخمس', 'وبالخمس', 'والخمسة'])
      expect(codesOf('ar-SA', `${word} x`, '5 x')).toEqual([]);
    expect(codesOf('ar-SA', 'دخمس x', '15 x')).toEqual(['check/numbers']);
  });

  it('with addresses of links', () => {
    const addresses = ['/a', '<#a>', '/a_(b)', '/a "b"', '<#a> (b)', ' /a ', "/a 'b)'"];
    for (const address of addresses) expect(codesOf('de-DE', `[x](${address})`, `[y](${address})`)).toEqual([]);
    expect(codesOf('de-DE', '[x](/a "b")', '[y](/c "b")')).toEqual(['check/urls']);
  });
});
