import { describe, expect, it } from 'vitest';
import { grainsIn, textsOf } from '../../support/sources.js';

describe('an article without a memory is cut', () => {
  it.each([
    // Full stops, and what is none of them.
    ['Click it. Then wait.', ['Click it.', 'Then wait.']],
    ['Click it. then wait.', ['Click it.', 'then wait.']],
    ['See e.g. this, i.e. that vs. others, etc. and more.', ['See e.g. this, i.e. that vs. others, etc. and more.']],
    ['The U.S. English version of No. 5. No. It is.', ['The U.S. English version of No. 5.', 'No.', 'It is.']],
    ['By J. Smith and M. A. Jones. Ready.', ['By J. Smith and M. A. Jones.', 'Ready.']],
    ['Use 1.5 or contoso.com now.', ['Use 1.5 or contoso.com now.']],
    ['Use one.. Then two.', ['Use one..', 'Then two.']],
    ['Wait... then go... Now it is "Done." Go.', ['Wait... then go...', 'Now it is "Done."', 'Go.']],
    ['a. Click it. b. Wait.', ['a.', 'Click it.', 'b.', 'Wait.']],
    ['| 1. Never so. Go. |\n|---|', ['1. Never so.', 'Go.']],
    ['Replace the "." and "localhost". Go.', ['Replace the "." and "localhost".', 'Go.']],
    // Other marks.
    ['Why? Because! so', ['Why?', 'Because!', 'so']],
    ['The **Stay signed in?** prompt. Select ? to go.', ['The **Stay signed in?** prompt.', 'Select ? to go.']],
    ['Note: Do this.', ['Note: Do this.']],
    [
      'これは文です。**次**の文！「はい。」と言う。（そう。）',
      ['これは文です。', '**次**の文！', '「はい。」と言う。', '（そう。）'],
    ],
    // Brackets.
    ['It ends (as is said.) So. (That is all.) No.', ['It ends (as is said.) So.', '(That is all.) No.']],
    // Codes.
    ['**Why?** Because. _So what!_ Yes.', ['**Why?**', 'Because.', '_So what!_', 'Yes.']],
    ['**One. Two.** Three [four. Five?](a) six.', ['**One. Two.**', 'Three [four. Five?](a) six.']],
    ['_One. Two_, three. [Four. Five?](a)', ['_One. Two_, three.', 'Four. Five?']],
    [
      'Run `a. B`. See <https://a.example/b?c=D.>. `E` is',
      ['Run `a. B`.', 'See <https://a.example/b?c=D.>.', '`E` is'],
    ],
    ['See [a](b?c=D. "E. F"). Next', ['See [a](b?c=D. "E. F").', 'Next']],
    ['$a. B$ is. So', ['$a. B$ is.', 'So']],
    ['A.[^1] B', ['A.[^1] B']],
    ['Done.[^1] Be.', ['Done.[^1]', 'Be.']],
    // Line breaks, images, tags of blocks.
    ['One<br>two<br/>\nthree  \nfour\\\nfive\nsix', ['One', 'two', 'three', 'four', 'five six']],
    ['<img src="a"> One <img src="b"> two', ['One', 'two']],
    ['$a \\\\\\\\\nb$ c', ['$a \\\\\\\\ b$ c']],
    ['![One](a)\nTwo ![three](b) four\n![Five](c)', ['![One](a)', 'Two ![three](b) four', '![Five](c)']],
    ['| One<ul><li>Two.</li><li>Three `a`</li></ul> |\n|---|', ['One', 'Two.', 'Three `a`']],
    ['<a name="a"></a> One <!-- b -->', ['One']],
    // White space, however it is written.
    ['&nbsp;\n\n| &nbsp;&#160; | x&nbsp; |\n|---|---|\n| &emsp;<br>&amp; | `a` &nbsp; |', ['x&nbsp;', '&amp;']],
    // Links.
    ['[One](a)', ['One']],
    ['[One](a).', ['[One](a).']],
    ['[One](a(b))', ['[One](a(b))']],
    ['Select :::no-loc text="Save"::: now. Go.', ['Select :::no-loc text="Save"::: now.', 'Go.']],
    [':::no-loc text="Save"::: is it.', [':::no-loc text="Save"::: is it.']],
    [
      '*:::no-loc text="Save"::: it* now\n:::no-loc text="a b":::\nat once',
      ['*:::no-loc text="Save"::: it* now :::no-loc text="a b"::: at once'],
    ],
    [':::no-loc text="Save":::', []],
    [':::image type="icon" source="a.png"::: Be.', ['Be.']],
    ['One. [!INCLUDE [a](b)] two [!INCLUDE [c](d)].', ['One.', 'two [!INCLUDE [c](d)].']],
    ['[One](a)<br>[two][b]\n\n[b]: c', ['One', 'two']],
    ['[One `a` **b**](a "b")', ['One `a` **b**']],
    // What parts a text does not part a link, nor a sentence an image that is a word.
    ['See [one<br>two](a) now.', ['See [one<br>two](a) now.']],
    ['See [<img src="a"> one](b) now.', ['See [<img src="a"> one](b) now.']],
    ['[![One](a)\ntwo](b) three', ['[![One](a) two](b) three']],
    ['[<img src="a"><br>One](b)<br>two', ['One', 'two']],
    ['Click ![one<br>two](a) now.', ['Click ![one<br>two](a) now.']],
    ['Click ![One. Two](a) now. Then', ['Click ![One. Two](a) now.', 'Then']],
    ['![One. Two.](a)\nThree', ['One.', 'Two.', 'Three']],
  ])('%j', (text, texts) => expect(textsOf(text)).toEqual(texts));
});

describe('the grains of a block', () => {
  it('are its parts, runs of them, and the whole', () => {
    expect(grainsIn('**Note:** See it. Now.')).toEqual([
      '**Note:**',
      '**Note:** See it.',
      '**Note:** See it. Now.',
      'See it.',
      'See it. Now.',
      'Now.',
    ]);
  });

  it('have a link that is all there is as its label, and as a whole', () => {
    expect(grainsIn('- [One](a)')).toEqual(['One', '[One](a)']);
    expect(grainsIn('![One](a)')).toEqual(['![One](a)', 'One']);
    expect(grainsIn('![](a)')).toEqual([]);
    expect(grainsIn('[!INCLUDE [a](b)] two')).toEqual(['[!INCLUDE [a](b)]', '[!INCLUDE [a](b)] two', 'two']);
  });

  it('are those of lines in quotes, too', () => {
    expect(grainsIn('> One two.\r\n> Three\r\n> four.')).toEqual(['One two.', 'One two. Three four.', 'Three four.']);
  });

  it('have the whole block, however long', () => {
    const text = Array.from({ length: 100 }, (_, index) => `Go to ${index}.`).join(' ');
    expect(grainsIn(text)).toContain(text);
  });

  it('of a value that has no places for its parts are none', () => {
    expect(grainsIn('---\ntitle: "A \\"b\\""\n---\n')).toEqual([]);
  });
});
