import type { EntryProp, ReplacedTarget } from '../../model/memory/entry.js';
import { dayOf, type Neighbours } from '../facts.js';
import { type Candidate, compareCodePoints, compareKnown, type Policy } from '../policy.js';
import { Column, type Names } from './columns.js';
import { Contexts } from './contexts.js';
import { PropLists } from './prop-lists.js';

/** What is known of translations besides their records; much of it of few, in columns as long as the last that has it. */
export class Extras {
  private readonly names: Names;
  private readonly props = new PropLists();
  private readonly replaced = new Column();
  private readonly contexts = new Contexts();
  /** Of the first place: what rules found, and what stands before and after: as a memory says it, and the numbers of sources. */
  private readonly findings = new Column();
  private readonly neighbours = new Column();
  private readonly befores = new Column();
  private readonly afters = new Column();

  constructor(names: Names) {
    this.names = names;
  }

  addProps(index: number, props: readonly EntryProp[] | undefined, hasPlace: boolean): void {
    this.props.add(index, props, hasPlace);
  }

  addContext(index: number, before: number, after: number): void {
    this.contexts.add(index, before, after);
  }

  /** The first place is another one. Where nothing was set, nothing is to be unset. */
  setPlace(index: number, findings: readonly string[] | undefined, neighbours: Neighbours | undefined): void {
    this.befores.unset(index);
    this.afters.unset(index);
    this.setJson(this.neighbours, index, neighbours);
    this.setJson(this.findings, index, findings);
  }

  /** The numbers of the sources before and after at the first place: -1 where there is none. */
  setNeighbours(index: number, before: number, after: number): void {
    this.befores.set(index, before + 1);
    this.afters.set(index, after + 1);
  }

  /** Of several, the best one by the policy; where that does not say it, the one that comes first as it is written. */
  setReplaced(index: number, replaced: ReplacedTarget, policy: Policy): void {
    const known = this.replacedOf(index);
    if (known !== undefined && compareReplaced(replaced, known, policy) >= 0) return;
    this.setJson(this.replaced, index, replaced);
  }

  propsOf(index: number): readonly EntryProp[] {
    return this.props.of(index);
  }

  contextsOf(index: number): readonly (readonly [number, number])[] {
    return this.contexts.of(index);
  }

  findingsOf(index: number): readonly string[] | undefined {
    return this.jsonOf(this.findings, index);
  }

  /** What a memory says that it replaced. */
  replacedOf(index: number): ReplacedTarget | undefined {
    return this.jsonOf(this.replaced, index);
  }

  /** The source before (-1) or after (1) at the first place; -1: there is none. */
  neighbourOf(index: number, side: -1 | 1): number {
    return (side < 0 ? this.befores : this.afters).at(index) - 1;
  }

  /** The texts of the sources before and after at the first place, where a memory says them. */
  toldNeighboursOf(index: number): Neighbours {
    return this.jsonOf(this.neighbours, index) ?? {};
  }

  private setJson(column: Column, index: number, value: object | undefined): void {
    if (value === undefined) column.unset(index);
    else column.set(index, this.names.numberOf(JSON.stringify(value)));
  }

  private jsonOf<T>(column: Column, index: number): T | undefined {
    const number = column.at(index);
    return number === 0 ? undefined : (JSON.parse(this.names.at(number)) as T);
  }
}

/** What is known of a translation that was replaced. */
export function knownOf({ translationType, lastHandoff }: ReplacedTarget): Pick<Candidate, 'type' | 'last'> {
  return { type: translationType, last: dayOf(lastHandoff) };
}

function compareReplaced(a: ReplacedTarget, b: ReplacedTarget, policy: Policy): number {
  return (
    compareKnown(knownOf(a), knownOf(b), policy) ||
    compareCodePoints(a.text, b.text) ||
    compareCodePoints(JSON.stringify(a), JSON.stringify(b))
  );
}
