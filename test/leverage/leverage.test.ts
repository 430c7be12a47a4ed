import { describe, expect, it } from 'vitest';
import {
  type Content,
  codesOf,
  createMatcher,
  type LeverageOptions,
  leverage,
  type MatcherOptions,
  type SourceArticle,
  translateSource,
} from '../../src/index.js';
import { sourceOf } from '../support/sources.js';
import { known, leveraged, linesOf, segmentsIn, textOf } from './tools.js';

describe('leverage', () => {
  it.each([
    ['\n', '\n'],
    ['\n', '\r\n'],
    ['\r\n', '\n'],
    ['\r\n', '\r\n'],
  ])('takes line ends as equal: %j in the article, %j in the memory', (own, other) => {
    const entries = [known(`Wait for **all**${other}of it.`, `Auf **alles**${other}warten.`)];
    const [segment] = segmentsIn(leveraged(`Wait for **all**${own}of it.${own}`, entries));
    expect(segment).toMatchObject({ match: { score: 99, name: 'near' } });
  });

  it('fills what stands in the memory, and says what is near', () => {
    const entries = [
      known('Reset the portal', 'Portal zurücksetzen'),
      known('Select **Save**, and wait 10 minutes.', '**Speichern** wählen und 10 Minuten warten.'),
      known(
        'You can also reset a password with the command line.',
        'Ein Kennwort kann auch hier zurückgesetzt werden.',
      ),
    ];
    const text = `---
title: Reset the portal
---
Select **Save**, and wait 10 minutes. Select **Save**, and wait 20 minutes.

You can also reset the password with the command line. Nothing is like this.
`;
    expect(linesOf(leveraged(text, entries))).toEqual([
      'Reset the portal | translated | 100 exact | Portal zurücksetzen',
      'Select **Save**, and wait 10 minutes. | translated | 100 exact | **Speichern** wählen und 10 Minuten warten.',
      'Select **Save**, and wait 20 minutes. | initial/near | 99 near | -',
      'You can also reset the password with the command line. | initial/fuzzy | 90 fuzzy | -',
      'Nothing is like this. | initial/empty | - | -',
    ]);
    expect(linesOf(leveraged(text, entries, { fill: 90 })).slice(2, 4)).toEqual([
      'Select **Save**, and wait 20 minutes. | translated/near | 99 near | **Speichern** wählen und 20 Minuten warten.',
      'You can also reset the password with the command line. | translated/fuzzy | 90 fuzzy | Ein Kennwort kann auch hier zurückgesetzt werden.',
    ]);
  });

  it('fills nothing where two targets are exact, unless the context decides', () => {
    const entries = [
      known('Next', 'Weiter', { previous: textOf('Back') }),
      known('Next', 'Nächste', { next: textOf('Page') }),
      known('Back', 'Zurück'),
      known('Page', 'Seite'),
    ];
    expect(linesOf(leveraged('Next', entries))).toEqual(['Next | initial/ambiguous | 99 ambiguous | -']);
    expect(linesOf(leveraged('Next', entries, { fill: 50 }))).toEqual(['Next | initial/ambiguous | 99 ambiguous | -']);
    expect(linesOf(leveraged('# Back\n\nNext', entries))[1]).toBe('Next | translated | 101 context | Weiter');
    expect(linesOf(leveraged('Next\n\n- Page', entries))[0]).toBe('Next | translated | 101 context | Nächste');
    expect(linesOf(leveraged('- Back\n- Next\n- Page', entries))[1]).toBe(
      'Next | initial/ambiguous | 99 ambiguous | -',
    );
    expect(segmentsIn(leveraged('Next', entries))[0]?.candidates.map(({ target }) => target.text)).toEqual([
      'Nächste',
      'Weiter',
    ]);
  });

  it('takes penalties by their names', () => {
    const entries = [known('Next', 'Weiter', { translationType: 'mt' })];
    const article = sourceOf('Next');
    const lines = (penalties: NonNullable<MatcherOptions['penalties']>, more: object = {}): readonly string[] =>
      linesOf(leverage(article, createMatcher([{ entries, name: 'a', ...more }], { trgLang: 'de-DE', penalties }), {}));
    expect(lines({})).toEqual(['Next | translated/mt | 100 exact | Weiter']);
    expect(lines({ mt: 1 })).toEqual(['Next | initial/exact | 99 exact | -']);
    expect(lines({}, { penalty: 3 })).toEqual(['Next | initial/exact | 97 exact | -']);
    expect(lines({ memory: 2, mt: 4 })).toEqual(['Next | initial/exact | 94 exact | -']);
  });

  it('fills nothing where two targets are as good less a penalty', () => {
    const entries = [known('Next', 'Weiter'), known('Next', 'Nächste')];
    const matcher = createMatcher([{ entries, penalty: 2 }], { trgLang: 'de-DE' });
    expect(linesOf(leverage(sourceOf('Next'), matcher, { fill: 90 }))).toEqual([
      'Next | initial/ambiguous | 98 ambiguous | -',
    ]);
    const one = createMatcher([{ entries: entries.slice(0, 1), penalty: 2 }], { trgLang: 'de-DE' });
    expect(linesOf(leverage(sourceOf('Next'), one, { fill: 90 }))).toEqual(['Next | translated | 98 exact | Weiter']);
  });

  it('fills the same article twice with the same', () => {
    const text = '# One\n\nTwo **b**. Three `c`!\n\n- [Four](d.md)\n';
    const entries = segmentsIn(leveraged(text, [])).map(({ source }) => known(source.text, `Z ${source.text}`));
    const first = leveraged(text, entries);
    expect(segmentsIn(first).every(({ match }) => match?.score === 100)).toBe(true);
    expect(leveraged(text, entries)).toEqual(first);
    expect(translateSource(first)).toBe('# Z One\n\nZ Two **b**. Z Three `c`!\n\n- [Z Four](d.md)\n');
  });

  it('leaves targets that are there, and blocks that have them', () => {
    const article = sourceOf('One. Two.\n\nTwo.');
    const [first, ...rest] = article.units;
    const parts = first?.parts.map((part) =>
      part.kind === 'segment' && part.id === '101'
        ? { ...part, target: textOf('Uno.'), state: 'final' as const }
        : part,
    );
    const given = { ...article, units: [{ ...first, parts }, ...rest] } as SourceArticle;
    const matcher = createMatcher([known('One. Two.', 'Eins zwei.'), known('Two.', 'Zwei.'), known('One.', 'Eins.')], {
      trgLang: 'de-DE',
    });
    expect(linesOf(leverage(given, matcher))).toEqual([
      'One. | final | 100 exact | Uno.',
      'Two. | translated | 100 exact | Zwei.',
      'Two. | translated | 100 exact | Zwei.',
    ]);
  });

  it.each([
    ['It is 5 degrees.', 'It is -5 degrees.', undefined],
    ['It is -5 degrees.', 'It is –5 degrees.', '.'],
    ['About 50% of it.', 'About 50 of it.', undefined],
    ['About 50% of it.', 'About 50 % of it.', '.'],
    ['It costs $5.', 'It costs €5.', undefined],
    ['About -5 degrees.', 'About - 5 degrees.', undefined],
    ['Wait 5–10 minutes.', 'Wait 5 – 10 minutes.', '.'],
    ['Runs on Windows 10 only.', 'Runs on Windows 10™ only.', '.'],
    ['Take 5, please.', 'Take (5) please.', '.'],
    ['Create a C# project.', 'Create a C++ project.', undefined],
    ['Create a C# project.', 'Create a C project.', undefined],
    ['Supported: \u2714\ufe0f', 'Supported: \u274c', undefined],
    ['Supported: \u2714\ufe0f', 'Supported: \u2714', '.'],
    ['Where x &lt; y.', 'Where x > y.', undefined],
    ['Select + there.', 'Select - there.', undefined],
    ['Select the \u2190 key.', 'Select the \u2192 key.', undefined],
    ['Open Office\u00ae, then wait.', 'Open Office then wait.', '.'],
    ['Is it so?', 'Is it so!', '.'],
    ['Select\\*\\* Save\\*\\* now.', 'Select Save now.', '.'],
    ['Open D:\\Data\\ now.', 'Open D:\\Data now.', '.'],
  ])(
    'fills no near match whose number has another sign, nor one with other symbols: %s, %s',
    (stored, source, target) => {
      const [near] = segmentsIn(leveraged(source, [known(stored, '.')], { fill: 95 }));
      expect(near?.match?.name).toBe('near');
      expect(near?.target?.text).toBe(target);
    },
  );

  it('gives codes of targets the ids of the codes that they are', () => {
    const entries = [known('Press `a`, then `b`.', '`b` nach `a`.')];
    const [exact] = segmentsIn(leveraged('Press `a`, then `b`.', entries));
    const idsOf = (content: Content): readonly string[] => codesOf(content).map(({ id, data }) => `${id} ${data}`);
    expect(idsOf(exact?.target?.content ?? [])).toEqual(['2 `b`', '1 `a`']);
    const [near] = segmentsIn(leveraged('Press `a`, then `c`.', entries, { fill: 95 }));
    expect([near?.target?.text, near?.match?.adapted]).toEqual(['`c` nach `a`.', ['codes']]);
    expect(idsOf(near?.target?.content ?? [])).toEqual(['2 `c`', '1 `a`']);
    expect(idsOf(near?.candidates[0]?.target.content ?? [])).toEqual(['2 `c`', '1 `a`']);
  });

  it.each([
    [{ fill: 0 }, 'fill: 0 is no number from 1 on.'],
    [{ show: 102 }, 'show: 102 is more than 101.'],
    [{ sourceHash: 1 }, 'sourceHash: 1 is no text.'],
  ])('says what is wrong with an option: %j', (options, message) => {
    expect(() => leveraged('One', [], options as LeverageOptions)).toThrow(new RangeError(message));
  });
});
