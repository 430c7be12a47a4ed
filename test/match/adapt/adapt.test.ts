import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAdapter } from '../../../src/match/adapt/adapt.js';
import { numbersIn } from '../../../src/match/adapt/numbers.js';
import { codesOf, toMarkdown } from '../../../src/model/content.js';
import { readContents } from '../../../src/read/contents.js';
import { readText } from '../../support/match-oracle.js';
import { text } from '../tools.js';

/** Adapts a stored pair, whose codes are aligned as those of articles, to a new source. */
function adapt(source: string, target: string, newSource: string, languages = ['en-US', 'de-DE']): string {
  const [srcLang = '', trgLang = ''] = languages;
  const contents = readContents(source, target);
  const { target: adapted, adapted: kinds } = createAdapter(
    srcLang,
    trgLang,
  )({
    source: { text: source, content: contents.source },
    target: { text: target, content: contents.target },
    newSource: text(newSource),
  });
  expect(adapted.text).toBe(toMarkdown(adapted.content));
  return [adapted.text, ...kinds].join(' | ');
}

describe('numbers', () => {
  it.each([
    ['Step 1', 'Schritt 1', 'Step 2', 'Schritt 2 | numbers'],
    ['2019', '2019', '2020', '2020 | numbers'],
    ['Step 1 of 3', 'Schritt 1 von 3', 'Step 3 of 1', 'Schritt 3 von 1 | numbers'],
    ['Of 3, step 1', 'Schritt 1 von 3', 'Of 5, step 2', 'Schritt 2 von 5 | numbers'],
    ['From 2 to 2', 'Von 2 bis 2', 'From 4 to 4', 'Von 4 bis 4 | numbers'],
    ['Version 1.0.3', 'Version 1.0.3', 'Version 1.1.12', 'Version 1.1.12 | numbers'],
    ['On 2020-11-26', 'Am 2020-11-26', 'On 2021-02-04', 'Am 2021-02-04 | numbers'],
    ['Wait **10** minutes', '**10** Minuten warten', 'Wait **12** minutes', '**12** Minuten warten | numbers'],
    ['Use 5\\% of 10', '10: 5\\% davon', 'Use 7\\% of 10', '10: 7\\% davon | numbers'],
    ['It is -5 or `x`', 'Es ist −5 oder `x`', 'It is –7 or `x`', 'Es ist −7 oder `x` | numbers'],
    ['About 50% of it, then', 'Etwa 50 % davon, dann', 'About 75 % of it; then', 'Etwa 75 % davon, dann | numbers'],
    ['Windows 10™ step 3', 'Windows 10™, Schritt 3', 'Windows 10 step 4', 'Windows 10™, Schritt 4 | numbers'],
    ['Only 1 of `x1`', 'Nur 1 von `x1`', 'Only 2 of `x1`', 'Nur 2 von `x1` | numbers'],
  ])('%s, %s → %s: %s', (source, target, newSource, expected) => {
    expect(adapt(source, target, newSource)).toBe(expected);
  });

  it.each([
    ['it is a word there', 'Step 1', 'Schritt eins', 'Step 2'],
    ['it stands there more often', 'Step 1', 'Schritt 1 (1)', 'Step 2'],
    ['it stands there less often', '1 and 1', 'zweimal 1', '2 and 2'],
    ['one of two changed', '1 and 1', '1 und 1', '1 and 2'],
    ['it became two', '1 and 1', '1 und 1', '2 and 3'],
    ['separators are those of a language', 'Up to 500', 'Bis zu 500', 'Up to 1,000'],
    ['it is spelled as the language does', 'Up to 1,000', 'Bis zu 1.000', 'Up to 2,000'],
    ['it is a part of a word', 'Windows 10', 'Windows10', 'Windows 11'],
    ['digits are others', 'Step 1', 'Schritt 1', 'Step １'],
    ['a code stands in it', 'Step 12', 'Schritt 1**2**', 'Step 13'],
    ['a character reference stands beside it', 'Step 39', 'Schritt &#39;39', 'Step 40'],
    ['nothing changed', 'Step 1', 'Schritt 1', 'step 1.'],
    ['they are more', 'Step 1', 'Schritt 1', 'Step 1 2'],
    ['the sign is gone', 'It is -5 degrees', 'Es sind −5 Grad', 'It is 7 degrees'],
    ['a sign is new', 'It is 5 degrees', 'Es sind 5 Grad', 'It is −7 degrees'],
    ['it is a share no more', 'About 50% of it', 'Etwa 50 % davon', 'About 75 of it'],
    ['it is another currency', 'It costs $5', 'Es kostet 5 $', 'It costs €7'],
    ['it is in another relation', 'If < 5 are left', 'Wenn < 5 bleiben', 'If > 7 are left'],
  ])('stay where %s', (_, source, target, newSource) => {
    expect(adapt(source, target, newSource)).toBe(target);
  });

  it('stand beside characters of languages without spaces', () => {
    expect(adapt('10 files', '10個のファイル', '12 files', ['en-US', 'ja-JP'])).toBe('12個のファイル | numbers');
    expect(adapt('10個', '10 files', '12個', ['ja-JP', 'en-US'])).toBe('12 files | numbers');
    expect(adapt('10 files', 'v10個', '12 files', ['en-US', 'ja-JP'])).toBe('v10個');
  });

  it('are those that a score sees', () => {
    const pieces = [
      '1',
      '23',
      'a',
      '.',
      ',',
      '-',
      ' ',
      '個',
      '한',
      'é',
      '1.5',
      '٣',
      '\u0e34',
      'ก',
      '\u{e0100}',
      '\u{1f389}',
      '𝟙',
      ':',
      '\ud800',
    ];
    for (const language of ['en-US', 'ja-JP']) {
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (all) => {
          const joined = all.join('');
          const { numbers } = readText([{ kind: 'text', text: joined }], language);
          expect(JSON.stringify(numbersIn(joined, language === 'ja-JP').map(({ value }) => value))).toBe(numbers);
        }),
        { numRuns: 1000 },
      );
    }
  });
});

