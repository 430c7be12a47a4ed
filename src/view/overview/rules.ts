import type { Severity } from '../../model/diagnostics/diagnostic.js';
import type { PageIndex } from '../page-index.js';

/** What all articles have of the findings with a code. */
export interface RuleTotals {
  readonly code: string;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Segments with such a finding, and articles with one about no segment. */
  readonly segments: number;
  readonly articles: number;
}

interface Counting extends Omit<RuleTotals, 'findings'> {
  readonly findings: Record<Severity, number>;
  segments: number;
  articles: number;
}

/** Findings by their codes: the gravest first, then the most frequent. */
export function rulesOf({ articles, kinds, marks }: PageIndex): readonly RuleTotals[] {
  const rules = new Map<string, Counting>();
  const known = (code: string): Counting => {
    const made = rules.get(code) ?? { code, findings: { error: 0, warning: 0, info: 0 }, segments: 0, articles: 0 };
    rules.set(code, made);
    return made;
  };
  for (const { code, severity, count } of kinds) known(code).findings[severity] += count;
  const marked = new Array<number>(marks.length).fill(0);
  for (const { own = [], marked: segments = [] } of articles) {
    for (const code of codesOf(own, kinds)) known(code).articles++;
    for (let at = 1; at < segments.length; at += 2) marked[segments[at] ?? 0] = (marked[segments[at] ?? 0] ?? 0) + 1;
  }
  marks.forEach((mark, place) => {
    for (const code of codesOf(mark.kinds, kinds)) known(code).segments += marked[place] ?? 0;
  });
  return Array.from(rules.values()).sort(
    ({ findings: one, code: a }, { findings: other, code: b }) =>
      other.error - one.error || other.warning - one.warning || other.info - one.info || (a < b ? -1 : 1),
  );
}

/** The codes of kinds, by their places, each once: one may be of several severities. */
function codesOf(places: readonly number[], kinds: PageIndex['kinds']): ReadonlySet<string> {
  return new Set(places.map((place) => kinds[place]?.code ?? ''));
}
