import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isScalar, parseDocument, visit } from 'yaml';
import { type Article, splitArticle } from '../../../../src/index.js';
import { readYamlMetadata } from '../../../../src/read/carriers/yaml/metadata.js';
import { findScalars } from '../../../../src/read/carriers/yaml/scalars.js';
import { readScalar } from '../../../../src/read/carriers/yaml/text.js';
import { articleOf, pair, pairsOf } from '../../../support/pairs.js';

const id = '1a2b3-102';

function textsOf(article: Article): readonly (readonly [string, string])[] {
  return pairsOf(article).map(({ source, target }) => [source.text, target.text]);
}

/** What a YAML document says, by the library. */
function valuesOf(text: string): unknown {
  const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent' });
  expect(document.errors).toEqual([]);
  return document.toJS();
}

describe('a pair in YAML', () => {
  const one = pair(id, 'Eins', 'One');
  it.each([
    ['plain', `k: ${one}`],
    ['of several pairs', `k: ${one} ${one.replaceAll(id, '1a2b3-103')}`],
    ['in single quotes', `k: '${one}'`],
    ['in double quotes', `k: "${one.replaceAll('"', '\\"')}"`],
    ['in a list', `- ${one}`],
    ['in a mapping of a list', `- - k: ${one}`],
    ['in braces', `{k: '${one}', l: [x]}`],
    ['with an anchor and a tag', `k: &a !!str ${one}`],
    ['before a comment', `k: ${one} # more`],
    ['as a key', `${one}: x`],
    ['in a literal block', `k: |-\n    ${one}`],
    ['in a folded block', `k: >2\n   ${one}\n`],
    ['with CRLF', `k: x\r\nl: ${one}\r\nm: x`],
    ['with CR', `k: x\rl: ${one}\rm: x`],
  ])('%s is read', (_, yaml) => {
    const article = articleOf(`### YamlMime:Hub\n${yaml}\n`);
    expect(article.carrier).toBe('yaml');
    expect(textsOf(article)[0]).toEqual(['One', 'Eins']);
    expect(splitArticle(article, 'target')).not.toContain('span');
  });

  it.each([
    [`k: '${pair(id, "Es ''ist''", "It''s")}'`, "Es 'ist'", "It's"],
    [`k: "${pair(id, 'a\\u00fc \\\\', '\\tA').replace(/="/g, '=\\"').replace(/">/g, '\\">')}"`, 'aü \\', '\tA'],
    [`k: ${pair(id, 'Eins\n   zwei', 'One  \n\n   two')}`, 'Eins zwei', 'One\ntwo'],
    [`k: '${pair(id, 'Eins\r\n   zwei', 'One\r\n\r\n\r\n two')}'`, 'Eins zwei', 'One\n\ntwo'],
    [`k: |\n  ${pair(id, 'Eins\n  zwei', 'One')}`, 'Eins\nzwei', 'One'],
    [`k: |\n\n  ${pair(id, 'Eins\r\n\r\n     zwei', 'One')}`, 'Eins\r\n\r\n   zwei', 'One'],
  ])('%j reads as it is meant', (yaml, target, source) => {
    expect(textsOf(articleOf(`${yaml}\n`, 'a.yml'))).toEqual([[source, target]]);
  });

  it('keeps the places of codes where nothing is escaped', () => {
    const text = `### YamlMime:Hub\nk: '${pair(id, '**Eins**', '**One**')}'\n`;
    const [segment] = pairsOf(articleOf(text));
    const [code] = segment?.target.content ?? [];
    expect(code?.kind === 'sc' && text.slice(code.range.start, code.range.end)).toBe('**');
  });

  it('is in one block with others of its value, and with none of another', () => {
    const two = pair('1a2b3-103', 'Zwei', 'Two');
    const blocks = (yaml: string): number => articleOf(yaml, 'a.yaml').units.length;
    expect(blocks(`k: ${one} ${two}`)).toBe(1);
    expect(blocks(`k: ${one}\n   ${two}`)).toBe(1);
    expect(blocks(`k: ${one}\nl: ${two}`)).toBe(2);
    expect(blocks(`- ${one}\n- ${two}`)).toBe(2);
    expect(blocks(`[ '${one}', '${two}' ]`)).toBe(2);
    expect(blocks(`k: |\n  ${one}\n  ${two}`)).toBe(1);
    expect(blocks(`k: |\n  ${one}\n\n  ${two}`)).toBe(2);
    expect(blocks(`k: |\n  - ${one}\n  - ${two}`)).toBe(2);
    const [unit] = articleOf(`k: ${one}\n   ${two}`, 'a.yaml').units;
    expect(unit?.parts[1]).toMatchObject({ kind: 'ignorable', text: ' ' });
  });

  it('is read where the text is no YAML', () => {
    for (const yaml of [`k: [${one}`, `k: a: ${one}`, `k: "${one}`, `\t- '${one}`, `%X\n- ${one}\n@`, `k: ${one} "`]) {
      expect(textsOf(articleOf(`### YamlMime:Hub\n${yaml}`)), yaml).toEqual([['One', 'Eins']]);
    }
  });
});

