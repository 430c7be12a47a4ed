import type { Option } from 'commander';
import { createProgram } from '../../src/cli/main.js';
import { diagnosticKinds, formats, problemKinds, type Rule, ruleKinds } from '../../src/index.js';

/** What is made from the code, by the name that pages call it by. */
export const parts: Readonly<Record<string, () => string>> = {
  diagnostics: () =>
    table(
      ['code', 'severity', 'meaning'],
      Object.entries(diagnosticKinds).map(([code, { severity, meaning }]) => [`\`${code}\``, severity, meaning]),
    ),
  'xml-problems': () => problems('xml'),
  'xliff-problems': () => problems('xliff'),
  'tmx-problems': () => problems('tmx'),
  rules: () => rules.map(describeRule).join('\n').trimEnd(),
  precision: () =>
    table(['rule', 'findings', 'judged right', 'planted errors found', 'what was wrong'], rules.map(precisionOf)),
  'issue-types': () =>
    table(
      ['rule', 'ITS 2.0', 'MQM'],
      rules.map(({ code, issueType, mqm }) => [`\`${code}\``, `\`${issueType}\``, `\`${mqm}\``]),
    ),
  formats: () =>
    table(
      ['`--format`', 'is', 'files', 'in a folder'],
      Object.values(formats).map(({ name, title, extension, otherExtensions = [], scope }) => [
        `\`${name}\``,
        title,
        [...(typeof extension === 'string' ? [extension] : []), ...otherExtensions].join(', '),
        scope === 'article' ? 'one for each article' : 'one for each target language',
      ]),
    ),
  commands: () =>
    createProgram(process, () => undefined)
      .commands.map((command) => {
        const usage = `sspr-tm ${command.name()} ${command.usage()}`;
        const rows = command.options.map((option) => [`\`${option.flags}\``, describeOption(option)]);
        return `## ${command.name()}\n\n${command.description()}\n\n\`\`\`text\n${usage}\n\`\`\`\n\n${table(['option', 'meaning'], rows)}`;
      })
      .join('\n\n'),
};

const rules: readonly Rule[] = Object.values(ruleKinds);

function problems(format: string): string {
  const kinds = Object.entries(problemKinds).filter(([code]) => code.startsWith(`${format}/`));
  return table(
    ['code', 'severity', 'clause', 'meaning'],
    kinds.map(([code, { severity, clause, meaning }]) => [`\`${code}\``, severity, clause, meaning]),
  );
}

function describeRule({ code, severity, off, scope, meaning, example }: Rule): string {
  const { trgLang, source, target } = example;
  const isOfTree = scope === 'tree';
  return `### \`${code}\`

${off ? 'Off' : `*${severity}*`}${isOfTree ? ', over the tree' : ''}. ${meaning}

Found in${isOfTree ? ', among pairs that have it otherwise' : ''} (${trgLang}):

\`\`\`text
${source}
${target}
\`\`\`
`;
}

function precisionOf({ code, precision }: Rule): string[] {
  if (precision === undefined) return [`\`${code}\``, 'not measured', '', '', ''];
  const { findings, judged, right, planted, found = 0, wrong = '' } = precision;
  return [
    `\`${code}\``,
    count(findings),
    judged === 0 ? 'none' : `${count(right)} of ${count(judged)}`,
    planted === undefined ? '' : `${count(found)} of ${count(planted)}`,
    wrong,
  ];
}

function describeOption({ description, argChoices, defaultValue, negate }: Option): string {
  const choices = argChoices === undefined ? '' : `: ${argChoices.map((choice) => `\`${choice}\``).join(', ')}`;
  const isSaid = defaultValue !== undefined && !negate && !description.includes('(default');
  const value = Array.isArray(defaultValue) ? defaultValue.join(',') : String(defaultValue);
  return `${description}${choices}${isSaid ? ` (default: \`${value}\`)` : ''}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
