import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitArticle } from '../../src/index.js';
import { spellLike } from '../../src/read/metadata/yaml-scalar.js';
import { articleOf, pair, pairsOf } from '../support/pairs.js';

const header = (...lines: string[]): string =>
  [
    '---',
    ...lines,
    'ms.openlocfilehash: 9dbb88492a3906f6780a345cf880327d411dcc66',
    'ms.contentlocale: de-DE',
    '---',
    '',
  ].join('\n');
const source = (text: string, options?: Parameters<typeof splitArticle>[2]): string =>
  splitArticle(articleOf(text), 'source', options);
const target = (text: string, options?: Parameters<typeof splitArticle>[2]): string =>
  splitArticle(articleOf(text), 'target', options);

describe('the target side', () => {
  it('has the targets, and every other byte as it was', () => {
    const text = `\ufeff${header('title: Eins')}# <a name="one"></a>${pair('1a2b3-102', 'Eins', 'One')}\r\n\n ${pair('1a2b3-103', 'Zwei ', 'Two')}\t\r\n`;
    expect(target(text)).toBe(`\ufeff${header('title: Eins')}# <a name="one"></a>Eins\r\n\n Zwei \t\r\n`);
  });

  it('has no anchors of headings where they are to be dropped', () => {
    const text = `# <a name="one"></a>${pair('1a2b3-102', 'Eins', 'One')}\n\n<a name="own"></a>\n`;
    expect(target(text, { anchors: 'drop' })).toBe('# Eins\n\n<a name="own"></a>\n');
  });

  it('has raw text in front matters, escapes of YAML included', () => {
    const escaped = String.raw`<span data-ttu-id=\"1a2b3-102\">Ein \"A\"</span><span class=\"sxs-lookup\"><span data-stu-id=\"1a2b3-102\">One \"A\"</span></span>`;
    const text = `---\nsummary: "${escaped}"\n---\n`;
    expect(target(text)).toBe('---\nsummary: "Ein \\"A\\""\n---\n');
    expect(source(text)).toBe('---\nsummary: "One \\"A\\""\n---\n');
  });
});

describe('the source side', () => {
  it('has the sources, and nothing that the localization system added', () => {
    const text = `${header('title: Eins', 'author: x')}# <a name="one"></a>${pair('1a2b3-102', 'Eins', 'One')}\n\n${pair('1a2b3-103', 'Zwei.', 'Two.')} ${pair('1a2b3-104', 'Drei.', '')}!\n`;
    expect(source(text)).toBe('---\ntitle: One\nauthor: x\n---\n# One\n\nTwo. !\n');
    expect(source(text, { anchors: 'keep' })).toContain('# <a name="one"></a>One\n');
  });

  it.each([
    ['"Eins"', 'One: "1"', '"One: \\"1\\""'],
    ["'Eins'", "It's", "'It''s'"],
    ['Eins', 'One', 'One'],
    ['Eins', 'How to: One', '"How to: One"'],
    ['Eins', '# One', '"# One"'],
    ['Eins', '2020', '"2020"'],
  ])('spells the title %s as %s in YAML', (spelled, title, expected) => {
    const text = `${header(`title: ${spelled}`)}# ${pair('1a2b3-102', 'Eins', title)}\n`;
    expect(source(text).split('\n')[1]).toBe(`title: ${expected}`);
  });

  it('has no front matter where the localization system made it', () => {
    expect(source(`${header()}${pair('1a2b3-102', 'Eins', 'One')}\n`)).toBe('One\n');
  });

  it('loses keys of a front matter that is damaged, or mixes line ends', () => {
    const text = `---\r\ntitle: *x\r\nsummary: a: b\r\nms.locfileid: "1"\r\nms.contentlocale: de-DE\r\n---\r\nText\n`;
    expect(source(text)).toBe('---\r\ntitle: *x\r\nsummary: a: b\r\n---\r\nText\n');
  });

  it('loses keys of a YAML document', () => {
    const text = `### YamlMime:Hub\nmetadata:\n  title: x\n  ms.contentlocale: de-DE\n  ms.topic: y\nsummary: ${pair('1a2b3-102', 'Eins', 'One')}\n`;
    expect(source(text)).toBe('### YamlMime:Hub\nmetadata:\n  title: x\n  ms.topic: y\nsummary: One\n');
    const folded = text.replace('ms.contentlocale: de-DE', 'ms.contentlocale: >-\n    de-DE');
    expect(source(folded)).toBe(source(text));
  });

  it.each([
    ['## <a name="create-a-net-2-app"></a>', 'Create a **.NET 2** app', true],
    ['> ### <a name="one-1"></a>', 'One', true],
    ['- ## <a name="see-docs"></a>', 'See [docs](docs.md)', true],
    ['## <a name="see-docsdocsmd"></a>', 'See [docs](docs.md)', true],
    ['## <a name="t-element"></a>', '\\<T> element', true],
    ['## <a name="bkmk_1"></a>', 'Another name', false],
  ])('keeps anchors of the original: %s%s', (start, heading, isDropped) => {
    const text = `${start}${pair('1a2b3-102', 'Eins', heading)}\n`;
    expect(source(text)).toBe(`${isDropped ? start.replace(/<.*/, '') : start}${heading}\n`);
  });

  it('keeps anchors in code, and drops those of underlined headings', () => {
    const code = '```md\n# <a name="one"></a>One\n```\n';
    expect(source(`${code}\n${pair('1a2b3-102', 'Eins', 'One')}\n`)).toBe(`${code}\nOne\n`);
    const indented = '    # <a name="one"></a>One\n';
    expect(source(`${indented}\n${pair('1a2b3-102', 'Eins', 'One')}\n`)).toBe(`${indented}\nOne\n`);
    expect(source(`<a name="one"></a>${pair('1a2b3-102', 'Eins', 'One')}\n===\n`)).toBe('One\n===\n');
  });

  it('leaves damage as it is', () => {
    const text = `${pair('1a2b3-102', 'Eins', 'One')} <span data-ttu-id="1a2b3-103">Zwei\n`;
    expect(source(text)).toBe('One <span data-ttu-id="1a2b3-103">Zwei\n');
  });
});

