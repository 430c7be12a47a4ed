import { describe, expect, it } from 'vitest';
import { articleOf, createMemory, entriesToString, parseArticle } from '../../src/index.js';

const pair = (source: string, target: string, number: number): string =>
  `<span data-ttu-id="1a2b3-${number}">${target}</span><span class="sxs-lookup"><span data-stu-id="1a2b3-${number}">${source}</span></span>`;

/** Texts without markup: of an article, and of a memory with codes that was made of it. */
function stripped(path: string, text: string): readonly (readonly string[])[] {
  const article = articleOf(parseArticle(text, { path }));
  if (article === undefined) throw new Error('No article.');
  const withCodes = createMemory({ trgLang: 'de-DE' });
  withCodes.add(article);
  return [article, entriesToString(withCodes.entries(), 'tmx')].map((given) => {
    const memory = createMemory({ trgLang: 'de-DE', inline: 'strip' });
    typeof given === 'string' ? memory.add(given) : memory.add(given);
    const lines = entriesToString(memory.entries(), 'jsonl', { inline: 'strip' }).trim().split('\n');
    return lines.map((line) => JSON.parse(line)).map(({ source, target }) => `${source} | ${target}`);
  });
}

describe('a memory with codes that is read again has the text that they stand for', () => {
  it.each([
    ['<see cref="T:Contoso.Forms.Button" />', 'Button'],
    ['<paramref name="pageName" />', 'pageName'],
    ['<typeparamref name="TKey"/>', 'TKey'],
    ['<see langword="null" />', 'null'],
  ])('elements of XML: %s', (element, shown) => {
    const [read, again] = stripped(
      'a.xml',
      `<Docs><summary>${pair(`Returns ${element}.`, `Gibt ${element} zurück.`, 101)}</summary></Docs>`,
    );
    expect(read).toEqual([`Returns ${shown}. | Gibt ${shown} zurück.`]);
    expect(again).toEqual(read);
  });

  it('formulas that are damaged in the translation', () => {
    const [read, again] = stripped(
      'a.md',
      pair('Rotate by $\\theta_j$ and $n$.', 'Um $ \\ theta_j $ und $n $ drehen.', 101),
    );
    expect(read).toEqual(['Rotate by \\theta_j and n. | Um \\theta_j und n drehen.']);
    expect(again).toEqual(read);
  });

  it('but not another formula', () => {
    const seg = (math: string): string => `<seg>Rotate by <ph x="1" type="x-math">${math}</ph>.</seg>`;
    const memory = createMemory({ trgLang: 'de-DE', inline: 'strip' });
    memory.add(
      `<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en-US" datatype="x"/><body><tu><tuv xml:lang="en-US">${seg('$n$')}</tuv><tuv xml:lang="de-DE">${seg('$m $')}</tuv></tu></body></tmx>`,
    );
    const [entry] = memory.entries();
    expect(entry?.targets.map(({ text }) => text)).toEqual(['Rotate by .']);
  });
});

it('a memory that is read again with its articles has the same contexts of memoQ, whatever numbers their codes got', () => {
  const articles = [
    ['a.md', [pair('Now', 'Jetzt', 101), pair('Run `a` here', '**Los**', 102)].join('\n\n')],
    ['b.md', `---\nms.lasthandoff: 05/06/2021\n---\n\n${pair('Run `a` here', '**Los**', 101)}`],
  ].flatMap(([path = '', text = '']) => articleOf(parseArticle(text, { path })) ?? []);
  const written = (given: readonly string[]): string => {
    const memory = createMemory({ trgLang: 'de-DE', context: 'memoq' });
    for (const each of given) memory.add(each);
    for (const article of articles) memory.add(article);
    return entriesToString(memory.entries(), 'tmx', { context: 'memoq' });
  };
  const once = written([]);
  expect(once).toContain('Run &lt;ph x="1" type="x-code"&gt;`a`&lt;/ph&gt; here');
  expect(written([once])).toBe(once);
});

it('a memory that is read again takes nothing of a place from the article that has it: line and spelling', () => {
  const dated = (day: string, text: string): string => `---\nms.lasthandoff: ${day}\n---\n\n${text}`;
  const articles = [
    ['a.md', dated('05/06/2019', pair('&lt;b&gt; \\* now', '&lt;b&gt; jetzt', 101))],
    ['b.md', dated('05/06/2021', pair('&lt;b&gt; \\* now', '&lt;b&gt; jetzt', 101))],
  ].flatMap(([path = '', text = '']) => articleOf(parseArticle(text, { path })) ?? []);
  const rows = (memories: readonly string[]): readonly string[] => {
    const memory = createMemory({ trgLang: 'de-DE' });
    for (const each of memories) memory.add(each);
    for (const article of articles) memory.add(article);
    return (['jsonl', 'tmx'] as const).map((format) => entriesToString(memory.entries(), format));
  };
  const [once = '', tmx = ''] = rows([]);
  expect(JSON.parse(once)).toMatchObject({ source: '&lt;b&gt; \\* now', path: 'a.md', line: 5, count: 2 });
  expect(rows([tmx])).toEqual([once, tmx]);
});
