import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOver } from '../../../src/view/correct/carry-over.js';
import {
  addCode,
  type Draft,
  deleteCode,
  type Edited,
  missingCodes,
  moveCode,
  moveTo,
  paste,
  replaceAll,
  replaceText,
} from '../../../src/view/correct/edit/edit.js';
import { createEditing } from '../../../src/view/correct/edit/editing.js';
import { codesIn, contentOf, lengthOf, type Pieces, slice } from '../../../src/view/correct/edit/pieces.js';
import { type EditRules, isSound, rulesFor } from '../../../src/view/correct/edit/rules.js';
import { confirmRefusal, faultOf } from '../../../src/view/correct/fault.js';
import {
  digestOf,
  isWork,
  noWork,
  type SegmentWork,
  withComment,
  withStatus,
  withTarget,
} from '../../../src/view/correct/work.js';
import { type PageArticle, type PageCode, type PageSegment, piecesOf } from '../../../src/view/page-data.js';
import { toPageArticle } from '../../../src/view/view-model.js';
import { articleOf, pair } from '../../support/pairs.js';
import { editTarget, randomEdit } from './random-edits.js';

function pageOf(...texts: readonly string[]): PageArticle {
  return toPageArticle({ article: articleOf(`---\nms.contentlocale: de-DE\n---\n${texts.join('\n\n')}\n`, 'a.md') });
}

function segmentsOf(...pairs: readonly (readonly [target: string, source: string])[]): readonly PageSegment[] {
  const page = pageOf(...pairs.map(([target, source], index) => pair(`1a2b3-${102 + index}`, target, source)));
  return page.units.flatMap(({ segments }) => segments);
}

/** A target as Markdown, with `|` around what is selected. */
function shown(edited: Edited): string | undefined {
  if (edited === undefined) return undefined;
  const { pieces, from, to } = edited;
  const spell = (some: Pieces): string =>
    some.map((piece) => (typeof piece === 'string' ? piece : piece.data)).join('');
  const selected = from === to ? '|' : `|${spell(slice(pieces, from, to))}|`;
  return `${spell(slice(pieces, 0, from))}${selected}${spell(slice(pieces, to))}`;
}

/** A segment with its rules; `select` selects from the first place of a text to the end of another. */
function open(
  target: string,
  source: string,
): { rules: EditRules; draft: Draft; select(from: number, to?: number): Draft } {
  const [segment] = segmentsOf([target, source]);
  if (segment === undefined) throw new Error('There is no segment.');
  const pieces = piecesOf(segment.target);
  const draft = { pieces, from: 0, to: 0 };
  return { rules: rulesFor(segment, 'paragraph'), draft, select: (from, to = from) => ({ pieces, from, to }) };
}

describe('a text that is typed', () => {
  const { rules, select } = open('Ein **fetter** Text mit [Link](a.md).', 'A **bold** text with a [link](a.md).');

  it('stands in the place of what is selected', () => {
    expect(shown(replaceText(select(0, 3), rules, 'Der'))).toBe('Der| **fetter** Text mit [Link](a.md).');
    expect(shown(replaceText(select(5, 11), rules, 'dicker'))).toBe('Ein **dicker|** Text mit [Link](a.md).');
  });

  it('takes a whole pair of codes with it, and no half of one', () => {
    expect(shown(replaceText(select(4, 12), rules, 'X'))).toBe('Ein X| Text mit [Link](a.md).');
    expect(shown(replaceText(select(2, 8), rules, 'X'))).toBe('EiX|**ter** Text mit [Link](a.md).');
    expect(shown(replaceText(select(4, 8), rules, 'X'))).toBe('Ein **X|ter** Text mit [Link](a.md).');
  });

  it('may be nothing on the way to another target', () => {
    const { rules, select } = open('Ein Text', 'A text');
    expect(shown(replaceText(select(0, 8), rules, ''))).toBe('|');
  });

  it('leaves codes that both languages must have', () => {
    const end = lengthOf(select(0).pieces);
    expect(shown(replaceText(select(0, end), rules, 'X'))).toBe('X|[](a.md)');
  });

  it('has no line break of its own, and nothing that no document holds', () => {
    expect(shown(replaceText(select(0), rules, 'a\r\nb\u0000\ud800c\n'))).toBe(
      'a bc |Ein **fetter** Text mit [Link](a.md).',
    );
  });

  it('has no half of a character, where one was cut in two', () => {
    const typed = replaceText(select(3), rules, '😀x') as Draft;
    expect(shown(replaceText({ ...typed, from: 4, to: 5 }, rules, ''))).toBe('Ein|x **fetter** Text mit [Link](a.md).');
    expect(shown(replaceText({ ...typed, from: 4, to: 6 }, rules, ''))).toBe('Ein| **fetter** Text mit [Link](a.md).');
    expect(shown(replaceText({ ...typed, from: 5, to: 5 }, rules, 'y'))).toBe(
      'Ein😀y|x **fetter** Text mit [Link](a.md).',
    );
  });

  it('is text, whatever it says', () => {
    const typed = replaceText(select(0), rules, '<script>**x**</script>');
    expect(codesIn(typed?.pieces ?? []).length).toBe(4);
  });
});

