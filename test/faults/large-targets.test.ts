import { describe, expect, it } from 'vitest';
import { exportToString, mergeXliff, parseInline, toPlainText } from '../../src/index.js';
import { outcomeOf } from '../merge/documents.js';
import { articleOf, pair } from '../support/pairs.js';

/** More than any call takes as arguments. */
const many = 130_000;

const article = articleOf(pair('1a2b3-101', 'so **gut** es geht', 'as **good** as can be'), 'a.md');
const document = exportToString([article], 'xliff', { trgLang: 'de-DE' });

function mergeTarget(from: string, to: string): ReturnType<typeof outcomeOf> {
  return outcomeOf(mergeXliff(article, document.replace(from, to)), article);
}

describe('a target of hundreds of thousands', () => {
  it('of markers is written', () => {
    const { changes = {}, codes } = mergeTarget('es geht', `es ${'_'.repeat(many)}geht`);
    expect(codes).toEqual([]);
    expect(changes['1a2b3-101']).toHaveLength('so **gut** es geht'.length + many);
  });

  it('of markers within emphasis is written', () => {
    const { changes = {}, codes } = mergeTarget('gut', `gut ${'*'.repeat(many)}g`);
    expect(codes).toEqual([]);
    expect(changes['1a2b3-101']).toHaveLength('so **gut g** es geht'.length + 2 * many);
  });

  it('of backticks is written', () => {
    const { changes = {}, codes } = mergeTarget('es geht', `es ${'`'.repeat(many)}geht`);
    expect(codes).toEqual([]);
    expect(changes['1a2b3-101']).toContain('`'.repeat(many));
  });

  it.each(['*a* ', '_b_ ', '[c](d) ', '<e> ', '`f` ', '![g](h)', '&amp;i ', '**j** _k_ '])(
    'of %s typed is written as text',
    (typed) => {
      const text = typed.repeat(3000).trim();
      const { changes = {}, codes } = mergeTarget('es geht', text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
      expect(codes).toEqual([]);
      const written = changes['1a2b3-101'] ?? '';
      expect(toPlainText(parseInline(written))).toBe(`so gut ${text}`);
    },
  );

  it('of codes is refused', () => {
    expect(mergeTarget('es geht', '<ph id="9"/>a'.repeat(99_000)).changes).toEqual({});
  });

  it('of unknown units is refused, each of them', () => {
    const units = Array.from(
      { length: many },
      (_, index) => `<unit id="x${index}"><segment><source>a</source></segment></unit>`,
    );
    const [body = ''] = /<unit [\s\S]*<\/unit>/.exec(document) ?? [];
    const other = document.replace(body, `${body.replace('as ', 'was ')}${units.join('')}`);
    const { codes } = outcomeOf(mergeXliff(article, other), article);
    expect(codes).toHaveLength(many + 1);
  });
});
