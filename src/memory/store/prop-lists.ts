import type { EntryProp } from '../../model/memory/entry.js';
import { compareCodePoints } from '../policy.js';
import { Column, Names } from './columns.js';

/**
 * The properties of translations: for each a list of what was added to it, which is brought together when it is asked
 * for, so that a translation that comes a thousand times with other properties costs a thousand steps.
 */
export class PropLists {
  /** The last that was added to a translation, counted from 1. */
  private readonly heads = new Column();
  /** Of what was added: the one before, and the number of the properties. */
  private readonly before = new Column();
  private readonly numbers = new Column();
  private readonly names = new Names();
  private count = 0;
  /** A bit for each translation that a memory has for all places, too. */
  private readonly everywhere = new Column();

  /** `hasPlace`: it stands in an article, so that what OmegaT says of its place is nothing but what another unit says. */
  add(index: number, props: readonly EntryProp[] | undefined, hasPlace: boolean): void {
    if (!hasPlace && props?.some(isFile) !== true) {
      const at = index >>> 5;
      this.everywhere.set(at, this.everywhere.at(at) | (1 << (index & 31)));
    }
    if (props === undefined || props.length === 0) return;
    const number = this.names.numberOf(JSON.stringify(props));
    const head = this.heads.at(index);
    if (head > 0 && this.numbers.at(head - 1) === number) return;
    this.before.set(this.count, head);
    this.numbers.set(this.count, number);
    this.heads.set(index, ++this.count);
  }

  /** Each once, in the order of their types and values; of what says one thing together, what one list says. */
  of(index: number): readonly EntryProp[] {
    let at = this.heads.at(index);
    if (at === 0) return [];
    const added = new Set<number>();
    for (; at > 0; at = this.before.at(at - 1)) added.add(this.numbers.at(at - 1));
    const lists = Array.from(added, (number) => JSON.parse(this.names.at(number)) as EntryProp[]);
    const all = new Map<string, EntryProp>();
    const isEverywhere = ((this.everywhere.at(index >>> 5) >>> (index & 31)) & 1) === 1;
    const said = isEverywhere ? lists.map(withoutPlace) : lists;
    for (const list of said.length > 1 ? united(said) : said) {
      for (const prop of list) all.set(`${prop.type}\0${prop.value}`, prop);
    }
    return [...all].sort(([a], [b]) => compareCodePoints(a, b)).map(([, prop]) => prop);
  }
}

type Props = readonly EntryProp[];

/** Where OmegaT has a place: a unit with a file is for that alone. */
const ofOmegat: ReadonlySet<string> = new Set(['file', 'id', 'prev', 'next', 'path']);

function isFile({ type }: EntryProp): boolean {
  return type === 'file';
}

function withoutPlace(list: Props): Props {
  return list.some(isFile) ? list.filter(({ type }) => !ofOmegat.has(type)) : list;
}

/** What says one thing together: where OmegaT and memoQ have a place, and what made a unit. */
const groups: readonly ReadonlySet<string>[] = [
  ofOmegat,
  new Set(['x-context-pre', 'x-context-post']),
  new Set(['@creationtool', '@creationtoolversion']),
];
const times: ReadonlySet<string> = new Set([
  '@creationdate',
  '@creationid',
  '@changedate',
  '@changeid',
  '@lastusagedate',
]);

/**
 * The lists of equal translations, so that no place, and no person at a time, is made of what two of them say: a translation
 * was made when and by whom the earliest says, and changed when and by whom the latest does.
 */
function united(lists: readonly Props[]): readonly Props[] {
  const said: Props[] = lists.map((list) => list.filter((prop) => !times.has(prop.type) && !isGrouped(prop, list)));
  for (const types of groups) {
    const ofGroup = lists.map((list) => list.filter((prop) => types.has(prop.type) && isGrouped(prop, list)));
    said.push(first(ofGroup, (a, b) => compareCodePoints(JSON.stringify(a), JSON.stringify(b))));
  }
  const made = first(
    lists.map((list) => timeOf(list, 'creation')),
    byDate(1),
  );
  const changed = first(
    lists.map((list) => {
      const own = timeOf(list, 'change');
      return own.length > 0 ? own : timeOf(list, 'creation');
    }),
    byDate(-1),
  );
  const used = lists.map((list) => list.filter(({ type }) => type === '@lastusagedate'));
  said.push(made, first(used, byDate(-1)));
  const isAsMade = changed[0]?.type === '@creationdate' && textOf(changed) === textOf(made);
  if (!isAsMade) said.push(changed.map(({ type, value }) => ({ type: type.replace('creation', 'change'), value })));
  return said;
}

/** Whether a property belongs to a group there. Without a file, those of OmegaT may say anything. */
function isGrouped({ type }: EntryProp, list: Props): boolean {
  const group = groups.find((types) => types.has(type));
  return group !== undefined && (group !== ofOmegat || list.some(isFile));
}

/** When and by whom a translation was made or changed: the date, if any, comes first. */
function timeOf(list: Props, what: 'creation' | 'change'): Props {
  const named = (name: string): Props => list.filter(({ type }) => type === `@${what}${name}`);
  return [...named('date'), ...named('id')];
}

/** The first one that says anything, in an order; none says nothing. */
function first(said: readonly Props[], order: (a: Props, b: Props) => number): Props {
  let found: Props = [];
  for (const each of said) if (each.length > 0 && (found.length === 0 || order(each, found) < 0)) found = each;
  return found;
}

/** The earliest (1) or the latest (-1) first, then those without a date. */
function byDate(direction: 1 | -1): (a: Props, b: Props) => number {
  const dateOf = ([prop]: Props): string => (prop?.type.endsWith('date') === true ? prop.value : '');
  return (a, b) => {
    const [one, other] = [dateOf(a), dateOf(b)];
    if (one === '' || other === '')
      return one === other ? compareCodePoints(textOf(a), textOf(b)) : one === '' ? 1 : -1;
    return direction * compareCodePoints(one, other) || compareCodePoints(textOf(a), textOf(b));
  };
}

function textOf(props: Props): string {
  return props.map(({ value }) => value).join('\0');
}
