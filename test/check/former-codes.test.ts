import { describe, expect, it } from 'vitest';
import { formerCodes } from '../../src/check/rule-table.js';
import { rulesFor } from '../../src/check/skip.js';
import { parseRules } from '../../src/cli/options/rules.js';
import { parseSkips } from '../../src/cli/options/skips.js';
import { checkArticle, ruleKinds } from '../../src/index.js';
import { articleOf } from '../support/pairs.js';

const text =
  '---\nms.locale: de-DE\n---\n\n<span data-ttu-id="1a2b3-101">Hallo </span><span class="sxs-lookup"><span data-stu-id="1a2b3-101">Hello</span></span>\n';

describe('codes of earlier versions', () => {
  it('are those that were renamed, and none of today', () => {
    expect(formerCodes.toSorted()).toEqual(['check/outer-space', 'check/several-sources', 'check/several-targets']);
    expect(formerCodes.filter((code) => Object.hasOwn(ruleKinds, code))).toEqual([]);
  });

  it('set the severity of the rule', () => {
    const levels = (level: 'off' | 'error', code: string): object => ({ [code]: level });
    const found = (settings: object): string[] =>
      checkArticle(articleOf(text), settings).map(({ code, severity }) => `${code} ${severity}`);
    expect(found(levels('error', 'check/outer-space'))).toEqual(found(levels('error', 'check/leading-trailing-space')));
    expect(found(levels('error', 'check/outer-space'))).toContain('check/leading-trailing-space error');
    expect(found(levels('off', 'check/outer-space'))).toEqual(found(levels('off', 'check/leading-trailing-space')));
    expect(found({ 'check/outer-space': 'off', 'check/leading-trailing-space': 'error' })).toContain(
      'check/leading-trailing-space error',
    );
  });

  it('are taken by --rule, --skip and --with', () => {
    expect(parseRules(['check/several-targets=error'])).toEqual({ 'check/inconsistent-target': 'error' });
    expect(parseSkips(['check/several-sources', 'check/inconsistent-source'])).toEqual(['check/inconsistent-source']);
    expect(rulesFor({ skip: ['check/outer-space' as never] })).toEqual(
      rulesFor({ skip: ['check/leading-trailing-space'] }),
    );
  });
});
