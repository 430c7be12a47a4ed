import type { PairRule } from '../../rule.js';
import { rangeIn } from '../../view.js';

/** Names in brackets with an exclamation mark, and what opens and closes DocFX blocks; spaces where they must not be, too. */
const form = /\[\s*[!！]\s*([\p{L}\p{M}_-]+)|(:{3,}|：{3})\s*([\p{L}\p{M}-]*)/gu;

/** How a name in brackets begins. */
const bang = /\[\s*[!！]/;

/** Alert keywords, includes and DocFX blocks that are spelled otherwise in the target, or are not there. */
export const syntax: PairRule<'check/syntax'> = {
  code: 'check/syntax',
  scope: 'pair',
  severity: 'warning',
  meaning:
    'The keyword of an alert (`[!NOTE]`), an include, or a DocFX block (`:::`) is translated, damaged, or lost in the target.',
  message: 'The target has {0} where the source has {1}.',
  example: { trgLang: 'ja-JP', source: '[!NOTE] Close the lid.', target: '[!メモ] ふたを閉めてください。' },
  issueType: 'markup',
  mqm: 'inconsistent-markup',
  markup: 'markdown',
  precision: { findings: 1, judged: 1, right: 1 },
  check(pair, report) {
    const { segment, target: side } = pair;
    const { text: source } = segment.source;
    const { text: target } = segment.target;
    if (!/[!！:：]/.test(target) || !/[[:：]/.test(target)) {
      if (!source.includes('[!') && !source.includes(':::')) return;
    }
    const expected = findSyntax(source).map(({ spelled }) => spelled);
    const found = findSyntax(target);
    const missing = [...expected];
    for (const { start, end, spelled } of found) {
      const at = missing.indexOf(spelled);
      if (at >= 0) {
        missing.splice(at, 1);
        continue;
      }
      const range = rangeIn(side, start, end);
      report({ pair, side, range, args: [spelled, expected[0] ?? 'none'] });
      return;
    }
    const [lost] = missing;
    if (lost !== undefined) {
      report({ pair, side, range: segment.target.range, args: ['none', lost] });
    }
  },
};

/** Whether a text may have one; `false` only where it has none. */
function mayHaveForm(text: string): boolean {
  return text.includes(':::') || text.includes('：：：') || bang.test(text);
}

/** What there is, in its order. The colons that close a block have no name: what follows is the text after it. */
function findSyntax(
  text: string,
): readonly { readonly start: number; readonly end: number; readonly spelled: string }[] {
  if (!mayHaveForm(text)) return [];
  let opened = -1;
  return Array.from(text.matchAll(form), (match) => {
    const { index: start } = match;
    const [whole, , colons] = match;
    const closes = colons !== undefined && opened >= 0 && !/[\r\n]/.test(text.slice(opened, start));
    if (colons !== undefined) opened = closes ? -1 : start;
    const found = closes ? colons : whole;
    return { start, end: start + found.length, spelled: spell(found) };
  });
}

function spell(found: string): string {
  return found.replace(/^(\[!)(.*)$/u, (_, start, name) => start + name.toUpperCase());
}
