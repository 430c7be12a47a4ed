import type { Code } from '../../../model/content.js';
import { codeTexts } from '../../code-texts.js';
import type { PairRule } from '../../rule.js';

/** White space, and characters that show nothing, such as the zero width space. */
const blank = /^[\s\p{Cf}]*$/u;

/** What any link has: a bracket of Markdown, or a tag of HTML. */
const mayLink = /\[|<a/i;

/** The start of a link: of Markdown in any form, or of HTML. An anchor is none, it has no `href`. */
function isLink({ type, subType, data }: Code): boolean {
  return subType === 'md:link' || (type === 'link' && subType === 'md:html' && hasHref.test(data));
}

/** Whether a start tag has an attribute `href`, with a value or without. */
const hasHref =
  /^<a(?:[\s/]+(?!href[\s/=>])[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+(?=[\s>])))?)*[\s/]+href[\s/=>]/i;

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
    // Most pairs have no link, nor any code.
    if (source.side.content.length < 2 || target.side.content.length < 2) return;
    if (!mayLink.test(source.side.text) || !mayLink.test(target.side.text)) return;
    const targets = codeTexts(target.side.content, isLink);
    for (const [id, label] of codeTexts(source.side.content, isLink)) {
      const other = targets.get(id);
      if (other === undefined) continue;
      const isEmpty = blank.test(label.text);
      if (isEmpty === blank.test(other.text)) continue;
      const side = isEmpty ? source : target;
      const args = [side.name, shownOf((isEmpty ? other : label).text)];
      report({ pair, side, range: (isEmpty ? label : other).range, args });
    }
  },
};

/** A label in a message: without its pictures and codes, where it has text. */
function shownOf(label: string): string {
  return label.replaceAll('\ufffc', '').trim() || '…';
}