describe('scalars', () => {
  const piece = fc.constantFrom(
    'a',
    "'",
    "''",
    '"',
    '\\"',
    '\\\\',
    '\\n',
    '\\x41',
    '\\u00e9',
    ' ',
    '\t',
    '#',
    ': ',
    'b',
  );
  const lineBreak = fc.constantFrom('\n  ', '\r\n  ', '\n\n  ', ' \n \n   ', '\\\n  ');

  it('read as the library reads them', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, lineBreak)), fc.constantFrom('', "'", '"'), (parts, quote) => {
        const yaml = `k: ${quote}data-ttu-id${parts.join('')}${quote}\nl: x\n`;
        const document = parseDocument(yaml, { schema: 'failsafe', logLevel: 'silent' });
        if (document.errors.length > 0 || document.warnings.length > 0) return;
        const values: string[] = [];
        visit(document, (_, node) => {
          if (isScalar(node) && String(node.value).includes('data-ttu-id')) values.push(String(node.value));
        });
        expect(findScalars(yaml).map((scalar) => readScalar(yaml, scalar).text)).toEqual(values);
        compared++;
      }),
      { numRuns: 1000 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  it('are found in any text, in linear time', () => {
    for (const part of [
      '- ',
      '? ',
      '[',
      '{',
      "'",
      '"',
      '&a ',
      '!a ',
      ': ',
      '| ',
      '# ',
      '\n ',
      '- "\n',
      '- [\n',
      '\\',
      '*',
    ]) {
      const text = part.repeat(100_000) + pair(id, 'Eins', 'One');
      for (const { start, end } of findScalars(text)) expect(end - start).toBeGreaterThan(0);
    }
  });
});

describe('split', () => {
  const ways = (target: string): readonly string[] => [
    `k: ${pair(id, target, 'One')}\nl: x\n`,
    `k: '${pair(id, target.replaceAll("'", "''"), 'One')}'\nl: x\n`,
    `k: "${pair(id, JSON.stringify(target).slice(1, -1), 'One').replace(/="([\w-]*)">/g, '=\\"$1\\">')}"\nl: x\n`,
    `k: {k: '${pair(id, target.replaceAll("'", "''"), 'One')}'}\nl: x\n`,
    `- k: ${pair(id, target, 'One')}\r\n  l: x\r\n`,
  ];

  it.each([
    ...[
      '"Eins"',
      "'Eins'",
      '[Eins]',
      '{Eins}',
      '*Eins*',
      '&Eins',
      '!Eins',
      '|',
      '>',
      '%Eins',
      '@Eins',
      '`Eins`',
      '?',
      '-',
    ],
    ...['Ja', 'yes', 'null', '~', '12', '1.10', '2020-01-01', '- Eins', '? Eins', '#Eins', "Eins's", '"Eins" \'zwei\''],
    ...['---', ' Eins ', 'Eins\\', '', 'ﾃｽﾄ、「テスト」', '[a](b) und *c*', '::', 'a:b', '=', '<<'],
  ])('gives %j as a text', (target) => {
    for (const yaml of ways(target)) {
      const article = articleOf(yaml, 'a.yml');
      const value = JSON.stringify(valuesOf(splitArticle(article, 'target')));
      expect(value, yaml).toContain(`:${JSON.stringify(target)}`);
      expect(value).toContain('"l":"x"');
    }
  });

  it.each(['Eins: zwei', 'Eins #2', "a: 'b' # c", 'C:\\ "x": y'])('quotes %j where quotes were', (target) => {
    for (const yaml of ways(target).slice(1, 4)) {
      expect(JSON.stringify(valuesOf(splitArticle(articleOf(yaml, 'a.yml'), 'target')))).toContain(
        JSON.stringify(target),
      );
    }
  });

  it('keeps the style of a value, and every other byte', () => {
    const yaml = (value: string): string => `### YamlMime:Hub # x\r\nk:   ${value}   # y\r\n"l": [ x ,'y' ]\r\n\r\n`;
    const split = (value: string): string => splitArticle(articleOf(yaml(value)), 'target');
    const one = pair(id, 'Eins', 'One');
    expect(split(one)).toBe(yaml('Eins'));
    expect(split(`'${one}'`)).toBe(yaml("'Eins'"));
    expect(split(`"${one.replaceAll('"', '\\"')}\\t"`)).toBe(yaml('"Eins\\t"'));
    expect(split(`a ${one} b`)).toBe(yaml('a Eins b'));
    expect(split(pair(id, '"Eins"', 'One'))).toBe(yaml(`'"Eins"'`));
    expect(split(pair(id, "'Eins'", 'One'))).toBe(yaml(`"'Eins'"`));
    expect(split(`${pair(id, '@Eins\r\n  zwei', 'One')}`)).toBe(yaml('"@Eins\r\n  zwei"'));
  });

  it('quotes a value for what all its pairs say together', () => {
    const yaml = `k: ${pair(id, 'Eins', 'One')}: x`;
    const two = `- ${pair(id, '[Eins', 'One')} ${pair('1a2b3-103', 'zwei]', 'two')}`;
    expect(splitArticle(articleOf(two, 'a.yml'), 'target')).toBe('- "[Eins zwei]"');
    expect(splitArticle(articleOf(yaml, 'a.yml'), 'target')).toBe('k: Eins: x');
  });

  it('leaves lines of block scalars as they are', () => {
    const yaml = `k: |\r\n  # ${pair(id, '"Eins": *zwei', 'One')}\r\n\r\n  x\r\nl: x\r\n`;
    expect(splitArticle(articleOf(yaml, 'a.yml'), 'target')).toBe('k: |\r\n  # "Eins": *zwei\r\n\r\n  x\r\nl: x\r\n');
  });
});

