import { ruleKinds } from '../../../check/rule-table.js';
import type { PageFinding, PageSegment } from '../../../view/page-data.js';
import type { SegmentFindings } from '../../../view/summary.js';
import { toPageFinding } from '../../../view/view-model.js';
import type { Piece } from '../../run/arena.js';
import type { ReportedFinding } from '../view-item.js';
import { toPageJson } from '../viewed-page.js';
import { findObjectEnd } from './object-end.js';

/** All that rules find in segments in which a rule over the tree finds something, by the ids of the segments. */
export type TreeFindings = ReadonlyMap<string, readonly PageFinding[]>;

/** The findings in an article, and those of rules over the tree among them: in the order of one look at it. */
export function joinFindings(
  known: readonly ReportedFinding[],
  ofTree: readonly ReportedFinding[],
): readonly ReportedFinding[] {
  const ofRules = [...known.filter(isOfRule), ...ofTree];
  // Rules are run in the order of their codes.
  ofRules.sort((a, b) => a.offset - b.offset || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  return [...known.filter((found) => !isOfRule(found)), ...ofRules];
}

/** What there is to say of the segments that rules over the tree find something in. `all`: all findings in the article. */
export function toTreeFindings(all: readonly ReportedFinding[], ofTree: readonly ReportedFinding[]): TreeFindings {
  const findings = new Map<string, PageFinding[]>();
  for (const { segment } of ofTree) if (segment !== undefined) findings.set(segment, []);
  for (const found of all) {
    if (found.segment !== undefined && isOfRule(found)) findings.get(found.segment)?.push(toPageFinding(found));
  }
  return findings;
}

/** An article as it stands in a page, with findings. */
interface WithFindings {
  readonly data: readonly Piece[];
  /** The segments that have others now, in their order. */
  readonly segments: readonly SegmentFindings[];
}

/** How each segment begins, and nothing else: in a text of JSON, quotation marks are escaped. */
const segmentStart = '{"id":"';

/**
 * The article with these findings. Only what is new is made: all around it are pieces of the bytes that are given.
 *
 * `article`: its JSON. `mayHaveParts`: as it was made with.
 */
export function withTreeFindings(article: Piece, findings: TreeFindings, mayHaveParts: boolean): WithFindings {
  const bytes = Buffer.from(article.buffer, article.byteOffset, article.length);
  // A character for each byte, so that places in it are those of the bytes.
  const json = bytes.toString('latin1');
  const data: Piece[] = [];
  const segments: SegmentFindings[] = [];
  let done = 0;
  let index = 0;
  for (let at = json.indexOf(segmentStart); at >= 0; at = json.indexOf(segmentStart, at + 1), index++) {
    const from = at + segmentStart.length - 1;
    const idEnd = json.indexOf('"', from + 1) + 1;
    const id = JSON.parse(bytes.toString('utf8', from, idEnd)) as string;
    const ofRules = findings.get(id);
    if (ofRules === undefined) continue;
    const end = findObjectEnd(json, at);
    const segment = JSON.parse(bytes.toString('utf8', at, end)) as PageSegment;
    const before = segment.findings ?? [];
    const after = [...before.filter((found) => !isOfRule(found)), ...ofRules];
    data.push(article.subarray(done, at), Buffer.from(toPageJson({ ...segment, findings: after }, mayHaveParts)));
    segments.push({ segment: index, before, after });
    done = end;
  }
  data.push(article.subarray(done));
  return { data, segments };
}

/** What reading an article reports comes first. */
function isOfRule({ code }: { readonly code: string }): boolean {
  return Object.hasOwn(ruleKinds, code);
}