describe('a code', () => {
  const { rules, draft, select } = open(
    'Ein **fetter** Text mit [Link](a.md).',
    'A **bold** text with a [link](a.md).',
  );

  it('is deleted with its other half', () => {
    expect(shown(deleteCode(draft, rules, 4))).toBe('Ein |fetter Text mit [Link](a.md).');
    expect(shown(deleteCode(draft, rules, 11))).toBe('Ein fetter| Text mit [Link](a.md).');
  });

  it('stays where both languages have a link', () => {
    expect(deleteCode(draft, rules, 22)).toBeUndefined();
    expect(shown(paste(select(0), rules, slice(draft.pieces, 22, 28)))).toBe(
      'Link|Ein **fetter** Text mit [Link](a.md).',
    );
  });

  it('is moved, but never over its other half, and into no other link', () => {
    expect(shown(moveCode(draft, rules, 11, 1))).toBe('Ein **fetter |**|Text mit [Link](a.md).');
    expect(shown(moveTo(select(11, 12), rules, 2))).toBeUndefined();
    expect(shown(moveTo(select(11, 12), rules, 25))).toBeUndefined();
    expect(shown(moveTo(select(4, 12), rules, 0))).toBe('|**fetter**|Ein  Text mit [Link](a.md).');
  });

  it('skips places where it may not stand', () => {
    const crossed = open('**a** *b*', '**a** *b*');
    expect(shown(moveCode(crossed.draft, crossed.rules, 2, 1))).toBe('**a |**|*b*');
    expect(
      shown(
        moveCode(
          { ...crossed.draft, pieces: moveCode(crossed.draft, crossed.rules, 2, 1)?.pieces ?? [] },
          crossed.rules,
          3,
          1,
        ),
      ),
    ).toBe('**a *b*|**|');
  });

  it('is copied with an id of its own', () => {
    const copy = paste(select(0), rules, slice(draft.pieces, 4, 12));
    expect(shown(copy)).toBe('**fetter**|Ein **fetter** Text mit [Link](a.md).');
    const ids = codesIn(copy?.pieces ?? []).map(([, { id }]) => id);
    expect(new Set(ids).size).toBe(3);
    expect(ids[0]).toBe(ids[1]);
  });

  it('is the same one where it was cut out before', () => {
    const cut = replaceText(select(4, 12), rules, '');
    const back = paste({ pieces: cut?.pieces ?? [], from: 0, to: 0 }, rules, slice(draft.pieces, 4, 12));
    expect(codesIn(back?.pieces ?? []).map(([, { id }]) => id)).toEqual(['1', '1', '2', '2']);
  });

  it('comes from another segment only where this one has its like', () => {
    const other = open('`x` *kursiv* **breit** [hier](b.md)', '`x` *italic* **wide** [here](b.md)');
    const pasted = paste(select(0), rules, other.draft.pieces);
    expect(shown(pasted)).toBe(' kursiv **breit** hier|Ein **fetter** Text mit [Link](a.md).');
    // A copy has an id that no other code has; what fills a place that is empty has the id of that.
    expect(codesIn(pasted?.pieces ?? []).map(([, { id }]) => id)).toEqual(['5', '5', '1', '1', '2', '2']);
    const without = replaceText(select(4, 12), rules, '');
    const back = paste({ pieces: without?.pieces ?? [], from: 0, to: 0 }, rules, other.draft.pieces);
    expect(codesIn(back?.pieces ?? []).map(([, { id }]) => id)).toEqual(['1', '1', '2', '2']);
  });

  it('stays what it is where a target is pasted over itself', () => {
    const bold = open('Ein **fetter** Text.', 'A **bold** text.');
    expect(paste(bold.select(0, lengthOf(bold.draft.pieces)), bold.rules, bold.draft.pieces)).toBeUndefined();
  });

  it('comes with a whole target, or stays beside it where it must', () => {
    const other = open('Text mit [Verweis](a.md), `x` und **Fett**', 'Text with a [link](a.md), `x` and **bold**');
    const whole = replaceAll(select(4), rules, other.draft.pieces);
    expect(shown(whole)).toBe('Text mit [Verweis](a.md),  und **Fett**|');
    expect(new Set(codesIn(whole?.pieces ?? []).map(([, { id }]) => id))).toEqual(new Set(['1', '2']));
    expect(replaceAll(select(4), rules, draft.pieces)).toBeUndefined();
    expect(shown(replaceAll(select(4), rules, ['Nur Text']))).toBe('Nur Text|[](a.md)');
    const empty = open('', 'A **bold** text with a [link](a.md).');
    expect(shown(replaceAll(empty.draft, empty.rules, other.draft.pieces))).toBe(
      'Text mit [Verweis](a.md),  und **Fett**|',
    );
  });

  it('comes from the source where the target lacks it', () => {
    const lacking = open('Ein fetter Text.', 'A **bold** `text`.');
    expect(missingCodes(lacking.draft.pieces, lacking.rules).map(({ data }) => data)).toEqual(['**', '**', '`text`']);
    expect(shown(addCode(lacking.select(4, 10), lacking.rules, '1'))).toBe('Ein **|fetter|** Text.');
    expect(shown(addCode(lacking.select(15), lacking.rules, '2'))).toBe('Ein fetter Text`text`|.');
    expect(addCode(lacking.draft, lacking.rules, '7')).toBeUndefined();
  });
});

