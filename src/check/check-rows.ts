import { type Article, pairsOf } from '../model/article.js';
import { ownText } from '../model/compact/own-text.js';
import { createLineIndex, type LineIndex, type Range } from '../model/position.js';
import type { CheckFinding, Rules } from './finding.js';
import { messageOf } from './message.js';
import { wantedRules } from './rule-table.js';
import { rowsOf, type TreeRows } from './tree/rows.js';
import type { TreeContext } from './tree/tree.js';

/** Where the pairs of an article stand, in the order of its rows. Plain data, which may come from another thread. */
export interface RowPlaces {
  /** The ids of the pairs, with line feeds between. */
  readonly ids: string;
  /** Start, end, line and column of each source. */
  readonly sources: Int32Array<ArrayBuffer>;
  readonly targets: Int32Array<ArrayBuffer>;
  /** Of each text in bold, in the target. */
  readonly terms: Int32Array<ArrayBuffer>;
}

const columns = 4;

/** What an article brings to its tree, and where that stands, for {@link checkRows}. `lines`: those of the article. */
export function placedRowsOf(
  article: Article,
  lines: LineIndex = createLineIndex(article.text),
): { readonly rows: TreeRows; readonly places: RowPlaces } {
  const terms: Range[] = [];
  const rows = rowsOf(article, undefined, { lines, onTerm: (range) => terms.push(range) });
  return { rows, places: placesOf(article, terms, lines) };
}

function placesOf(article: Article, terms: readonly Range[], lines: LineIndex): RowPlaces {
  const segments = pairsOf(article);
  const sources = new Int32Array(segments.length * columns);
  const targets = new Int32Array(segments.length * columns);
  const ofTerms = new Int32Array(terms.length * columns);
  const put = (places: Int32Array, at: number, { start, end }: Range): void => {
    const { line, column } = lines.pointAt(start);
    places[at] = start;
    places[at + 1] = end;
    places[at + 2] = line;
    places[at + 3] = column;
  };
  segments.forEach(({ source, target }, index) => {
    put(targets, index * columns, target.range);
    put(sources, index * columns, source.range);
  });
  for (const [index, range] of terms.entries()) put(ofTerms, index * columns, range);
  return { ids: ownText(segments.map(({ id }) => id).join('\n')), sources, targets, terms: ofTerms };
}

/** What rules over the tree find in an article, by what it brought to the tree: the same as by reading it again. */
export function checkRows(
  rows: TreeRows,
  places: RowPlaces,
  rules: Rules<string>,
  tree: TreeContext,
): readonly CheckFinding[] {
  const findings: CheckFinding<string>[] = [];
  let ids: readonly string[] | undefined;
  for (const [rule, severity] of wantedRules(rules)) {
    if (rule.scope !== 'tree') continue;
    rule.checkRows?.(rows, tree, ({ pair, side, term, args }) => {
      ids ??= places.ids.split('\n');
      const all = term !== undefined ? places.terms : side === 'source' ? places.sources : places.targets;
      const at = (term ?? pair) * columns;
      const [offset = 0, end = 0, line = 1, column = 1] = all.subarray(at, at + columns);
      const message = messageOf(rule.message, args);
      findings.push({
        code: rule.code,
        severity,
        message,
        offset,
        end,
        line,
        column,
        segment: ids[pair] ?? '',
        side,
      });
    });
  }
  return findings.sort((a, b) => a.offset - b.offset) as CheckFinding[];
}

/** Whether rules over the tree may find something in an article, by what it brought to its tree. */
export function mayFindInTree(rules: Rules<string>, rows: TreeRows, tree: TreeContext): boolean {
  let isFound = false;
  for (const [rule] of wantedRules(rules)) {
    if (rule.scope !== 'tree' || isFound) continue;
    if (rule.checkRows === undefined) return true;
    rule.checkRows(rows, tree, () => {
      isFound = true;
    });
  }
  return isFound;
}
