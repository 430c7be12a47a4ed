import { describe, expect, it } from 'vitest';
import { shared } from '../../../src/corpus/run/shared.js';
import { exportToString, mergeTmx } from '../../../src/index.js';
import { openTmx } from '../../../src/merge/memory/memory.js';
import { passMemory, toMemoryIndex } from '../../../src/merge/memory/memory-index.js';
import { textOf } from '../../../src/xml/document-text.js';
import { articleOf, pair } from '../../support/pairs.js';

const articles = Array.from({ length: 30 }, (_, index) =>
  articleOf(
    `---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-101', `Ziel ${index} **fett**`, `Source ${index} **bold**`)}\n\n${pair('1a2b3-102', index % 3 === 0 ? 'Hinweis' : 'Notiz', 'Note')}`,
    `docs/${index}/index.md`,
  ),
);
const exported = exportToString(articles, 'tmx');

const memories: readonly (readonly [string, string])[] = [
  ['as it was exported', exported],
  ['with other targets', exported.replaceAll('Ziel', 'Neu').replaceAll('Notiz', 'Bemerkung')],
  ['that says nothing of articles', exported.replaceAll(/<prop type="x-(?:article|pair)">[^<]*<\/prop>/g, '')],
  [
    'with spaces and single quotes',
    exported.replaceAll('Ziel', 'Neu').replaceAll(/ (\w+)="([^"]*)"/g, "\n  $1 = '$2'"),
  ],
  ['with neighbours', exported.replaceAll('<prop type="x-pair">', '<prop type="prev">One</prop><prop type="x-pair">')],
  ['in another language', exported.replaceAll('de-DE', 'fr-FR')],
  ['that is damaged', exported.replace('</body>', '')],
];

describe('a memory that passed in another thread', () => {
  it.each(memories)('is merged as one that is read here: %s', (_, document) => {
    const text = textOf(document);
    const passed = passMemory(text, 'en-US');
    const index = structuredClone('code' in passed ? passed : shared(toMemoryIndex(passed)));
    const merge = openTmx(text, {}, undefined, index);
    for (const article of articles) expect(merge(article)).toEqual(mergeTmx(article, document));
  });
});
