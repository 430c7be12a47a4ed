import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffContents, type Stretch } from '../../../src/view/diff/content-diff.js';
import type { PageContent, PagePiece } from '../../../src/view/page-data.js';
import { piecesOf } from '../../../src/view/page-data.js';

const bold = (kind: 'sc' | 'ec', id = '1'): PagePiece => ({ kind, id, data: '**' });

/** A text in which what changed is in brackets, and codes are angles. */
function shown(stretches: readonly Stretch[]): string {
  return stretches
    .map(({ isChanged, pieces }) => {
      const text = pieces.map((piece) => (typeof piece === 'string' ? piece : `<${piece.kind}${piece.id}>`)).join('');
      return isChanged ? `[${text}]` : text;
    })
    .join('');
}

function diff(before: PageContent, after: PageContent): [string, string] {
  const { before: old, after: fresh } = diffContents(before, after);
  return [shown(old), shown(fresh)];
}

describe('what differs between two contents', () => {
  it('is words where words have spaces between them', () => {
    expect(diff('Select the user name.', 'Select a user name.')).toEqual([
      'Select [the] user name.',
      'Select [a] user name.',
    ]);
    expect(diff('Öffnen Sie den Ordner', 'Öffnen Sie den neuen Ordner')).toEqual([
      'Öffnen Sie den Ordner',
      'Öffnen Sie den [neuen ]Ordner',
    ]);
    expect(diff("Don't stop", 'Don’t stop')[0]).toBe("[Don't] stop");
    expect(diff('사용자를 선택합니다', '그룹을 선택합니다')).toEqual(['[사용자를] 선택합니다', '[그룹을] 선택합니다']);
    expect(diff('افتح الباب الآن', 'افتح النافذة الآن')).toEqual(['افتح [الباب] الآن', 'افتح [النافذة] الآن']);
    expect(diff('हिन्दी में लिखें', 'हिंदी में लिखें')).toEqual(['[हिन्दी] में लिखें', '[हिंदी] में लिखें']);
  });

  it('is characters where words have none, each with its marks', () => {
    expect(diff('一時パスワードを設定する', '仮パスワードを設定する')).toEqual([
      '[一時]パスワードを設定する',
      '[仮]パスワードを設定する',
    ]);
    expect(diff('ที่นี่', 'ที่นั้น')).toEqual(['ที่[นี่]', 'ที่[นั้น]']);
    expect(diff('选择用户', '选择组')).toEqual(['选择[用户]', '选择[组]']);
  });

  it('never cuts a code, and marks those that are not in both', () => {
    const before: PageContent = ['Select ', bold('sc'), 'Users', bold('ec'), '.'];
    expect(diff(before, ['Select ', bold('sc'), 'Groups', bold('ec'), '.'])).toEqual([
      'Select <sc1>[Users]<ec1>.',
      'Select <sc1>[Groups]<ec1>.',
    ]);
    expect(diff(before, 'Select Users.')).toEqual(['Select [<sc1>]Users[<ec1>].', 'Select Users.']);
    const link = { kind: 'ph', id: '2', data: '![x](a.png)' } as const;
    // Which of two has a partner is not what changed.
    const two: PageContent = [bold('sc'), 'A', bold('ec'), ' and ', bold('sc', '2'), 'B', bold('ec', '2')];
    expect(diff(two, ['A and ', bold('sc'), 'B', bold('ec')])).toEqual([
      '[<sc1>]A[<ec1>] and <sc2>B<ec2>',
      'A and <sc1>B<ec1>',
    ]);
    expect(diff([link, ' x'], [{ ...link, data: '![x](b.png)' }, ' x'])).toEqual(['[<ph2>] x', '[<ph2>] x']);
  });

  it('joins changes that next to nothing parts', () => {
    expect(diff('red green blue', 'one two three')).toEqual(['[red green blue]', '[one two three]']);
    expect(diff('', 'new')).toEqual(['', '[new]']);
    expect(diff('same', 'same')).toEqual(['same', 'same']);
  });

  it('loses nothing and invents nothing, whatever the texts are', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom('a b', 'のこと', ' ', '👩‍👩‍👧 é'),
      fc.record({
        kind: fc.constantFrom('ph' as const, 'sc' as const, 'ec' as const),
        id: fc.constantFrom('1', '2'),
        data: fc.constantFrom('*', '`'),
      }),
    );
    const content = fc.array(piece, { maxLength: 8 });
    const textOf = (pieces: readonly PagePiece[]): string =>
      pieces.map((each) => (typeof each === 'string' ? each : `\0${each.kind}${each.data}\0`)).join('');
    fc.assert(
      fc.property(content, content, (before, after) => {
        const { before: old, after: fresh, joined } = diffContents(before, after);
        const all = (stretches: readonly Stretch[]): string => textOf(stretches.flatMap(({ pieces }) => pieces));
        expect(all(old)).toBe(textOf(piecesOf(before)));
        expect(all(fresh)).toBe(textOf(piecesOf(after)));
        expect(all(joined.filter(({ kind }) => kind !== 'added'))).toBe(all(old));
        expect(all(joined.filter(({ kind }) => kind !== 'removed'))).toBe(all(fresh));
      }),
      { numRuns: 500 },
    );
  });

  it('is the whole text where texts have megabytes', () => {
    const long = 'word '.repeat(1_000_000);
    expect(diffContents(long, `${long}x`).after).toEqual([{ isChanged: true, pieces: [`${long}x`] }]);
    const some = Array.from({ length: 40_000 }, (_, at) => `one${at} `).join('');
    const others = some.replaceAll('one', 'two');
    // All but the white space at the end.
    expect(diffContents(some, others).before).toHaveLength(2);
  });
});
