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

  add(index: number, props: readonly EntryProp[] | undefined): void {
    if (props === undefined || props.length === 0) return;
    const number = this.names.numberOf(JSON.stringify(props));
    const head = this.heads.at(index);
    if (head > 0 && this.numbers.at(head - 1) === number) return;
    this.before.set(this.count, head);
    this.numbers.set(this.count, number);
    this.heads.set(index, ++this.count);
  }

  /** Each once, in the order of their types and values. */
  of(index: number): readonly EntryProp[] {
    let at = this.heads.at(index);
    if (at === 0) return [];
    const added = new Set<number>();
    for (; at > 0; at = this.before.at(at - 1)) added.add(this.numbers.at(at - 1));
    const all = new Map<string, EntryProp>();
    for (const number of added) {
      for (const prop of JSON.parse(this.names.at(number)) as EntryProp[]) all.set(`${prop.type}\0${prop.value}`, prop);
    }
    return [...all].sort(([a], [b]) => compareCodePoints(a, b)).map(([, prop]) => prop);
  }
}