describe('a target with very many codes', () => {
  /** A target whose pieces count how often all of them are passed. */
  function counted(codes: number): { readonly segment: PageSegment; passes(): number } {
    let passes = 0;
    const pieces = Array.from({ length: codes }, (_, index) => ({ kind: 'ph' as const, id: `${index}`, data: '<br>' }));
    const own = pieces[Symbol.iterator].bind(pieces);
    Object.defineProperty(pieces, Symbol.iterator, {
      value() {
        passes++;
        return own();
      },
    });
    return { segment: { id: 'x', line: 1, source: pieces, target: pieces }, passes: () => passes };
  }

  it('is looked at as often as one with few', () => {
    const [few, many] = [3, 300].map((codes) => {
      const { segment, passes } = counted(codes);
      const rules = rulesFor(segment, 'paragraph');
      expect(isSound(piecesOf(segment.target), rules)).toBe(true);
      return passes();
    });
    expect(many).toBe(few);
  });
});

describe('line breaks', () => {
  it('become no blank line, and none more in a heading', () => {
    const { rules, select } = open('eins\nzwei\ndrei', 'one\ntwo\nthree');
    expect(shown(replaceText(select(5, 9), rules, ''))).toBe('eins\n|drei');
    expect(shown(replaceText(select(0, 4), rules, ''))).toBe('|zwei\ndrei');
  });
  it('stay at the ends, where a memory has none', () => {
    const [segment] = segmentsOf(['\n  Ein Text', 'A text']) as [PageSegment];
    const pieces = piecesOf(segment.target);
    const edit = (from: number) => replaceText({ pieces, from, to: from }, rulesFor(segment, 'table-cell'), 'Noch');
    expect(shown(edit(6))).toBe('\n  EinNoch| Text');
    // The break would stand between words.
    expect(shown(edit(0))).toBe('Noch|  Ein Text');
  });
});

