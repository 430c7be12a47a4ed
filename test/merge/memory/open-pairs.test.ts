import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportToString, mergedOf } from '../../../src/index.js';
import { openTmx } from '../../../src/merge/memory/memory.js';
import { type MemoryIndex, passMemory, toMemoryIndex } from '../../../src/merge/memory/memory-index.js';
import { type DocumentText, textOf } from '../../../src/xml/document-text.js';
import { articleOf, pair } from '../../support/pairs.js';

function indexOf(text: DocumentText): MemoryIndex {
  const passed = passMemory(text, 'en-US');
  if ('code' in passed) throw new Error(passed.code);
  return toMemoryIndex(passed);
}

const paths = ['index.md', 'a/index.md', 'b/a/index.md', 'a/other.md'];
const articles = paths.map((path) =>
  articleOf(
    `---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-101', 'Hinweis', 'Note')}\n\n${pair('1a2b3-102', '**Hinweis** hier', '**Note** here')}\n\n${pair('1a2b3-103', 'Notiz', 'Note')}`,
    path,
  ),
);

const prop = (type: string, value: string): string => `<prop type="${type}">${value}</prop>`;
const bold = (text: string, data = '**'): string =>
  `<bpt i="1" x="1" type="bold">${data}</bpt>${text}<ept i="1">${data}</ept>`;
const path = fc.constantFrom(...paths);
const id = fc.constantFrom('1a2b3-101', '1a2b3-102', '1a2b3-103', 'other');
const source = fc.constantFrom('Note', ' Note\r\n', 'No te', `${bold('Note')} here`, `${bold('Note', '__')} here`);
const target = fc.constantFrom(
  ...['Hinweis', 'Notiz', ' Hinweis ', 'Hin<!-- - -->weis', '<![CDATA[Notiz]]>', 'H&#105;nweis', 'Bemerkung', ''],
  ...[`${bold('Hinweis')} hier`, `${bold('Hinweis', '__')} hier`, `${bold('Bemerkung')} hier`],
);
const variant = fc
  .tuple(fc.constantFrom('de-DE', 'DE-de', 'fr-FR', 'en-us'), target, fc.constantFrom('', prop('x-pair', 'other')))
  .map(([language, text, props]) => `<tuv xml:lang="${language}">${props}<seg>${text}</seg></tuv>`);
const props = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(path, id).map(([of, pairId]) => prop('x-article', of) + prop('x-pair', pairId)) },
  { weight: 1, arbitrary: fc.tuple(path, id).map(([of, pairId]) => prop('file', of) + prop('x-pair', pairId)) },
  {
    weight: 1,
    arbitrary: path.map((of) => prop('x-article', 'else.md') + prop('x-article', of) + prop('x-pair', '1a2b3-101')),
  },
  { weight: 1, arbitrary: path.map((of) => prop('x-article', of)) },
);
const unit = fc
  .tuple(props, source, fc.array(variant, { minLength: 1, maxLength: 2 }))
  .map(([own, text, variants]) => `<tu>${own}<tuv xml:lang="en-US"><seg>${text}</seg></tuv>${variants.join('')}</tu>`);

const document = (units: readonly string[]): string =>
  `<tmx version="1.4"><header srclang="en-US"/><body>\n${units.join('\n')}\n</body></tmx>`;

describe('pairs that a memory has to the letter', () => {
  it('stay as they would if all of their entries were read', () => {
    const property = fc.property(
      fc.array(unit, { maxLength: 12 }),
      fc.constantFrom(undefined, 'codes', 'text'),
      (units, inline) => {
        const text = textOf(document(units));
        const index = indexOf(text);
        const options = inline === undefined ? {} : ({ inline } as const);
        const merge = openTmx(text, options, undefined, index);
        // With neighbours, the entries say what is chosen.
        const reference = openTmx(text, options, undefined, { ...index, hasNeighbours: true });
        for (const article of articles) expect(merge(article)).toEqual(reference(article));
      },
    );
    fc.assert(property, { numRuns: 400 });
  });

  const memory = exportToString(articles, 'tmx');
  const openIn = (edited: string): { readonly read: () => number; readonly merge: ReturnType<typeof openTmx> } => {
    let read = 0;
    const text = textOf(edited);
    const counted = {
      ...text,
      slice(start: number, end: number) {
        read++;
        return text.slice(start, end);
      },
    };
    return { read: () => read, merge: openTmx(counted, {}, undefined, indexOf(text)) };
  };

  it('are not read, however many targets their sources have', () => {
    const { merge, read } = openIn(memory);
    for (const article of articles) {
      expect(mergedOf(merge(article))).toMatchObject({ text: article.text, changes: [] });
    }
    expect(read()).toBe(0);
  });

  it('are no reason to leave the others of their article', () => {
    const at = memory.lastIndexOf('Notiz');
    const { merge, read } = openIn(`${memory.slice(0, at)}Bemerkung${memory.slice(at + 'Notiz'.length)}`);
    const changes = articles.map((article) => mergedOf(merge(article))?.changes.map(({ id, after }) => [id, after]));
    expect(changes).toEqual([[], [], [], [['1a2b3-103', 'Bemerkung']]]);
    expect(read()).toBeGreaterThan(0);
  });

  it('are read where units say what stands beside them', () => {
    const neighbour = prop('prev', '') + prop('next', 'Note here');
    const first = memory.replace('<tuv', `${neighbour}<tuv`).replace('Hinweis<', 'Bemerkung<');
    const { merge } = openIn(
      first.replace('</body>', `${first.match(/<tu .*<\/tu>\n/)?.[0].replace(/x-pair/, 'x-p')}</body>`),
    );
    expect(mergedOf(merge(articles[0] ?? articleOf('')))?.changes).toMatchObject([
      { id: '1a2b3-101', after: 'Bemerkung' },
    ]);
  });
});
