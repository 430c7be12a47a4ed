import { describe, expect, it } from 'vitest';
import { checkArticle } from '../../src/check/check.js';
import { checkRows, mayFindInTree, placedRowsOf } from '../../src/check/check-rows.js';
import type { Levels } from '../../src/check/finding.js';
import { ruleKinds } from '../../src/check/rule-table.js';
import { rowsOf } from '../../src/check/tree/rows.js';
import { collectTree } from '../../src/check/tree/tree.js';
import type { Article } from '../../src/model/article.js';
import { parseArticle } from '../../src/read/article.js';
import { articleOf } from '../../src/read/result.js';

const onlyTree: Levels = Object.fromEntries(
  Object.values(ruleKinds).flatMap(({ code, scope }) => (scope === 'tree' ? [] : [[code, 'off']])),
);

const target = (id: number, text: string): string => `<span data-ttu-id="1a2b3-${id}">${text}</span>`;
const source = (id: number, text: string): string =>
  `<span class="sxs-lookup"><span data-stu-id="1a2b3-${id}">${text}</span></span>`;
const pair = (id: number, to: string, from: string): string => target(id, to) + source(id, from);
const article = (body: string): Article => {
  const read = articleOf(parseArticle(`---\nms.contentlocale: de-DE\n---\n${body}`));
  if (read === undefined) throw new Error('it is an article');
  return read;
};

const long = 'Sehr'.repeat(40);
const bodies = {
  usual: [
    pair(101, 'Die Lampe ist aus.', 'The lamp is off.'),
    pair(102, 'Klicken Sie auf **Sichern**.', 'Click **Save as**.'),
    pair(103, 'Öffnen Sie die Tür.', 'Swing the wooden door wide.'),
    pair(104, 'Aus', 'Off'),
  ].join('\n\n'),
  again: [
    pair(101, 'Die Lampe ist aus.', 'The  lamp is off.'),
    pair(102, '**Sichern** klicken.', 'Click **Save as** now.'),
    pair(103, 'Öffnen Sie die Tür.', 'Swing the wooden door wide.'),
    ...[104, 105, 106, 107, 108].map((id) => pair(id, '**Sichern** wählen.', 'Select **Save as** now.')),
  ].join('\r\n\r\n'),
  other: [
    // The same text stands for a phrase, and for single words, which are left out.
    pair(201, 'Das Licht *brennt* nicht: 51 &amp; 15.', 'The lamp is off.'),
    pair(202, 'Weg', 'Off'),
    // The source on a line of its own.
    `${target(203, 'Öffnen Sie die Tür.')}\n${source(203, 'Replace the empty paper tray.')}`,
    // Of two texts in bold nobody knows which is which; a long one is cut in messages.
    pair(204, 'Klicken Sie auf **Ablegen**.', 'Click **Save as**.'),
    pair(205, 'Erst **Ablegen**, dann **Neu**.', 'Then **New**, first **Save as**.'),
    pair(206, `Klicken Sie auf **${long}**.`, 'Click **Save as**.'),
  ].join('\n\n'),
  returns: `\r\r${pair(301, 'Das Licht brennt nicht.', 'The lamp is off.')}\r\n${pair(302, 'Die Leuchte.', 'The lamp is off.')}`,
  lengths: Array.from({ length: 250 }, (_, index) =>
    index === 99
      ? pair(1000 + index, 'Nein.', 'Open the door and close the window.')
      : pair(1000 + index, `Öffne die Tür, schließe Fenster ${index}.`, `Open the door and close window ${index}.`),
  ).join('\n\n'),
  plain: '# Nothing',
};

describe('what rules over a tree find by what an article brought to it', () => {
  const articles = Object.values(bodies).map(article);
  const tree = collectTree(articles);
  const checkPlaced = (each: Article, rules: Levels): ReturnType<typeof checkRows> => {
    const { rows, places } = placedRowsOf(each);
    return checkRows(rows, places, rules, tree);
  };

  it('is what they find in the article', () => {
    const found = articles.map((each) => checkPlaced(each, onlyTree));
    expect(found).toEqual(articles.map((each) => checkArticle(each, onlyTree, tree)));
    expect(new Set(found.flat().map(({ code }) => code))).toEqual(
      new Set(['check/inconsistent-source', 'check/inconsistent-target', 'check/length', 'check/ui-terms']),
    );
    const other = found[2] ?? [];
    expect(other.map(({ segment, code }) => `${segment} ${code}`)).toEqual([
      '1a2b3-201 check/inconsistent-target',
      '1a2b3-203 check/inconsistent-source',
      '1a2b3-204 check/inconsistent-target',
      '1a2b3-204 check/ui-terms',
      '1a2b3-206 check/inconsistent-target',
      '1a2b3-206 check/ui-terms',
    ]);
    expect(other.at(-1)?.message).toContain(`${'Sehr'.repeat(25)}…`);
  });

  it('has the severities that were asked for', () => {
    const rules: Levels = { ...onlyTree, 'check/ui-terms': 'error', 'check/inconsistent-target': 'off' };
    for (const each of articles) {
      expect(checkPlaced(each, rules)).toEqual(checkArticle(each, rules, tree));
    }
  });

  it('says which articles have to be read again', () => {
    const some = articles.map((each) => mayFindInTree({}, rowsOf(each), tree));
    expect(some).toEqual(articles.map((each) => checkArticle(each, onlyTree, tree).length > 0));
    expect(some).toContain(false);
    expect(some).toContain(true);
  });

  it('are there for every rule over the tree: the page knows of no others', () => {
    const without = Object.values(ruleKinds).filter((rule) => rule.scope === 'tree' && rule.checkRows === undefined);
    expect(without.map(({ code }) => code)).toEqual([]);
    expect(Object.values(ruleKinds).filter(({ scope }) => scope === 'tree').length).toBeGreaterThan(3);
  });
});
