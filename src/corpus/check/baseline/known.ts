import type { Segment } from '../../../model/article.js';
import { segmentsById } from '../check-texts.js';
import type { CheckedFile } from '../checked-file.js';
import type { FileFinding } from '../file-finding.js';
import { type Baseline, numbersOfEach } from './baseline.js';
import { type FindingKeys, keysOfHeads, keysOfMessage, keysOfTexts } from './keys.js';

/** Gives the findings of a file that are not known: of equal ones, as many are left out as are known. */
export type KnownFindings = (file: CheckedFile) => readonly FileFinding[];

export function createKnownFindings({ files }: Baseline): KnownFindings {
  return (file) => {
    const numbers = files.get(file.path);
    return numbers === undefined || file.findings.length === 0 ? file.findings : withoutKnown(file, numbers);
  };
}

function withoutKnown({ findings, article }: CheckedFile, numbers: Float64Array): readonly FileFinding[] {
  const placed = new Map<number, number>();
  const anywhere = new Map<number, number>();
  for (let at = 0; at < numbers.length; at += numbersOfEach) {
    change(placed, numbers[at] ?? 0, 1);
    change(anywhere, numbers[at + 1] ?? 0, 1);
  }
  const segments = article === undefined ? undefined : segmentsById(article);
  const keys = findings.map((found) => keysOf(found, segments));
  const known = new Set<FileFinding>();
  const take = (found: FileFinding, each: FindingKeys): void => {
    known.add(found);
    change(anywhere, each.anywhere, -1);
  };
  // Those of the same pair first: of others with its texts, some may be new.
  findings.forEach((found, index) => {
    const same = keys[index]?.find(({ withPlace, anywhere: key }) => has(placed, withPlace) && has(anywhere, key));
    if (same === undefined) return;
    change(placed, same.withPlace, -1);
    take(found, same);
  });
  findings.forEach((found, index) => {
    const same = known.has(found) ? undefined : keys[index]?.find((each) => has(anywhere, each.anywhere));
    if (same !== undefined) take(found, same);
  });
  return known.size === 0 ? findings : findings.filter((found) => !known.has(found));
}

function keysOf(
  { code, segment: id = '', message }: FileFinding,
  segments: ReadonlyMap<string, Segment> | undefined,
): readonly FindingKeys[] {
  const segment = segments?.get(id);
  if (segment === undefined) return [keysOfMessage(code, message)];
  const { source, target } = segment;
  return [keysOfTexts, keysOfHeads].map((of) => of(code, id, source.text, target.text));
}

function has(counts: ReadonlyMap<number, number>, key: number): boolean {
  return (counts.get(key) ?? 0) > 0;
}

function change(counts: Map<number, number>, key: number, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
