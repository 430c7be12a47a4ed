import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { ruleKinds } from '../../src/index.js';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/checks.md'), 'utf8');

describe('docs/checks.md', () => {
  it('says of every rule how often it is right, and a rule that is not is off', () => {
    for (const { code, off, precision } of Object.values(ruleKinds)) {
      const isGood = precision === undefined || precision.right >= 0.8 * precision.judged;
      expect({ code, off: off === true }).toEqual({ code, off: !isGood });
    }
  });

  it('shows a config file that its schema accepts', () => {
    const schema = JSON.parse(readFileSync(join(root, 'schema/config.schema.json'), 'utf8'));
    const [, config = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    expect(new Ajv.Ajv({ allowUnionTypes: true }).validate(schema, JSON.parse(config))).toBe(true);
  });
});
