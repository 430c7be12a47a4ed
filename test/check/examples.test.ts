import { describe, expect, it } from 'vitest';
import { checkArticle, collectTree, type RuleCode, ruleKinds } from '../../src/index.js';
import { articleOf, pair } from '../support/pairs.js';

/** An article of an example, and of the many pairs that some rules over a tree need. */
function articleFor(code: RuleCode): string {
  const { trgLang, source, target, neighbours = [] } = ruleKinds[code].example;
  const after = neighbours.map((each, index) => pair(`1a2b3-${103 + index}`, each.target, each.source));
  const pairs = [pair('1a2b3-102', target, source), ...after, ...(around[code] ?? [])];
  return `---\nms.contentlocale: ${trgLang}\n---\n${pairs.join('\n\n')}\n`;
}

const around: Partial<Record<RuleCode, string[]>> = {
  'check/ui-terms': [103, 104, 105].map((id) =>
    pair(`1a2b3-${id}`, `Wählen Sie in Zeile ${id} **Speichern** aus.`, `Select **Save** in line ${id}.`),
  ),
  'check/length': Array.from({ length: 250 }, (_, index) =>
    pair(
      `1a2b3-${200 + index}`,
      `Öffnen Sie Tür ${index} und schließen Sie das Fenster.`,
      `Open door ${index} and close the window.`,
    ),
  ),
};

describe('the example of the rule', () => {
  it.each(Object.keys(ruleKinds) as RuleCode[])('%s is found by it', (code) => {
    const article = articleOf(articleFor(code));
    const tree = collectTree([article]);
    const findings = checkArticle(article, { [code]: ruleKinds[code].severity }, tree);
    const own = findings.filter((finding) => finding.code === code);
    expect(own.map(({ segment }) => segment)).toEqual(['1a2b3-102']);
    expect(checkArticle(article, { [code]: 'off' }, tree).filter((finding) => finding.code === code)).toEqual([]);
  });
});
