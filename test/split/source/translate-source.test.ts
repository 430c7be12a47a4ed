import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource, sourceArticleOf, sourceSegmentsOf, translateSource } from '../../../src/index.js';
import { sourceOf } from '../../support/sources.js';

const pieces = [
  '---\ntitle: "a: b. C"\ndescription: d. E\n---\n',
  '# ',
  '> ',
  '- ',
  '1. ',
  '\n',
  '\r\n',
  '\n\n',
  '  ',
  '\t',
];
pieces.push(
  '**',
  '*',
  '`',
  '[',
  '](b)',
  '![',
  '<br>',
  '<td>',
  '</td>',
  '<!--',
  '-->',
  '| a | b |\n|---|---|\n',
  '```\n',
);
pieces.push(
  'See it. ',
  'Why? ',
  'e.g. ',
  'x',
  '.',
  ':::row:::\n',
  '[!NOTE]',
  '[!INCLUDE [a](b)]',
  '$',
  '\\',
  '&amp;',
  '\ufeff',
);
const markdown = array(constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));

describe('an article, made again of its segments', () => {
  it('is the same where nothing is translated, or all is as it was', () => {
    assert(
      property(markdown, (text) => {
        const article = sourceArticleOf(readSource(text));
        if (article === undefined) return;
        expect(translateSource(article, () => undefined)).toBe(text);
        const spelled = translateSource(article, ({ range }) => text.slice(range.start, range.end));
        expect(spelled.replace(/"a: b[^\n]*|d\. E/g, '')).toBe(text.replace(/"a: b[^\n]*|d\. E/g, ''));
      }),
      { numRuns: 2000 },
    );
  });

  it('has translations in place of its segments, and every other character', () => {
    assert(
      property(markdown, (text) => {
        const article = sourceArticleOf(readSource(text));
        if (article === undefined) return;
        const segments = [...sourceSegmentsOf(article)];
        let end = 0;
        let expected = '';
        for (const { id, range } of segments) {
          expect(range.start).toBeGreaterThanOrEqual(end);
          expect(range.end).toBeGreaterThan(range.start);
          expected += `${text.slice(end, range.start)}«${id}»`;
          end = range.end;
        }
        expect(translateSource(article, ({ id }) => `«${id}»`)).toBe(expected + text.slice(end));
      }),
      { numRuns: 2000 },
    );
  });

  it('is read without a throw, whatever it is', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 200 }), (text) => {
        const article = sourceArticleOf(readSource(text));
        if (article !== undefined) expect(translateSource(article, () => undefined)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a translated value of the front matter', () => {
  it.each([
    ['title: One', 'Eins', 'title: Eins'],
    ['title: One', 'Eins: 1', 'title: "Eins: 1"'],
    ['title: "One"', 'Ein "s"', 'title: "Ein \\"s\\""'],
    ["title: 'One'", "Ein's", "title: 'Ein''s'"],
    ['title: "O \\"n\\" e"', 'Eins', 'title: "Eins"'],
    ['title: One', '[Eins]', 'title: "[Eins]"'],
  ])('%j as %j: %j', (yaml, target, expected) => {
    const text = `---\n${yaml}\nauthor: a\n---\n\nB\n`;
    const translated = translateSource(sourceOf(text), ({ id }) => (id === '101' ? target : undefined));
    expect(translated).toBe(`---\n${expected}\nauthor: a\n---\n\nB\n`);
  });

  it('is written as a whole where one sentence of it is', () => {
    const text = '---\ndescription: See it. Do it.\n---\n';
    const translated = translateSource(sourceOf(text), ({ id }) => (id === '102' ? 'Tu: es.' : undefined));
    expect(translated).toBe('---\ndescription: "See it. Tu: es."\n---\n');
  });

  it('that was folded is one line', () => {
    const text = '---\ndescription: >-\n  See\n  it.\nauthor: a\n---\nB\n';
    const translated = translateSource(sourceOf(text), ({ id }) => (id === '101' ? 'Sieh\nes.' : 'C'));
    expect(translated).toBe('---\ndescription: Sieh es.\nauthor: a\n---\nC\n');
  });
});

describe('a translated text that was a label', () => {
  it.each([
    ['> [Help\n> me]\n', '> [Hilfe me][Help me]\n'],
    ['> - [Help\n>   me][]\n', '> - [Hilfe me][Help me]\n'],
    ['- [Help\r\n  me]\r\n', '- [Hilfe me][Help me]\r\n'],
  ])('has its label in one line, without the marks of its lines: %j', (given, expected) => {
    const definition = '\n[help me]: a.md\n';
    const translated = translateSource(sourceOf(given + definition), ({ source }) =>
      source.text.replace('Help', 'Hilfe'),
    );
    expect(translated).toBe(expected + definition);
  });

  it.each([
    ['- [Help][]\n', '- [Hilfe][Help]\n'],
    ['| [Help] |\n|---|\n', '| [Hilfe][Help] |\n|---|\n'],
    ['[Help][help]\n', '[Hilfe][help]\n'],
    ['[Help](b.md)\n', '[Hilfe](b.md)\n'],
    ['[Help]\n\n[hilfe]: c.md\n', '[Hilfe]\n\n[hilfe]: c.md\n'],
    ['Help]\n', 'Hilfe]\n'],
  ])('has its references still, whatever they show: %j', (given, expected) => {
    const text = `${given}\n[help]: a.md\n`;
    const translated = translateSource(sourceOf(text), ({ source }) => source.text.replace('Help', 'Hilfe'));
    expect(translated.replaceAll(/\[\S+\]: .*\n/g, '')).toBe(`${expected}\n`.replaceAll(/\[\S+\]: .*\n/g, ''));
    expect(translated.endsWith('\n\n[help]: a.md\n')).toBe(true);
  });

  it.each([
    ['- [Help]\n\n[help]:\u00a0a.md\n', '- [Hilfe][Help]\n\n[help]:\u00a0a.md\n'],
    ['- [Help]\n\n> [Help]:\n> a.md\n', '- [Hilfe][Help]\n\n> [Help]:\n> a.md\n'],
    ['- [Help]\n\n[Help]:\n```\na\n```\n', '- [Hilfe]\n\n[Hilfe]:\n```\na\n```\n'],
    ['- [Help]\n\n[Help]:\n***\n', '- [Hilfe]\n\n[Hilfe]:\n***\n'],
    ['- [Help]\n\n[Help]:\n>\n', '- [Hilfe]\n\n[Hilfe]:\n>\n'],
  ])('has its label where that is defined: %j', (given, expected) => {
    expect(translateSource(sourceOf(given), ({ source }) => source.text.replace('Help', 'Hilfe'))).toBe(expected);
  });
});
