import type { Option } from 'commander';
import { ruleLevels } from '../../src/check/rules.js';
import { skippableCodes } from '../../src/check/skip.js';
import { configurableOptions } from '../../src/cli/config.js';
import { createProgram } from '../../src/cli/main.js';
import { checkCodes } from '../../src/corpus/check-codes.js';

/** The JSON schema of config files, made of the options that the command line knows. */
export function createConfigSchema(): object {
  const program = createProgram(process, () => undefined);
  const commands = program.commands.map((command) => {
    const options = configurableOptions(command).map((option) => [option.attributeName(), schemaOf(option)]);
    const properties = Object.fromEntries(options);
    return [
      command.name(),
      { description: command.summary(), type: 'object', additionalProperties: false, properties },
    ];
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'sspr-tm.config.json',
    description: 'Options of sspr-tm by command. What the command line says wins.',
    type: 'object',
    additionalProperties: false,
    properties: { $schema: { type: 'string' }, ...Object.fromEntries(commands) },
  };
}

function schemaOf(option: Option): object {
  const { description, argChoices, defaultValue } = option;
  const about = defaultValue === undefined || option.negate ? { description } : { description, default: defaultValue };
  if (option.isBoolean() || option.negate) return { ...about, type: 'boolean' };
  if (argChoices !== undefined) return { ...about, enum: argChoices };
  const special = lists[option.attributeName()];
  return { ...about, ...(special ?? { type: 'string' }) };
}

const levels = { enum: ruleLevels };
const lists: Readonly<Record<string, object>> = {
  rule: {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(checkCodes.map((code) => [code, levels])),
  },
  code: { type: 'array', items: { enum: checkCodes } },
  skip: { type: 'array', items: { enum: skippableCodes } },
  format: { type: 'array', items: { enum: ['xliff', 'tmx', 'xliff1.2'] } },
  jobs: { type: 'integer', minimum: 1, maximum: 256 },
};
