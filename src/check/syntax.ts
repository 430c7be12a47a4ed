import type { PairRule } from './rule.js';
import { rangeIn } from './view.js';

/** Names in brackets with an exclamation mark, and what opens and closes DocFX blocks; spaces where they must not be, too. */
const syntax = /\[\s*[!！]\s*([\p{L}\p{M}_-]+)|(:{3,}|：{3})\s*([\p{L}\p{M}-]*)/gu;

/** Alert keywords, includes and DocFX blocks that are spelled otherwise in the target, or are not there. */
export const checkSyntax: PairRule = (pair, report) => {
  const { segment, target: side } = pair;
  const { text: source } = segment.source;
  const { text: target } = segment.target;
  if (!/[!！:：]/.test(target) || !/[[:：]/.test(target)) {
    if (!source.includes('[!') && !source.includes(':::')) return;
  }
  const expected = Array.from(source.matchAll(syntax), spell);
  const found = Array.from(target.matchAll(syntax), (match) => ({ match, spelled: spell(match) }));
  const missing = [...expected];
  for (const { match, spelled } of found) {
    const at = missing.indexOf(spelled);
    if (at >= 0) {
      missing.splice(at, 1);
      continue;
    }
    const range = rangeIn(side, match.index, match.index + match[0].length);
    report({ code: 'check/syntax', pair, side, range, args: [spelled, expected[0] ?? 'none'] });
    return;
  }
  const [lost] = missing;
  if (lost !== undefined) {
    report({ code: 'check/syntax', pair, side, range: segment.target.range, args: ['none', lost] });
  }
};

function spell([whole]: RegExpMatchArray): string {
  return whole.replace(/^(\[!)(.*)$/u, (_, start, name) => start + name.toUpperCase());
}