const fixtures = readdirSync(join(import.meta.dirname, '../../fixtures')).filter((name) =>
  existsSync(join(import.meta.dirname, '../../fixtures', name, 'input.md')),
);

describe.each(fixtures)('the fixture %s', (name) => {
  const text = readFileSync(join(import.meta.dirname, '../../fixtures', name, 'input.md'), 'utf8');

  it('is stable when it is split twice, and keeps all around its pairs', () => {
    // Without a pair, a front matter that is never closed is all that there is, and nothing can be read.
    if (name === 'damage-nothing-left' || name === 'header-unclosed' || !text.includes('data-stu-id')) return;
    const read = articleOf(text);
    for (const side of ['source', 'target'] as const) {
      const once = splitArticle(read, side);
      const again = once.includes('data-') ? once : splitArticle(articleOf(once), side);
      expect(again).toBe(once);
    }
    const rest = pairsOf(read).reduceRight(
      (left, { range, target: { range: content } }) =>
        left.slice(0, range.start) + text.slice(content.start, content.end) + left.slice(range.end),
      text,
    );
    expect(splitArticle(read, 'target')).toBe(rest);
  });
});

describe('any text', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replaceAll('data-', ''));

  it('is its own target side where there is no pair', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const read = articleOf(`---\ntitle: x\n---\n${text}`);
        expect(splitArticle(read, 'target')).toBe(read.text);
        expect(splitArticle(read, 'source')).toBe(read.text);
      }),
    );
  });

  it('survives around pairs', () => {
    const contents = fc.string({ maxLength: 20 }).map((text) => text.replaceAll('<', ''));
    fc.assert(
      fc.property(
        texts.map((text) => text.replace(/[<#-]/g, '')),
        contents,
        contents,
        (around, one, other) => {
          const text = `Text ${around}${pair('1a2b3-102', one, other)}${around}`;
          expect(target(text)).toBe(`Text ${around}${one}${around}`);
          expect(source(text)).toBe(`Text ${around}${other}${around}`);
        },
      ),
    );
  });

  it('is quoted as YAML reads it', async () => {
    const { parse } = await import('yaml');
    fc.assert(
      fc.property(fc.constantFrom('"x"', "'x'", 'x'), fc.string({ minLength: 1 }), (spelled, value) => {
        expect(parse(`title: ${spellLike(spelled, value)}`)).toEqual({ title: value });
      }),
    );
  });
});
