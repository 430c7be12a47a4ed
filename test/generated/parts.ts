import type { Option } from 'commander';
import { createProgram } from '../../src/cli/main.js';
import * as files from '../../src/corpus/limits.js';
import {
  carriers,
  diagnosticKinds,
  type Exporter,
  formats,
  problemKinds,
  type Rule,
  ruleKinds,
} from '../../src/index.js';
import * as limits from '../../src/model/limits.js';
import { columnTexts } from '../../src/write/rows/column-texts.js';
import { type ColumnType, columnNames, columns } from '../../src/write/rows/columns.js';
import { rooms } from '../structure/rooms.js';

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
  rooms: () =>
    table(
      ['folder', 'what it does', 'may import'],
      rooms.map(({ name, does, rooms: others, packages }) => [
        `\`src/${name}\``,
        does,
        [
          ...others.map((other) => `\`${other}\``),
          ...packages.map((each) => (each === 'node:' ? 'Node.js' : each)),
        ].join(', ') || 'nothing',
      ]),
    ),
  limits: () => table(['what', 'most', 'beyond it'], limitRows()),
  formats: () =>
    table(
      ['`--format`', 'is', 'files', 'in a folder'],
      Object.values<Exporter>(formats).map((exporter) => [
        `\`${exporter.name}\``,
        exporter.title,
        [...extensionsOf(exporter), ...(exporter.otherExtensions ?? [])].join(', '),
        `${exporter.beside === undefined ? 'one' : 'two'} for each ${exporter.scope === 'article' ? 'article' : 'target language'}`,
      ]),
    ),
  columns: () =>
    table(
      ['column', 'type', 'what'],
      columnNames.map((name) => {
        const { type, isNullable } = columns[name];
        return [`\`${name}\``, `${columnTypes[type]}${isNullable ? ' or null' : ''}`, columnTexts[name]];
      }),
    ),
  carriers: () =>
    table(
      ['`carrier`', 'is', 'files', 'in folders and globs'],
      carriers.map(({ name, title, extensions, pairsOnly }) => [
        `\`${name}\``,
        title,
        extensions.join(', '),
        pairsOnly ? 'those with pairs' : 'all',
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

/** What columns are called in JSON, and in Parquet. */
const columnTypes: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  translationType: 'text',
  day: 'day (`YYYY-MM-DD`, DATE)',
  number: 'number (INT32)',
  texts: 'list of texts',
};

/** With Japanese for those that say the language. */
function extensionsOf({ beside = [], ...first }: Exporter): string[] {
  return [first, ...beside].map(({ extension }) =>
    typeof extension === 'string' ? extension : extension({ srcLang: 'en-US', trgLang: 'ja-JP' }),
  );
}

const rules: readonly Rule[] = Object.values(ruleKinds);

/** What is refused or left out, by the constants that the code goes by. */
function limitRows(): string[][] {
  const characters = (value: number): string => `${count(value)} characters`;
  const bytes = (value: number): string => `${count(value)} bytes`;
  const both = (length: number, others: number, what: string): string =>
    `${characters(length)}, ${count(others)} ${what}`;
  const tooLarge = '`input/too-large`: the article is not read, the run goes on, exit status 3';
  const document = '`xml/too-large` (`check`), `merge/too-large`';
  return [
    ['an article', bytes(files.mostArticleBytes), tooLarge],
    ['an article from standard input, a pipe or a device', bytes(files.mostPipedBytes), tooLarge],
    [
      'an article that is read as a whole: by all but `export`, and by that with `--stats`, `--skip` or `--with`',
      characters(files.mostWholeCharacters),
      tooLarge,
    ],
    ['a config file', bytes(files.mostConfigBytes), 'exit status 2'],
    ['a glossary (`--glossary`)', bytes(files.mostGlossaryBytes), 'exit status 3'],
    ['a list of inputs (`--files-from`)', bytes(files.mostListBytes), 'exit status 3'],
    [
      'a `.gitignore`; a pattern in it; patterns of all that speak of a folder',
      `${bytes(files.mostIgnoreBytes)}; ${characters(files.longestIgnorePattern)}; ${count(files.mostIgnorePatterns)}`,
      '`input/ignore-rules`: those beyond are not applied',
    ],
    ['a line of a memory in JSONL', bytes(files.longestRow), '`document/row`: it is left out'],
    ['a document from a pipe or device', bytes(files.mostSpooledBytes), document],
    ['collections of YAML in each other', count(limits.deepestYaml), '`yaml/too-deep`'],
    ['a front matter that is more than `key: value` lines', characters(limits.longestYaml), '`yaml/too-large`'],
    [
      'quotes and lists of Markdown in each other',
      count(limits.deepestContainers),
      '`source/too-deep`: the marks of more are text',
    ],
    ['keys of a front matter', count(limits.mostYamlKeys), '`yaml/too-large`: those after them are left out'],
    [
      'values that aliases of YAML make',
      `${count(limits.mostYamlValuesForEach)} for each character, and ${count(limits.mostYamlValuesBesides)}`,
      '`yaml/too-large`',
    ],
    [
      'codes, markers of emphasis and brackets of a side of a pair',
      count(limits.mostConstructs),
      '`codes/too-many`: its markup is text',
    ],
    [
      'findings of one kind in an article, but for those of which each pair has one at most',
      count(limits.mostOfAKind),
      '`input/more-findings`: those after them are not listed',
    ],
    ['elements of XML in each other', count(limits.deepestXml), '`xml/too-deep`, `merge/unreadable`'],
    ['a tag', characters(limits.longestXmlTag), document],
    ['attributes of an element', count(limits.mostXmlAttributes), document],
    [
      'an XLIFF document that is validated',
      both(limits.longestXml, limits.mostXmlMarkup, 'tags and attributes'),
      document,
    ],
    ['a text in a document that is validated', characters(limits.longestXmlText), document],
    ['a unit of XLIFF or TMX', both(limits.longestUnit, limits.mostUnitMarkup, 'tags and attributes'), document],
    ['a `<file>` that an article asks for', both(limits.longestFile, limits.mostFileUnits, 'units'), document],
    ['files and units of a document', `${count(limits.mostFiles)} and ${count(limits.mostUnits)}`, document],
    ['entries of a memory that an article asks for', count(limits.mostMemoryEntries), document],
    [
      'namespaces, languages and white space around units that differ',
      both(limits.longestSurroundings, limits.mostSurroundings, 'of them'),
      document,
    ],
  ];
}

function problems(format: string): string {
  const kinds = Object.entries(problemKinds).filter(([code]) => code.startsWith(`${format}/`));
  return table(
    ['code', 'severity', 'clause', 'meaning'],
    kinds.map(([code, { severity, clause, meaning }]) => [`\`${code}\``, severity, clause, meaning]),
  );
}

function describeRule({ code, severity, off, scope, meaning, example }: Rule): string {
  const { trgLang, source, target, neighbours = [] } = example;
  const isAlone = neighbours.length === 0;
  const isOfTree = scope === 'tree';
  return `### \`${code}\`

${off ? 'Off' : `*${severity}*`}${isOfTree ? ', over the tree' : ''}. ${meaning}

Found in${isAlone ? (isOfTree ? ', among pairs that have it otherwise' : '') : ' the first of these pairs'} (${trgLang}):

\`\`\`text
${[{ source, target }, ...neighbours].map((each) => `${each.source}\n${each.target}\n`).join('\n')}\`\`\`
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
