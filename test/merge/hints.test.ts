import { describe, expect, it } from 'vitest';
import { exportToString, mergeTmx, mergeXliff } from '../../src/index.js';
import { articleOf, pair } from '../support/pairs.js';
import { edit, type Outcome, outcomeOf } from './documents.js';

const article = articleOf(
  `---\nms.contentlocale: de-DE\nms.translationtype: HT\n---\n${pair('1a2b3-102', '*Neu* und `x` und [hier](a.md) und <b>los</b>.', '*New* and `x` and [here](a.md) and <b>go</b>.')}\n`,
  'a.md',
);
const xliff = exportToString([article], 'xliff');
const xliff12 = exportToString([article], 'xliff1.2');
const tmx = exportToString([article], 'tmx');

type Edits = readonly (readonly [string | RegExp, string])[];
const of = (edits: Edits, force = false): Outcome =>
  outcomeOf(mergeXliff(article, edit(xliff, edits), { force }), article);
const text = (outcome: Outcome): string | undefined => outcome.changes?.['1a2b3-102'];

const i = /<pc [^>]*>Neu<\/pc>/;
const b = /<pc [^>]*>los<\/pc>/;
const link = /<pc [^>]*>hier<\/pc>/;
const code = /<ph [^>]*\/>( und <pc [^>]*>hier)/;

describe('what the export allows is written, with a warning', () => {
  it.each([
    ['emphasis deleted', i, 'Neu', 'Neu und `x` und [hier](a.md) und <b>los</b>.'],
    ['an element deleted', b, 'los', '*Neu* und `x` und [hier](a.md) und los.'],
    ['a code span deleted', code, 'x$1', '*Neu* und x und [hier](a.md) und <b>los</b>.'],
  ])('%s', (_, found, other, expected) => {
    expect(of([[found, other]])).toEqual({ changes: { '1a2b3-102': expected }, codes: ['merge/deleted-code'] });
  });

  it.each([
    ['with its id', '$& $&', '*Neu* *Neu*'],
    ['with a new id', '$& <pc id="77" dataRefStart="d1" dataRefEnd="d1">gut</pc>', '*Neu* *gut*'],
    ['with copyOf', '$& <pc id="77" copyOf="1">gut</pc>', '*Neu* *gut*'],
    ['as halves', '$& <sc id="77" dataRef="d1" type="fmt"/>gut<ec startRef="77" dataRef="d1"/>', '*Neu* *gut*'],
  ])('copied %s', (_, other, expected) => {
    const outcome = of([[i, other]]);
    expect(outcome.codes).toContain('merge/copied-code');
    // Where CommonMark, or who reads the pair, could see damage in it, it is an element.
    expect(text(outcome)?.replace(/<\/?em>/g, '*')).toContain(expected);
  });

  it('all codes at once', () => {
    const bare = edit(xliff, [
      [i, 'Neu'],
      [b, 'los'],
      [code, 'x$1'],
    ]);
    const merged = mergeXliff(article, bare);
    expect(outcomeOf(merged, article).codes).toEqual(Array.from({ length: 3 }, () => 'merge/deleted-code'));
    expect(merged._tag === 'Both' ? merged.left.map(({ severity }) => severity) : []).toEqual([
      'warning',
      'warning',
      'warning',
    ]);
  });

  it('a code that only got another id is the same, and nothing is said', () => {
    expect(of([[/(<target><pc id=)"1"/, '$1"55"']])).toEqual({ changes: {}, codes: [] });
  });
});

