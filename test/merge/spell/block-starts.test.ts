import { describe, expect, it } from 'vitest';
import type { SourceArticle } from '../../../src/index.js';
import { escapeText } from '../../../src/xml/escapes.js';
import { documentOf, mergedInto, sourceOf } from '../../support/sources.js';

describe('a target that would start a block, typed as text', () => {
  it.each([
    ['a comment', 'Drei <!-- und'],
    ['a block of HTML', '<div>'],
    ['a fence', '~~~'],
    ['an alert', '[!NOTE]'],
    ['a heading', '# Drei'],
    ['a list', '- Drei'],
    ['a table', 'a | b'],
  ])('breaks nothing: %s', (_, typed) => {
    const given = 'One.\n\n> Two.\n>\n> - Three.\n\nFour.\n\n| a | b |\n|---|---|\n| c | d |\n\nLast.';
    const escaped = typed.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const read = sourceOf(given);
    const targets = { 'Three.': escaped, c: escaped, 'Last.': 'Ende.' };
    const merged = mergedInto(read, documentOf(read, targets));
    const blocks = ({ units }: SourceArticle): unknown => units.map(({ block, level }) => [block, level]);
    expect(blocks(sourceOf(merged.text ?? ''))).toEqual(blocks(read));
    expect(merged).toMatchObject({ found: [], untranslated: ['101', '102', '104', '105', '106', '108'] });
    // In Markdown that a translator wrote, it is a block, which takes nothing else with it, or is refused.
    const written = mergedInto(read, documentOf(read, targets, 'xliff', { inline: 'text' }), { inline: 'text' });
    const others = ({ units }: SourceArticle): unknown =>
      units.flatMap(({ block, parts: [part] }) =>
        part?.kind === 'segment' && /^(?:One|Two|Four|Ende|[abd]$)/.test(part.source.text) ? [block] : [],
      );
    expect(others(sourceOf(written.text ?? ''))).toEqual(others(sourceOf(given.replace('Last', 'Ende'))));
  });

  it.each([
    ['One.', '[x]: y', '\\[x]: y'],
    ['One.', '[^1]: y', '\\[^1]: y'],
    ['One.\nThree.', '<!-- x', '\\<!-- x\nThree.'],
    ['Three.\nOne.', '<!-- x', 'Three.\n\\<!-- x'],
    ['Three.\nOne.', '<p x', 'Three.\n\\<p x'],
    ['Three.\nOne.', '<?x', 'Three.\n\\<?x'],
    ['One.\nThree.', '1.', '1\\.\nThree.'],
    ['- One.', '[x] y', '- \\[x] y'],
    ['- [ ] One.', '[ ] Eins.', '- [ ] Eins.'],
    ['- [ ] One.', '[x] Eins [y]: z', '- [x] Eins [y]: z'],
    ['- > One.', '# x', '- > \\# x'],
    ['# One.', 'x #', '# x \\#'],
    ['# One.', 'C#', '# C#'],
    ['# One. #', '#', '# # #'],
    ['One.\nThree.', 'C:\\', 'C:\\\\\nThree.'],
    ['[One.](a.md)', 'C:\\', '[C:\\\\](a.md)'],
    ['[One.](a.md)', 'x [^1] y', '[x \\[^1\\] y](a.md)'],
    ['\ufeffOne.', '# x', '\ufeff\\# x'],
    ['[^1]: One.', '> x', '[^1]: \\> x'],
    ['<p>One.</p>', 'a<b, 2 < 3', '<p>a&#60;b, 2 < 3</p>'],
    ['<p>One.</p>', 'x <!-- y </', '<p>x &#60;!-- y &#60;/</p>'],
    ['One. <p>', 'a<b', 'a<b <p>'],
  ])('has an escape where it would start a block, or end one, before it should: %j, %j', (given, target, expected) => {
    const two = sourceOf(`${given}\n\nTwo.`);
    const source = given.includes('[ ]') ? '[ ] One.' : 'One.';
    expect(mergedInto(two, documentOf(two, { [source]: escapeText(target), 'Two.': 'Zwei.' }))).toEqual({
      text: `${expected}\n\nZwei.`,
      found: [],
      untranslated: given.includes('Three.') ? [given.startsWith('Three.') ? '101' : '102'] : [],
    });
  });

  it('is one line in a block of HTML that a tag alone in its line starts', () => {
    const read = sourceOf('<b>\nOne\ntwo.\n</b>\n\nThree.');
    expect(mergedInto(read, documentOf(read, { 'One two.': 'Eins zwei.', 'Three.': 'Drei.' }))).toEqual({
      text: '<b>\nEins zwei.\n</b>\n\nDrei.',
      found: [],
      untranslated: [],
    });
  });
});
