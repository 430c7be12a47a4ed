import { describe, expect, it } from 'vitest';
import { translateSource } from '../../src/index.js';
import { sourceOf } from '../support/sources.js';
import { known, leveraged, linesOf, segmentsIn, textOf } from './tools.js';

describe('a block is cut as the memory knows it best', () => {
  const sentences = 'Open the portal. Select **Reset**, then wait. Close the portal.';

  it('as a whole', () => {
    const whole = known(sentences, 'Portal öffnen, **Zurücksetzen** wählen, warten, Portal schließen.');
    const article = leveraged(`# A\n\n${sentences}\n\nB`, [whole]);
    expect(linesOf(article)).toEqual([
      'A | initial/empty | - | -',
      `${sentences} | translated | 100 exact | Portal öffnen, **Zurücksetzen** wählen, warten, Portal schließen.`,
      'B | initial/empty | - | -',
    ]);
    expect(translateSource(article, ({ id }) => segmentsIn(article).find((each) => each.id === id)?.target?.text)).toBe(
      '# A\n\nPortal öffnen, **Zurücksetzen** wählen, warten, Portal schließen.\n\nB',
    );
  });

  it('into sentences, of which some are joined', () => {
    const entries = [
      known('Open the portal.', 'Portal öffnen.'),
      known('Select **Reset**, then wait. Close the portal.', '**Zurücksetzen** wählen, warten, Portal schließen.'),
    ];
    expect(linesOf(leveraged(sentences, entries))).toEqual([
      'Open the portal. | translated | 100 exact | Portal öffnen.',
      'Select **Reset**, then wait. Close the portal. | translated | 100 exact | **Zurücksetzen** wählen, warten, Portal schließen.',
    ]);
  });

  it('into sentences, where the memory has these, too', () => {
    const entries = [known('One. Two.', 'Eins zwei.'), known('One.', 'Eins.'), known('Two.', 'Zwei.')];
    expect(linesOf(leveraged('One. Two.', entries))).toEqual([
      'One. | translated | 100 exact | Eins.',
      'Two. | translated | 100 exact | Zwei.',
    ]);
  });

  it('as a whole, where sentences alone are ambiguous', () => {
    const entries = [
      known('One. Two.', 'Eins zwei.'),
      known('One.', 'Eins.'),
      known('One.', 'Ein.'),
      known('Two.', 'Zwei.'),
    ];
    expect(linesOf(leveraged('One. Two.', entries))).toEqual(['One. Two. | translated | 100 exact | Eins zwei.']);
  });

  it('as a whole that is only near, where nothing is known of its sentences', () => {
    const entry = known(
      'Go to the settings of the team. Select the name of the team.',
      'Einstellungen öffnen und Namen wählen.',
    );
    expect(linesOf(leveraged('Go to the settings of the team. Select the role of the team.', [entry]))).toEqual([
      'Go to the settings of the team. Select the role of the team. | initial/fuzzy | 92 fuzzy | -',
    ]);
    // What is filled is worth more than what is near.
    expect(
      linesOf(
        leveraged('Go to the settings of the team. Select the role of the team.', [
          entry,
          known('Go to the settings of the team.', 'Einstellungen öffnen.'),
        ]),
      ),
    ).toEqual([
      'Go to the settings of the team. | translated | 100 exact | Einstellungen öffnen.',
      'Select the role of the team. | initial/empty | 57 fuzzy | -',
    ]);
  });

  it('as a whole that is filled, whether it is shown or not', () => {
    const whole = known(sentences, 'Portal öffnen, **Zurücksetzen** wählen, warten, Portal schließen.');
    const [again] = linesOf(leveraged(sentences, [whole]));
    expect(linesOf(leveraged(sentences, [whole], { show: 101 }))).toEqual([again]);
    const near = leveraged(sentences.replace('portal.', 'portal!'), [whole], { show: 101, fill: 95 });
    expect(segmentsIn(near).map(({ target }) => target?.text)).toEqual([
      'Portal öffnen, **Zurücksetzen** wählen, warten, Portal schließen.',
    ]);
    const placed = known(sentences, 'Portal öffnen.', { previous: textOf('A') });
    const inContext = leveraged(`# A\n\n${sentences}`, [placed], { show: 101, fill: 101 });
    expect(segmentsIn(inContext).map(({ target }) => target?.text)).toEqual([undefined, 'Portal öffnen.']);
  });

  it('at links that are all there is: by their labels, or as a whole', () => {
    const text = '- [Help](help.md)\n- [More](more.md)';
    const entries = [known('[Help](help.md)', '[Hilfe](help.de.md)'), known('More', 'Mehr')];
    const article = leveraged(text, entries);
    expect(linesOf(article)).toEqual([
      '[Help](help.md) | translated | 100 exact | [Hilfe](help.de.md)',
      'More | translated | 100 exact | Mehr',
    ]);
  });

  it('within a sentence only where the memory has the parts one after the other', () => {
    const text = 'For more information, see the portal: it has all.';
    const [first, second] = ['For more information, see the portal:', 'it has all.'];
    const alone = [known(first, 'Mehr im Portal:'), known(second, 'dort ist alles.')];
    expect(linesOf(leveraged(text, alone))).toEqual([`${text} | initial/empty | - | -`]);
    const together = [
      known(first, 'Mehr im Portal:', { next: textOf(second) }),
      known(second, 'dort ist alles.', { previous: textOf(first) }),
    ];
    expect(linesOf(leveraged(`# A\n\n${text}`, together))).toEqual([
      'A | initial/empty | - | -',
      `${first} | translated | 101 context | Mehr im Portal:`,
      `${second} | translated | 101 context | dort ist alles.`,
    ]);
  });

  it('and stays as it is where nothing is known', () => {
    const text = '---\ntitle: A\ndescription: Bee. See.\n---\nOne. Two: three.\n\n- [Four](five)\n';
    const article = leveraged(text, []);
    expect(linesOf(article).map((line) => line.split(' | ')[1])).toEqual(Array(6).fill('initial/empty'));
    expect(article.units.map(({ lines, atoms }) => ({ lines, atoms }))).toEqual(
      sourceOf(text).units.map(({ lines, atoms }) => ({ lines, atoms })),
    );
  });
});

describe('a context', () => {
  it('is what stands before and after a segment as the article is cut then', () => {
    const entries = [
      known('One. Two.', 'Eins zwei.'),
      known('Save', 'Speichern', { previous: textOf('One. Two.') }),
      known('Save', 'Sichern', { previous: textOf('Two.') }),
    ];
    expect(linesOf(leveraged('One. Two.\n\nSave', entries))[1]).toBe('Save | translated | 101 context | Speichern');
  });

  it('is the place in the same original', () => {
    const sourceHash = 'a'.repeat(40);
    const at = (id: string) => ({ places: [{ path: 'a.md', id, sourceHash }] });
    const entries = [known('Save', 'Speichern', at('1a2b3-102')), known('Save', 'Sichern', at('1a2b3-103'))];
    const text = '# A\n\nSave\n\nSave\n';
    expect(linesOf(leveraged(text, entries, { sourceHash })).slice(1)).toEqual([
      'Save | translated | 101 context | Speichern',
      'Save | translated | 101 context | Sichern',
    ]);
    expect(linesOf(leveraged(text, entries, { sourceHash: 'b'.repeat(40) })).slice(1)).toEqual(
      Array(2).fill('Save | initial/ambiguous | 99 ambiguous | -'),
    );
  });
});
