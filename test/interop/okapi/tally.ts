import { createHash, type Hash } from 'node:crypto';
import type { Article, Content, FrontMatter, SourceArticle, UnitMode, Value } from '../../../src/index.js';
import type { AnySegment, AnyUnit } from '../../../src/model/any-unit.js';
import { dropIllegal } from '../../../src/xml/escapes.js';

/** What a document holds: how much of what, and a digest of all its texts, without codes. */
export interface Tally {
  readonly counts: Readonly<Record<string, number>>;
  readonly texts: string;
}

/** What Okapi should read of the XLIFF 2.0 of an article. */
export function tallyOf(article: Article | SourceArticle, units: UnitMode): Tally {
  const builder = createBuilder();
  builder.add('files');
  builder.add('metadata', valuesOf(article.frontMatter));
  const stateOf = article.kind === 'article' ? stateOfArticle(article) : stateOfSegment;
  const all: readonly AnyUnit<AnySegment>[] = article.units;
  for (const unit of all) tallyUnit(unit, units, builder, stateOf);
  return builder.tally();
}

type StateOf = (segment: AnySegment & { state?: string; subState?: string }) => string;

function stateOfArticle({ localization: { translationType } }: Article): StateOf {
  const state = translationType === 'ht' ? 'final' : translationType === 'mt' ? 'translated ms:mt' : 'translated';
  return () => state;
}

const stateOfSegment: StateOf = ({ target, state, subState }) =>
  state === undefined ? (target === undefined ? 'initial' : 'translated') : [state, subState ?? []].flat().join(' ');

interface Builder {
  readonly add: (name: string, number?: number) => void;
  readonly side: (name: string, content: Content) => void;
  readonly tally: () => Tally;
}

function createBuilder(): Builder {
  const counts: Record<string, number> = {};
  const texts: Hash = createHash('sha256');
  const add = (name: string, number = 1): void => {
    if (number > 0) counts[name] = (counts[name] ?? 0) + number;
  };
  return {
    add,
    side(name, content) {
      for (const inline of content) {
        if (inline.kind === 'text') texts.update(dropIllegal(inline.text));
        else add(`codes of ${name}`);
      }
      texts.update('\0');
    },
    tally: () => ({ counts, texts: texts.digest('hex') }),
  };
}

function tallyUnit(
  { parts, notes = [] }: AnyUnit<AnySegment>,
  units: UnitMode,
  { add, side }: Builder,
  stateOf: StateOf,
): void {
  const segments = parts.filter((part) => part.kind === 'segment' && !('skip' in part && part.skip !== undefined));
  if (segments.length === 0) return;
  add('units', units === 'block' ? 1 : segments.length);
  add('notes', notes.length);
  const candidatesOf = (part: AnySegment): void => {
    for (const { source, target, score, kind, origin, penalties = [], adapted = [] } of part.candidates ?? []) {
      const type = kind === 'context' ? 'icm' : origin?.translationType === 'mt' ? 'mt' : 'tm';
      add(`candidate ${type} ${Math.min(score, 100)}`);
      add('candidate metadata', penalties.length + (adapted.length > 0 ? 1 : 0) + (origin?.date === undefined ? 0 : 1));
      side('candidate source', source.content);
      side('candidate target', target.content);
    }
  };
  for (const part of parts) {
    if (part.kind === 'ignorable') {
      if (units === 'pair') continue;
      add('ignorables');
      add('targets');
      for (const name of ['source', 'target']) side(name, [{ kind: 'text', text: part.text }]);
    } else if (segments.includes(part)) {
      add('segments');
      add(`state ${stateOf(part)}`);
      side('source', part.source.content);
      if (part.target !== undefined) {
        add('targets');
        side('target', part.target.content);
      }
      if (units === 'pair') candidatesOf(part);
    }
  }
  if (units === 'block') for (const part of parts) if (part.kind === 'segment') candidatesOf(part);
}

/** How many values a front matter has, at any depth. */
function valuesOf(frontMatter: FrontMatter | undefined): number {
  const count = (value: Value): number =>
    typeof value === 'string' ? 1 : Object.values(value).reduce((sum: number, item: Value) => sum + count(item), 0);
  return (frontMatter?.entries ?? []).reduce((sum, { value }) => sum + count(value), 0);
}
