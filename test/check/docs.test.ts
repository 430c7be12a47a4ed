import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { type Rule, ruleKinds } from '../../src/index.js';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/checks.md'), 'utf8');

function describeRule([code, { severity, off, scope, meaning, example }]: [string, Rule]): string {
  const { trgLang, source, target } = example;
  const tree = scope === 'tree';
  const among = tree ? ', among pairs that have it otherwise' : '';
  return `### \`${code}\`

${off ? 'Off' : `*${severity}*`}${tree ? ', over the tree' : ''}. ${meaning}

Found in${among} (${trgLang}):

\`\`\`text
${source}
${target}
\`\`\`
`;
}

describe('docs/checks.md', () => {
  it('describes every rule', () => {
    const rules = `## The rules\n\n${Object.entries(ruleKinds).map(describeRule).join('\n')}`;
    if (process.env['UPDATE_GOLDEN'] !== undefined) {
      const section = /^RULES\n|## The rules\n[\s\S]*?(?=\n## )/m;
      writeFileSync(
        join(root, 'docs/checks.md'),
        page.replace(section, () => rules),
      );
    } else {
      expect(page).toContain(`${rules}\n## How often`);
    }
  });

  it('says of every rule how often it is right, and a rule that is not is off', () => {
    const rows = Array.from(page.matchAll(/^\| `(check\/[\w-]+)` \| [0-9,]+ \| (?:(\d+) of (\d+)|none) \|/gm));
    expect(rows.map(([, code]) => code)).toEqual(Object.keys(ruleKinds));
    for (const [, code = '', right, judged] of rows) {
      const kind = Object.entries(ruleKinds).find(([name]) => name === code)?.[1];
      const isGood = judged === undefined || Number(right) / Number(judged) >= 0.8;
      expect({ code, off: kind?.off === true }).toEqual({ code, off: !isGood });
    }
  });

  it('shows a config file that its schema accepts', () => {
    const schema = JSON.parse(readFileSync(join(root, 'schema/config.schema.json'), 'utf8'));
    const [, config = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    expect(new Ajv.Ajv({ allowUnionTypes: true }).validate(schema, JSON.parse(config))).toBe(true);
  });
});