describe('what the export forbids is refused, unless forced', () => {
  it('links, images, includes, cross references and footnotes', () => {
    expect(of([[link, 'hier']])).toEqual({ changes: {}, codes: ['merge/lost-code'] });
    expect(of([[link, '$&$&']])).toEqual({ changes: {}, codes: ['merge/doubled-code'] });
    expect(text(of([[link, 'hier']], true))).toBe('*Neu* und `x` und hier und <b>los</b>.');
    const fixed = articleOf(
      `---\nms.contentlocale: de-DE\n---\n${['![a](b.png)', '[!INCLUDE [x](y.md)]', '<xref:a.b>'].map((each, index) => pair(`1a2b3-${102 + index}`, `Alt ${each}.`, `Old ${each}.`)).join('\n\n')}\n`,
    );
    const without = exportToString([fixed], 'xliff').replaceAll(/<target>Alt .*<\/target>/g, '<target>Alt</target>');
    expect(outcomeOf(mergeXliff(fixed, without), fixed)).toEqual({
      changes: {},
      codes: Array.from({ length: 3 }, () => 'merge/lost-code'),
    });
  });

  it('what the document itself forbids', () => {
    const no = (name: string) => [/(<source><pc id="1")/, `$1 ${name}="no"`] as const;
    expect(of([no('canDelete'), [i, 'Neu']]).codes).toEqual(['merge/lost-code']);
    expect(of([no('canDelete'), [i, '$& x $&']]).codes).toEqual(['merge/copied-code']);
    expect(of([no('canCopy'), [i, '$& x $&']]).codes).toEqual(['merge/doubled-code']);
    expect(of([no('canCopy'), [i, 'Neu']]).codes).toEqual(['merge/deleted-code']);
  });

  it('half of a pair', () => {
    expect(of([[i, '$&<sc id="1" dataRef="d1"/>']])).toEqual({ changes: {}, codes: ['merge/doubled-code'] });
    expect(of([[/<pc ([^>]*) dataRefStart="d1"[^>]*>Neu<\/pc>/, '<sc $1 dataRef="d1"/>Neu']])).toEqual({
      changes: {},
      codes: ['merge/lost-code'],
    });
  });
});

describe('other formats are as strict', () => {
  it('XLIFF 1.2', () => {
    const older = (...edits: Edits): Outcome => outcomeOf(mergeXliff(article, edit(xliff12, edits)), article);
    const g = /<g [^>]*>Neu<\/g>/;
    expect(older([g, 'Neu']).codes).toEqual(['merge/deleted-code']);
    expect(older([g, '$& x $&']).codes).toEqual(['merge/copied-code']);
    expect(older([/(<source><g )/, '$1clone="no" '], [g, '$& x $&']).codes).toEqual(['merge/doubled-code']);
    expect(older([/<g [^>]*>hier<\/g>/, 'hier'])).toEqual({ changes: {}, codes: ['merge/lost-code'] });
  });

  it('TMX', () => {
    const memory = (found: RegExp, other: string): Outcome =>
      outcomeOf(mergeTmx(article, edit(tmx, [[found, other]])), article);
    expect(memory(/<bpt[^>]*>\*<\/bpt>Neu<ept[^>]*>\*<\/ept>/, 'Neu').codes).toEqual(['merge/deleted-code']);
    expect(memory(/<bpt[^>]*>\[<\/bpt>hier<ept[^>]*>\]\(a\.md\)<\/ept>/, 'hier')).toEqual({
      changes: {},
      codes: ['merge/lost-code'],
    });
    const anonymous = tmx.replaceAll(/ x="\d"/g, '');
    expect(outcomeOf(mergeTmx(article, anonymous), article)).toEqual({ changes: {}, codes: [] });
    expect(outcomeOf(mergeTmx(article, anonymous.replace(' und [', ' [').replace('>Neu<', '>Gut<')), article)).toEqual({
      changes: { '1a2b3-102': '*Gut* und `x` und [hier](a.md) und <b>los</b>.' },
      codes: [],
    });
  });
});

describe('Markdown that was typed in a target', () => {
  it('is the code that is missing there', () => {
    expect(
      of([
        [i, '*Gut*'],
        [link, '[dort](a.md)'],
        [b, '&lt;b>los&lt;/b>'],
      ]),
    ).toEqual({
      changes: { '1a2b3-102': '*Gut* und `x` und [dort](a.md) und <b>los</b>.' },
      codes: ['merge/typed-code'],
    });
  });

  it('is text where no code is missing, or another one is', () => {
    expect(text(of([[i, '$& **so**']]))).toBe('*Neu* \\*\\*so** und `x` und [hier](a.md) und <b>los</b>.');
    expect(of([[link, '[hier](b.md)']]).codes).toEqual(['merge/lost-code']);
    expect(of([[i, '5 * 3']]).codes).toEqual(['merge/deleted-code']);
  });
});