describe('undo', () => {
  it('takes back what was typed together, and redo brings it again', () => {
    const { rules, draft } = open('Ein Text.', 'A text.');
    const editing = createEditing(draft);
    for (const letter of 'abc') editing.take(replaceText(editing.draft, rules, letter), 'typing');
    editing.select(5, 5);
    editing.take(replaceText(editing.draft, rules, 'd'), 'typing');
    expect(shown(editing.draft)).toBe('abcEid|n Text.');
    expect(editing.undo()).toBe(true);
    expect(contentOf(editing.draft.pieces)).toBe('abcEin Text.');
    expect(editing.undo()).toBe(true);
    expect(contentOf(editing.draft.pieces)).toBe('Ein Text.');
    expect([editing.undo(), editing.canUndo, editing.redo(), editing.redo(), editing.redo()]).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
    expect(contentOf(editing.draft.pieces)).toBe('abcEidn Text.');
  });

  it('leads from any edits back to the start', () => {
    const [segment] = segmentsOf(['**Ein** `a` [b](c) *Text*.', 'A **b** `a` [b](c) *text*.']);
    if (segment === undefined) throw new Error('There is no segment.');
    fc.assert(
      fc.property(fc.array(randomEdit, { maxLength: 30 }), (edits) => {
        const { editing } = editTarget(segment, 'paragraph', edits);
        while (editing.undo());
        expect(editing.draft.pieces).toEqual(piecesOf(segment.target));
      }),
    );
  });
});

describe('what cannot be written', () => {
  const work = (target: string, source: string, corrected: string) => {
    const [segment, other] = segmentsOf([target, source], [corrected, source]);
    if (segment === undefined || other === undefined) throw new Error('There is no segment.');
    return faultOf(withTarget(noWork({ block: 'paragraph' }, segment), other.target));
  };
  it('is no target of an article yet that lacks a link of its source', () => {
    const [linked] = segmentsOf(['[Text](a.md) **fett**', '[text](a.md) **bold**']) as [PageSegment];
    const untranslated = { ...noWork({ block: 'paragraph' }, linked), target: '' };
    const own = piecesOf(linked.target);
    expect(faultOf(withTarget(untranslated, 'Text'))).toBe('lost-code');
    expect(faultOf(withTarget(untranslated, linked.target))).toBeUndefined();
    // Bold may go; and what an article lacks already, it may go on to lack.
    expect(faultOf(withTarget(untranslated, own.slice(0, 3)))).toBeUndefined();
    expect(faultOf(withTarget({ ...untranslated, target: 'Text' }, 'Ein Text'))).toBeUndefined();
  });
  it('is not confirmed, and neither is what is not there', () => {
    const [segment] = segmentsOf(['Text', 'text']) as [PageSegment];
    const given = noWork({ block: 'paragraph' }, segment);
    expect(confirmRefusal(given)).toBeUndefined();
    expect(confirmRefusal({ ...given, target: '' })).toMatch(/An empty target cannot be written/);
    expect(confirmRefusal(withTarget(given, ' '))).toMatch(/An empty target cannot be written/);
  });
  it('is named', () => {
    expect(work('Text', 'text', 'Text!')).toBeUndefined();
    expect(work('Text', 'text', '&#32;')).toBe('empty');
    expect(work('a `b` `c`', 'a `b` `c`', 'a `b``c`')).toBe('code-spans');
    // As a tool left them: only the source tells them apart, and that as long as no code comes or goes.
    const [glued] = segmentsOf(['`a``b` c `d`', '`a` and `b` c `d`']) as [PageSegment];
    const codes = piecesOf(glued.target);
    expect(codesIn(codes).length).toBe(3);
    const as = (pieces: Pieces) => faultOf(withTarget(noWork({ block: 'paragraph' }, glued), pieces));
    expect(as([...codes, '!'])).toBeUndefined();
    expect(as(codes.slice(0, 3))).toBe('code-spans');
    expect(work('Text', 'A **text**', 'Ein \\*\\*Text')).toBe('typed-marks');
    const [lacking] = segmentsOf(['Text', 'A `text`']);
    expect(faultOf(withTarget(noWork({ block: 'paragraph' }, lacking as PageSegment), 'Ein ` Text'))).toBe(
      'typed-marks',
    );
    expect(work('Ein $b$ c', 'A $b$ c', 'Ein$b$ c')).toBe('touching-code');
  });
  it('is a formula among signs that stood elsewhere, and damaged marks around nothing', () => {
    const [math] = segmentsOf(['$H $ und $V das $.', '$V$ and $H$ there.']) as [PageSegment];
    const [formula, text] = piecesOf(math.target) as [PageCode, string];
    expect(text).toBe(' und $V das $.');
    const withMath = (...pieces: Pieces) => faultOf(withTarget(noWork({ block: 'paragraph' }, math), pieces));
    expect(withMath(formula, ' und $V das $!')).toBeUndefined();
    expect(withMath('und $V ', formula, ' das $.')).toBe('touching-code');
    const [damaged] = segmentsOf(['**Text** gut', '\\*\\* Text\\*\\* good']) as [PageSegment];
    const [open, close] = codesIn(piecesOf(damaged.source)).map(([, code]) => code) as [PageCode, PageCode];
    const withMarks = (...pieces: Pieces) => faultOf(withTarget(noWork({ block: 'paragraph' }, damaged), pieces));
    expect(withMarks(open, 'Text', close, ' gut')).toBeUndefined();
    expect(withMarks('Text', open, close, ' gut')).toBe('empty-code');
  });
});

