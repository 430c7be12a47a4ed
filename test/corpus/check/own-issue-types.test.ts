import { expect, it } from 'vitest';
import { checkFormats } from '../../../src/corpus/check/formats/list.js';
import { outcomesOf } from '../../../src/corpus/check/run/outcomes.js';
import { checkArticle, type PairRule } from '../../../src/index.js';
import { checkFiles } from '../../../src/node.js';
import { tree } from '../../support/cli.js';
import { articleOf, pair } from '../../support/pairs.js';

const shouting: PairRule<'my-team/shouting'> = {
  code: 'my-team/shouting',
  scope: 'pair',
  severity: 'warning',
  meaning: 'The target shouts.',
  message: 'It shouts.',
  example: { trgLang: 'de-DE', source: 'Save.', target: 'Speichern!' },
  issueType: 'register',
  mqm: 'grammatical-register',
  check(found, report) {
    if (found.target.text.endsWith('!')) report({ pair: found, range: found.target.side.range, args: [] });
  },
};
const own = { issueType: 'register', mqm: 'grammatical-register' };
const text = pair('a-101', 'Speichern Sie 3!', 'Save 4.');

it('a finding of a rule of your own carries what the rule names, and no other does', () => {
  const findings = checkArticle(articleOf(text), { custom: [shouting] });
  const types = findings.map(({ code, issueType, mqm }) => ({ code, issueType, mqm }));
  expect(types).toContainEqual({ code: 'my-team/shouting', ...own });
  expect(types).toContainEqual({ code: 'check/numbers', issueType: undefined, mqm: undefined });
});

it('a rule need not name them', () => {
  const { issueType: _, mqm: __, ...rest } = shouting;
  const [found] = checkArticle(articleOf(text), { custom: [rest as PairRule<'my-team/shouting'>] }).filter(
    ({ code }) => code === 'my-team/shouting',
  );
  expect(found).toBeDefined();
  expect(found).not.toHaveProperty('issueType');
});

it.each([
  [{ issueType: 'registr' }, /issueType: "registr" is none of .*; did you mean register\?/],
  [{ issueType: 'Whitespace' }, /issueType/],
  [{ mqm: 3 }, /mqm: 3 is no text/],
])('%j is refused', (wrong, message) => {
  const rule = { ...shouting, ...wrong } as unknown as PairRule<'my-team/shouting'>;
  expect(() => checkArticle(articleOf(text), { custom: [rule] })).toThrow(message);
});

it('findings of files carry them', async () => {
  const root = tree({ 'a.de-DE.md': text });
  for await (const { findings } of checkFiles([root], { custom: [shouting], codes: ['my-team/shouting'] })) {
    expect(findings).toEqual([expect.objectContaining(own)]);
  }
});

it.each(checkFormats.map(({ name }) => name).filter((name) => name !== 'text' && name !== 'xlsx'))(
  '%s has them',
  async (name) => {
    const root = tree({ 'a.de-DE.md': text });
    const options = { colours: false, toFile: true, quiet: false, lenient: false };
    let written = '';
    const asked = { custom: [shouting], codes: ['my-team/shouting'], format: { name, options } };
    for await (const { bytes = [] } of outcomesOf([root], asked)) written += Buffer.concat([...bytes]).toString();
    expect(written).toContain('my-team/shouting');
    expect(written).toContain('register');
    expect(written).toContain('grammatical-register');
  },
);
