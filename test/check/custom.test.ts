import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../src/corpus/check/check.js';
import {
  type ArticleRule,
  checkArticle,
  collectTree,
  type PairRule,
  type Rule,
  type TreeRule,
} from '../../src/index.js';
import { tree } from '../support/cli.js';
import { articleOf, pair } from '../support/pairs.js';

const known = {
  severity: 'warning',
  meaning: 'A test.',
  message: 'Found {0}.',
  example: { trgLang: 'de-DE', source: 'One', target: 'Eins' },
  issueType: 'other',
  mqm: 'other',
} as const;

const ofPair: PairRule<'my/pair'> = {
  ...known,
  code: 'my/pair',
  scope: 'pair',
  check(each, report) {
    report({ pair: each, side: each.target, range: each.segment.target.range, args: [each.target.text] });
  },
};
const ofArticle: ArticleRule<'my/article'> = {
  ...known,
  code: 'my/article',
  scope: 'article',
  check([first, ...others], report) {
    if (first) report({ pair: first, range: first.segment.range, args: [String(others.length + 1)] });
  },
};
const ofTree: TreeRule<'my/tree'> = {
  ...known,
  code: 'my/tree',
  scope: 'tree',
  severity: 'error',
  check(each, { targets }, report) {
    report({ pair: each, range: each.segment.range, args: [String(targets.size)] });
  },
};

const text = `${pair('1a2b3-101', 'Eins', 'One')} ${pair('1a2b3-102', 'Zwei Türen', 'Two doors')}`;
const article = articleOf(text, 'a.md');

describe('rules of one’s own', () => {
  it('look at pairs, articles and trees', () => {
    const custom = [ofPair, ofArticle, ofTree];
    const findings = checkArticle(article, { custom }, collectTree([article]));
    expect(
      findings.map(({ code, severity, message, segment, side }) => [code, severity, message, segment, side]),
    ).toEqual([
      ['my/article', 'warning', 'Found 2.', '1a2b3-101', undefined],
      ['my/tree', 'error', expect.stringMatching(/^Found \d+\.$/), '1a2b3-101', undefined],
      ['my/pair', 'warning', 'Found Eins.', '1a2b3-101', 'target'],
      ['my/tree', 'error', expect.stringMatching(/^Found \d+\.$/), '1a2b3-102', undefined],
      ['my/pair', 'warning', 'Found Zwei Türen.', '1a2b3-102', 'target'],
    ]);
  });

  it('need a tree to look at one, and may be off', () => {
    expect(checkArticle(article, { custom: [ofTree] })).toEqual([]);
    expect(checkArticle(article, { custom: [{ ...ofPair, off: true }] })).toEqual([]);
  });

  it('run over files, beside the others', async () => {
    const root = tree({
      'a.md': `---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-101', 'In 51 Tagen', 'In 15 days')}`,
    });
    const codes: string[] = [];
    for await (const { findings } of checkFiles([join(root, 'a.md')], { custom: [ofTree, ofPair] })) {
      for (const { code } of findings) codes.push(code);
    }
    expect(codes.sort()).toEqual(['check/numbers', 'my/pair', 'my/tree']);
    const some: string[] = [];
    for await (const { findings } of checkFiles([join(root, 'a.md')], {
      custom: [ofTree, ofPair],
      codes: ['my/pair'],
    })) {
      for (const { code } of findings) some.push(code);
    }
    expect(some).toEqual(['my/pair']);
    const wrong = checkFiles([root], { custom: [{ ...ofPair, code: 'mine' }] }).next();
    await expect(wrong).rejects.toMatchObject({ kind: 'usage' });
  });

  it.each<[string, unknown, string]>([
    ['no list', ofPair, 'give a list'],
    ['a code without a prefix', [{ ...ofPair, code: 'mine' }], 'no code'],
    ['the code of another one', [ofPair, ofPair], 'two rules have the code my/pair'],
    ['the code of one that is there', [{ ...ofPair, code: 'check/numbers' }], 'two rules have the code check/numbers'],
    ['no scope', [{ ...ofPair, scope: 'file' }], 'no scope'],
    ['no severity', [{ ...ofPair, severity: 'off' }], 'no severity'],
    ['no message', [{ ...ofPair, message: undefined }], 'no message'],
    ['no function', [{ ...ofPair, check: undefined }], 'no function check'],
    ['nothing', [null], 'no code'],
  ])('are refused: %s', (_, custom, message) => {
    expect(() => checkArticle(article, { custom: custom as readonly Rule[] })).toThrow(message);
  });
});

describe('a rule of one’s own that throws', () => {
  const failing: PairRule<'my/failing'> = {
    ...ofPair,
    code: 'my/failing',
    check: () => {
      throw new TypeError('x is undefined');
    },
  };

  it.each<Rule<'my/failing'>>([
    failing,
    { ...failing, scope: 'article', check: failing.check as unknown as ArticleRule['check'] },
    { ...failing, scope: 'tree', check: failing.check as unknown as TreeRule['check'] },
  ])('is named by the error, with what it threw as the cause', (rule) => {
    const failed = expect(() => checkArticle(article, { custom: [rule] }, collectTree([article])));
    failed.toThrow(
      expect.objectContaining({
        message: 'The rule my/failing failed: x is undefined',
        cause: new TypeError('x is undefined'),
      }),
    );
  });

  it('is named by what a run over files rejects with', async () => {
    const root = tree({ 'a.md': text });
    await expect(checkFiles([root], { custom: [failing] }).next()).rejects.toThrow('The rule my/failing failed');
  });
});
