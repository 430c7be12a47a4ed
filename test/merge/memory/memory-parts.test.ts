import { describe, expect, it } from 'vitest';
import { exportToString } from '../../../src/index.js';
import { type MemoryIndex, passMemory, toMemoryIndex } from '../../../src/merge/memory/memory-index.js';
import { joinMemoryParts, passMemoryPart } from '../../../src/merge/memory/memory-parts.js';
import { textOf } from '../../../src/xml/document-text.js';
import { articleOf, pair } from '../../support/pairs.js';

const articles = Array.from({ length: 8 }, (_, index) =>
  articleOf(
    `---\nms.contentlocale: ${index % 2 === 0 ? 'de-DE' : 'fr-FR'}\n---\n${pair('1a2b3-101', `Ziel ${index} **fett** 😀 &`, `Source ${index} **bold**`)}\n\n${pair('1a2b3-102', index % 3 === 0 ? 'Hinweis' : 'Notiz', 'Note')}`,
    `docs/${index}/index.md`,
  ),
);
const exported = exportToString(articles, 'tmx');
const unit = '<tu tuid="0"><tuv xml:lang="en-US"><seg>One</seg></tuv><tuv xml:lang="de-DE"><seg>Eins</seg></tuv></tu>';

function wholeOf(document: string): MemoryIndex | undefined {
  const passed = passMemory(textOf(document), 'en-US');
  return 'code' in passed ? undefined : toMemoryIndex(passed);
}

/** The index of a document that is cut where what looks like a unit starts; `places`: those of the borders among these. */
function joinedOf(document: string, places: readonly number[]): MemoryIndex | undefined {
  const starts = [...document.matchAll(/<tu[ >]/g)].map(({ index }) => index);
  const first = starts[0] ?? 0;
  const borders = [first, ...places.flatMap((place) => starts[place] ?? [])];
  const head = textOf(document.slice(0, first));
  const parts = borders.map((from, index) =>
    passMemoryPart(head, textOf(document.slice(from, borders[index + 1])), 'en-US', index === borders.length - 1),
  );
  const all = parts.flatMap((part) => (part === undefined ? [] : [structuredClone(part)]));
  return all.length < parts.length ? undefined : joinMemoryParts(all);
}

describe('a memory that passes in parts', () => {
  it.each([
    ['as it was exported', exported],
    ['in other variants', exported.replace('</tu>', '<tuv xml:lang="de-AT"><seg>x</seg></tuv></tu>')],
    ['with a unit that has no source', exported.replace('en-US"><seg>', 'it-IT"><seg>')],
    ['with references and sections', exported.replaceAll('Ziel', '&#90;&amp;<![CDATA[<tu >]]>')],
    ['with line ends of two characters', exported.replaceAll('\n', '\r\n')],
    ['with a language around all', exported.replace('<tmx ', '<tmx xml:lang="en" xml:space="preserve" ')],
    ['with text and comments between units', exported.replaceAll('</tu>', '</tu> ]] <!-- - --><?p ?> \n')],
  ])('is known as one that passes as a whole: %s', (_, document) => {
    const whole = wholeOf(document);
    const { length } = [...document.matchAll(/<tu[ >]/g)];
    const wrong = document.includes('<![CDATA[<tu') ? 1 : 0;
    let same = 0;
    for (let place = 1; place < length; place++) {
      const joined = joinedOf(
        document,
        [place, place + 3].filter((each) => each < length),
      );
      if (joined !== undefined) expect(joined).toEqual(whole);
      if (joined !== undefined) same++;
    }
    expect(same).toBeGreaterThanOrEqual(wrong === 1 ? 1 : length - 1);
  });

  it.each([
    ['a comment', exported.replace(/<tu /g, `<!-- ${unit} --><tu `)],
    ['a section', exported.replace(/<seg>/g, `<seg><![CDATA[${unit}]]>`)],
    ['a comment in the head', exported.replace('<body>', `<!-- ${unit} --><body>`)],
  ])('is refused where a part would start in %s', (_, document) => {
    expect(wholeOf(document)).toBeDefined();
    expect(joinedOf(document, [1])).toBeUndefined();
  });

  it.each([
    ['a prefix', '<x:tu xmlns:x="x">', '</x:tu>'],
    ['a comment in its place', '<!-- --><y:tu xmlns:y="x">', '</y:tu>'],
  ])('passes as a whole where a unit stands in the head: with %s', (_, start, end) => {
    const before = unit.replace('<tu tuid="0">', start).replace('</tu>', end);
    const document = exported.replace('<body>\n', (found) => `${found}${before}`);
    expect(wholeOf(document)?.units.starts).toHaveLength(17);
    expect(joinedOf(document, [1])).toBeUndefined();
  });

  it('passes as a whole where parts have different heads, as of a file that is replaced meanwhile', () => {
    const [first = 0, second = 0] = [...exported.matchAll(/<tu /g)].map(({ index }) => index);
    const head = exported.slice(0, first);
    const parts = [head, `${head} `].flatMap((each, index) => {
      const part = textOf(index === 0 ? exported.slice(first, second) : exported.slice(second));
      return passMemoryPart(textOf(each), part, 'en-US', index === 1) ?? [];
    });
    expect(parts).toHaveLength(2);
    expect(joinMemoryParts(parts)).toBeUndefined();
  });

  it.each([
    ['several bodies', exported.replace('</tu>', '</tu></body><body xml:lang="en">')],
    ['bodies that are alike', exported.replace('</tu>', '</tu></body><body>')],
    ['another body at its end', exported.replace(/<\/body>/, `</body><body xml:lang="en">${unit}</body>`)],
    ['another root element', exported.replaceAll('tmx', 'txm')],
  ])('passes as a whole where it has %s', (_, document) => {
    expect(joinedOf(document, [3, 9])).toBeUndefined();
  });

  it.each([
    ['after its end', `${exported}<again/>`],
    ['in its first part', exported.replace('<seg>', '<seg>&nbsp;')],
    ['in its last part', exported.replace(/<seg>(?=Notiz<\/seg><\/tuv><\/tu>\n<\/body>)/, '<seg>]]>')],
    ['in a tag that is open', exported.replace('</body>', '')],
    ['in a unit that another one stands in', exported.replace('</tu>', `${unit}`)],
  ])('is refused as a whole where it is wrong: %s', (_, document) => {
    expect(joinedOf(document, [3, 9])).toBeUndefined();
  });
});