describe('work', () => {
  const [segment] = segmentsOf(['Ein Text', 'A text']);
  const none = noWork({ block: 'heading', level: 2 }, segment as PageSegment);
  it('is none until something is done, and none where all is taken back', () => {
    expect(isWork(none)).toBe(false);
    expect(isWork(withTarget(none, 'Der Text'))).toBe(true);
    expect(withTarget(withTarget(none, 'Der Text'), 'Ein Text')).toEqual(none);
    // A code that was copied, and its first one deleted, is the same.
    const code = { kind: 'ph', id: '1', data: '`+`' } as const;
    expect(isWork(withTarget({ ...none, target: [code] }, [{ ...code, id: '3' }]))).toBe(false);
    expect(isWork(withComment(none, ' '))).toBe(false);
    expect(isWork(withStatus(withStatus(none, 'rejected'), undefined))).toBe(false);
  });

  it('belongs to the texts of an article, wherever that lies', () => {
    const one = pageOf(pair('1a2b3-102', 'Eins', 'One'));
    expect(digestOf(one)).toBe(digestOf({ ...one, path: 'b.md' } as PageArticle));
    expect(digestOf(one)).not.toBe(digestOf(pageOf(pair('1a2b3-102', 'Eins!', 'One'))));
    expect(digestOf(one)).not.toBe(digestOf(pageOf(pair('1a2b3-103', 'Eins', 'One'))));
  });

  it('is carried over by the source, unless the target is another one by now', () => {
    const before = segmentsOf(['Eins', 'One'], ['Zwei', 'Two'], ['Drei', 'Three'], ['Vier', 'Four']);
    const segments = before.map((each) =>
      withComment(withTarget(noWork({ block: 'paragraph' }, each), `${each.target}!`), 'Why'),
    );
    const now = pageOf(
      pair('9f9f9-107', 'Eins', 'One'),
      pair('9f9f9-108', 'Zwei!', 'Two'),
      pair('9f9f9-109', 'Dreie', 'Three'),
    );
    const { kept, done, lost } = carryOver({ path: 'a.md', digest: '', segments }, now);
    expect(kept.map(({ id, target, corrected, comment }) => [id, target, corrected, comment])).toEqual([
      ['9f9f9-107', 'Eins', 'Eins!', 'Why'],
    ]);
    expect([done, lost].map((some) => some.map(({ source }) => source))).toEqual([['Two'], ['Three', 'Four']]);
    // Where there is other work by now, neither takes the place of the other; where it is the same, one is enough.
    const [own] = kept;
    const workOn = (other: SegmentWork | undefined) => (id: string) => (id === '9f9f9-107' ? other : undefined);
    const again = carryOver({ path: 'a.md', digest: '', segments }, now, workOn(own && withComment(own, 'Because')));
    expect([again.kept, again.covered]).toEqual([[], segments.slice(0, 1)]);
    const twice = carryOver({ path: 'a.md', digest: '', segments }, now, workOn(own));
    expect([twice.kept, twice.covered, twice.done]).toEqual([[], [], segments.slice(0, 2)]);
  });
});