describe('codes', () => {
  it.each([
    ['Run `a` now', 'Jetzt `a` ausführen', 'Run `b` now', 'Jetzt `b` ausführen | codes'],
    ['From `a` to `b`', 'Nach `b` von `a`', 'From `c` to `d`', 'Nach `d` von `c` | codes'],
    ['From `a` to `b`', 'Nach `b` von `a`', 'From `b` to `a`', 'Nach `a` von `b` | codes'],
    ['See [Help](a.md)', 'Siehe [Hilfe](a.md)', 'See [Help](b.md)', 'Siehe [Hilfe](b.md) | codes'],
    ['Select **Save** now', '**Speichern** wählen', 'Select *Save* now', '*Speichern* wählen | codes'],
    // Lost pairs: the text stays.
    ['Select **Save** now', '**Speichern** wählen', 'Select Save now', 'Speichern wählen | codes'],
    ['See [Help](a.md)', 'Siehe [Hilfe](a.md)', 'See Help', 'Siehe Hilfe | codes'],
    ['**A** and *b*', '*B* und **a**', '**A** and b', 'B und **a** | codes'],
    ['**A** and **b**', '**B** und **a**', '*A* and *b*', '*B* und *a* | codes'],
    ['**A** and **b**', '**B** und **a**', 'A and b', 'B und a | codes'],
    ['**A** and <b>b</b>', '**A** und <b>b</b>', '**A** and **b**', '**A** und **b** | codes'],
    ['**A `b`**', '**A `b`**', 'A `b`', 'A `b` | codes'],
    // New ones around all.
    ['Help', 'Hilfe', '[Help](a.md)', '[Hilfe](a.md) | codes'],
    ['Help', 'Hilfe', '**[Help](a.md)**', '**[Hilfe](a.md)** | codes'],
    ['Run `a`', '`a` ausführen', '**Run `b`**', '**`b` ausführen** | codes'],
    // One that did not change stays as it is.
    ['[A](/en-us/a) `b`', '[A](/de-de/a) `b`', '[A](/en-us/a) `c`', '[A](/de-de/a) `c` | codes'],
    ['Wait `a` 1', '1 `a` warten', 'Wait `b` 2', '2 `b` warten | numbers | codes'],
  ])('%s, %s → %s: %s', (source, target, newSource, expected) => {
    expect(adapt(source, target, newSource)).toBe(expected);
  });

  it.each([
    ['a new pair stands inside', 'Select Save now', 'Speichern wählen', 'Select **Save** now'],
    ['a new placeholder has no place', 'Run now', 'Jetzt ausführen', 'Run `a` now'],
    ['a lost one leaves a gap', 'Run `a` now', 'Jetzt `a` ausführen', 'Run now'],
    ['a picture is lost', '![A](a.png) b', '![A](a.png) b', 'A b'],
    ['one of two bolds is lost', '**A** and **b**', '**B** und **a**', '**A** and b'],
    ['one of two bolds is spelled otherwise', '**A** and <b>b</b>', '<b>B</b> und **a**', '**A** and b'],
    ['one of two bolds is another', '**A** and **b**', '**B** und **a**', '*A* and **b**'],
    ['one of two equal ones is another', 'From `a` to `a`', 'Nach `a` von `a`', 'From `b` to `a`'],
    ['a pair moved', 'Select **Save** now', '**Speichern** wählen', 'Select Save **now**'],
    ['a pair grew', 'Select **Save** now', '**Speichern** wählen', 'Select **Save now**'],
    ['the target has lost one', 'Run `a` now', 'Jetzt ausführen', 'Run `b` now'],
    ['the target has one more', 'Run `a` now', 'Jetzt `a` ausführen, `x`', 'Run `b` now'],
    ['it is of another type', 'Run `a` now', 'Jetzt `a` ausführen', 'Run <br> now'],
    ['nothing changed', 'Run `a` now', 'Jetzt `a` ausführen', 'run `a` now.'],
  ])('stay where %s', (_, source, target, newSource) => {
    expect(adapt(source, target, newSource)).toBe(target);
  });

  it('have the ids of the new source, and stand in no article', () => {
    const { target } = createAdapter(
      'en-US',
      'de-DE',
    )({
      source: text('From `a` to **b** c'),
      target: text('Von `a` zu **b** c'),
      newSource: text('From `x` to **b** c'),
    });
    expect(codesOf(target.content).map(({ id, kind, data }) => `${id} ${kind} ${data}`)).toEqual(
      codesOf(text('From `x` to **b** c').content).map(({ id, kind, data }) => `${id} ${kind} ${data}`),
    );
    expect(codesOf(target.content)[0]?.range).toEqual({ start: 0, end: 0 });
  });
});
