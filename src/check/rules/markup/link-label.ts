import { codeTexts } from '../../code-texts.js';
import type { PairRule } from '../../rule.js';

/** Links that nobody can see, or click, in one language. */
export const linkLabel: PairRule<'check/link-label'> = {
  code: 'check/link-label',
  scope: 'pair',
  severity: 'warning',
  meaning: 'A link has a label on one side, and on the other side its label is empty.',
  message: 'The label of a link is empty in the {0}; on the other side it is "{1}".',
  example: {
    trgLang: 'de-DE',
    source: 'See [printer setup](setup.md) for more.',
    target: 'Siehe Druckereinrichtung [](setup.md) für mehr.',
  },
  issueType: 'omission',
  mqm: 'omission',
  precision: { findings: 132, judged: 32, right: 32 },
  check(pair, report) {
    const { source, target } = pair;
    if (!source.side.text.includes('](') || !target.side.text.includes('](')) return;
    const targets = codeTexts(target.side.content, 'md:link');
    for (const [id, label] of codeTexts(source.side.content, 'md:link')) {
      const other = targets.get(id);
      if (other === undefined) continue;
      const isEmpty = label.text.trim() === '';
      if (isEmpty === (other.text.trim() === '')) continue;
      const side = isEmpty ? source : target;
      const args = [side.name, (isEmpty ? other : label).text.trim()];
      report({ pair, side, range: (isEmpty ? label : other).range, args });
    }
  },
};