describe('metadata of YAML', () => {
  const keys = ['ms.openlocfilehash: x', 'ms.contentlocale: ja-JP # x', "ms.locfileid: '36270319'"];

  it.each([
    ['in metadata', '  '],
    ['deeper', '      '],
    ['among the keys of the document', ''],
  ])('stands %s', (_, indent) => {
    const text = `### YamlMime:Tutorial\n${indent === '' ? '' : 'metadata:\n'}${keys.map((key) => indent + key).join('\n')}\nitems:\n- a: ms.translationtype\n- ${pair(id, 'Eins', 'One')}\n`;
    const { localization, findings } = readYamlMetadata(text);
    expect(localization).toEqual({ trgLang: 'ja-JP', fileId: '36270319' });
    expect(findings.map(({ code, start, end }) => [code, text.slice(start, end)])).toEqual([
      ['metadata/invalid-value', 'x'],
    ]);
    expect(splitArticle(articleOf(text), 'source')).toBe(
      '### YamlMime:Tutorial\nitems:\n- a: ms.translationtype\n- One\n',
    );
  });

  it.each([
    'metadata:\n  sample: |\n    ms.contentlocale: ja-JP\n',
    'content: |\n  metadata:\n    ms.contentlocale: ja-JP\n',
    'items:\n- ms.contentlocale: ja-JP\n',
    'items:\n  ms.contentlocale: ja-JP\n',
    'metadata:\n  more:\n    ms.contentlocale: ja-JP\n',
    '# ms.contentlocale: ja-JP\n',
  ])('does not stand in %j', (yaml) => {
    const text = `### YamlMime:Hub\n${yaml}`;
    expect(readYamlMetadata(text).localization).toEqual({});
    expect(splitArticle(articleOf(text), 'source')).toBe(text);
  });

  it('goes with its mapping where that has nothing else', () => {
    const text =
      '### YamlMime:Hub\r\na: b\r\nmetadata:\r\n  ms.contentlocale: ja-JP\r\n  ms.locfileid: >\r\n    123\r\n';
    expect(readYamlMetadata(text).localization).toEqual({ trgLang: 'ja-JP', fileId: '123' });
    const source = (yaml: string): string => splitArticle(articleOf(yaml), 'source');
    expect(source(text)).toBe('### YamlMime:Hub\r\na: b\r\n');
    expect(source(`${text}  x: y\r\n`)).toBe('### YamlMime:Hub\r\na: b\r\nmetadata:\r\n  x: y\r\n');
    expect(source(`${text}\r\nc: d\r\n`)).toBe('### YamlMime:Hub\r\na: b\r\n\r\nc: d\r\n');
    expect(splitArticle(articleOf(text), 'target')).toBe(text);
  });
});
