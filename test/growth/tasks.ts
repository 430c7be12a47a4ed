import {
  articleEntries,
  documentEntries,
  type Entry,
  glossaryEntries,
  inlineEntries,
  Prepared,
  parsing,
  read,
} from './entries.js';
import { articleTexts, pair, sides } from './inputs/articles.js';
import { blockTexts } from './inputs/blocks.js';
import { frontMatters } from './inputs/front-matter.js';
import { glossaryTexts } from './inputs/glossary.js';
import { counted, type Growing, within } from './inputs/growing.js';
import { inlinePairs, inlineTexts, inlineWords } from './inputs/inline.js';
import { tmxDocuments } from './inputs/tmx.js';
import { xliff12Documents, xliffDocuments } from './inputs/xliff.js';
import type { Plan } from './plans.js';

/** An input that grows, and what takes it. */
export interface Task {
  readonly name: string;
  make(n: number): string;
  /** What all entries have of an input, and the call of each. Nothing where the input is refused. */
  start(text: string): ((entry: Entry<never>) => () => unknown) | undefined;
  /** Called first, with the text. */
  readonly first?: Entry<string>;
  readonly entries: readonly Entry<never>[];
  /** UTF-16 code units of the input that is tried. */
  readonly length: number;
}

function selected<Input>({ isInTurn }: Plan, entries: readonly Entry<Input>[], turn: number): readonly Entry<Input>[] {
  return isInTurn === true ? entries.filter((_, index) => (index + turn) % 5 === 0) : entries;
}

function onText({ name, make }: Growing, entries: readonly Entry<string>[], length: number): Task {
  return { name, make, start: (text) => (entry) => entry.call(text as never), entries, length };
}

function onArticle({ name, make }: Growing, entries: readonly Entry<Prepared>[], length: number): Task {
  return {
    name,
    make,
    start(text) {
      const article = read(text);
      if (article === undefined) return undefined;
      const prepared = new Prepared(article);
      return (entry) => entry.call(prepared as never);
    },
    first: parsing,
    entries,
    length,
  };
}

const isForSources = ({ covers }: Entry<string>): boolean =>
  covers.includes('readSource') ||
  covers.includes('createGrains') ||
  covers.includes('mergeSource') ||
  covers.includes('leverage');
const isForLines = ({ name }: Entry<string>): boolean => name === 'createAnalysis, lines';
const isFor = (format: string) => (entry: Entry<string>) => entry.name.toLowerCase().endsWith(format);

/** Articles and a memory that grow together. */
const together: readonly Growing[] = [
  {
    name: 'pairs of one source',
    make: (n) => Array.from({ length: n }, (_, index) => pair(index, `Hallo ${index % 2}`, 'Hello')).join('\n\n'),
  },
  {
    name: 'pairs of one id',
    make: (n) => Array.from({ length: n }, (_, index) => pair(0, `Hallo ${index}`, `Hello ${index}`)).join('\n\n'),
  },
];

/** Articles whose candidates for terms grow. */
const bold: readonly Growing[] = [
  {
    name: 'bold of one source',
    make: (n) =>
      Array.from({ length: n }, (_, at) => pair(at, `Hier **Wort${at}**.`, 'Here is **Next**.')).join('\n\n'),
  },
  {
    name: 'bold of one target',
    make: (n) =>
      Array.from({ length: n }, (_, at) => pair(at, 'Hier **Weiter**.', `Here is **Word${at}**.`)).join('\n\n'),
  },
  {
    name: 'bold in one pair',
    make: (n) => {
      const names = Array.from({ length: n }, (_, at) => `**Name${at}**`).join(' ');
      return pair(0, names, names);
    },
  },
  {
    name: 'bold texts that begin with each other',
    make: (n) =>
      Array.from({ length: n }, (_, at) => {
        const name = `A${'b'.repeat(at % 50)}`;
        return pair(at, `Hier **${name}** ${at}.`, `Here is **${name}** ${at}.`);
      }).join('\n\n'),
  },
];

/** Segments that are like each other, a line each; few are no matter. */
const alike: readonly Growing[] = [
  counted('lines with one other word', (at) => `Item number ${at} has word${at} in it`, '\n'),
  counted(
    'lines with other words side by side',
    (at) => `Of all in the list, w${at} v${at * 7} u${at * 3} are here, as the others are`,
    '\n',
  ),
];
const alikeLength = 100_000;

/** All tasks of a plan. */
export function tasksOf(plan: Plan): readonly Task[] {
  const { length, documentLength, isInTurn, pairsOfTokens = 0 } = plan;
  const onInline = (each: Growing, turn: number, size = length): Task =>
    onText(each, selected(plan, inlineEntries, turn), size);
  const onPairs = (each: Growing, turn: number): Task => onArticle(each, selected(plan, articleEntries, turn), length);
  const xliffs = [...xliffDocuments, ...xliff12Documents];
  const all: readonly Task[] = [
    ...[...inlineTexts, ...inlineWords].map((each, index) => onInline(each, index)),
    ...sides.flatMap(([side, around], turn) => [
      ...inlineTexts.map((each, index) => onPairs(within(side, around, each), index + turn)),
      ...inlineWords
        .map((each, index) => onPairs(within(side, around, each), Math.floor(index / sides.length)))
        .filter((_, index) => isInTurn !== true || index % sides.length === turn),
    ]),
    ...[...articleTexts, ...frontMatters, ...together, ...bold].map(onPairs),
    ...alike.map((each) => onText(each, inlineEntries.filter(isForLines), Math.max(length, alikeLength))),
    ...blockTexts.map((each) => onText(each, inlineEntries.filter(isForSources), length)),
    ...xliffs.map((each) => onText(each, documentEntries.filter(isFor('xliff')), documentLength)),
    ...tmxDocuments.map((each) => onText(each, documentEntries.filter(isFor('tmx')), documentLength)),
    ...glossaryTexts.map((each) => onText(each, glossaryEntries, Math.max(length, documentLength))),
    ...(pairsOfTokens > 0 ? inlinePairs : []).map((each, index) => onInline(each, index, pairsOfTokens)),
  ];
  const { entry: only } = plan;
  if (only === undefined) return all;
  return all.map((task) => ({ ...task, entries: task.entries.filter(({ name }) => name === only) }));
}
