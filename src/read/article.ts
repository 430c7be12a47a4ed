import { both, left, right, type These } from 'fp-ts/lib/These.js';
import type { Article, Ignorable, Segment, Unit } from '../model/article.js';
import { type Diagnostic, diagnosticKinds, type Finding, toDiagnostic } from '../model/diagnostic.js';
import { createLineIndex } from '../model/position.js';
import { type BlockOfPairs, groupIntoBlocks } from './blocks.js';
import { readFrontMatter } from './front-matter.js';
import { findIllegalCharacters } from './illegal.js';
import { findPairs } from './pairs.js';
import { readSegments } from './segments.js';
import { recoverTitle } from './title.js';

/** What can be told of an article besides its text. */
export interface ParseOptions {
  /** The path of the article, which names it in outputs. Default: it has none. */
  readonly path?: string;
}

/**
 * Reads a side-by-side article.
 *
 * `Right` where all is well, `Both` where something was odd or damaged and the rest was read, `Left` where the text has
 * spans of pairs, or the start of a front matter, and nothing of it could be read. A text without any pair is a
 * `Right` with no units. Never throws, and takes time linear in the length of the text. Diagnostics are in the order
 * of their offsets.
 *
 * @example
 * const target = '<span data-ttu-id="1a2b3-101">Hallo</span>';
 * const source = '<span class="sxs-lookup"><span data-stu-id="1a2b3-101">Hello</span></span>';
 * const read = parseArticle(target + source);
 * read._tag // 'Right'
 * read.right.units[0].parts[0].source.text // 'Hello'
 * parseArticle(target).left[0].code // 'pair/unmatched-target'
 */
export function parseArticle(text: string, options: ParseOptions = {}): These<readonly Diagnostic[], Article> {
  const findings: Finding[] = [];
  const report = (found: Finding): void => {
    findings.push(found);
  };
  const { frontMatter, localization, findings: headerFindings } = readFrontMatter(text);
  headerFindings.forEach(report);
  const pairs = findPairs(text, report);
  const segments = readSegments(text, pairs, report);
  const title = recoverTitle(frontMatter, segments[0]);
  const headerEnd = frontMatter?.range.end ?? 0;
  const units = toUnits(text, segments, groupIntoBlocks(text, pairs, headerEnd));
  findIllegalCharacters(text, units, headerEnd, report);
  const article: Article = {
    kind: 'article',
    ...(options.path === undefined ? {} : { path: options.path }),
    text,
    ...(frontMatter === undefined ? {} : { frontMatter }),
    localization,
    units: title === undefined ? units : [title, ...units],
  };
  if (findings.length === 0) return right(article);
  const lines = createLineIndex(text);
  const diagnostics = findings.sort((a, b) => a.start - b.start).map((found) => toDiagnostic(found, lines));
  if (pairs.length === 0 && frontMatter === undefined) return left(diagnostics);
  return both(diagnostics, { ...article, units: withNotes(article.units, diagnostics) });
}

/** Adds to each unit what a translator should know of it. */
function withNotes(units: readonly Unit[], diagnostics: readonly Diagnostic[]): readonly Unit[] {
  const noteworthy = diagnostics.filter(({ code }) => diagnosticKinds[code].forTranslators);
  if (noteworthy.length === 0) return units;
  let next = 0;
  return units.map((unit) => {
    const start = unit.parts[0]?.range.start ?? 0;
    const end = unit.parts.at(-1)?.range.end ?? 0;
    const notes = [...(unit.notes ?? [])];
    for (; (noteworthy[next]?.offset ?? end) < end; next++) {
      const { offset, message } = noteworthy[next] ?? { offset: -1, message: '' };
      if (offset >= start && !notes.includes(message)) notes.push(message);
    }
    return notes.length === 0 ? unit : { ...unit, notes };
  });
}

function toUnits(text: string, segments: readonly Segment[], blocks: readonly BlockOfPairs[]): Unit[] {
  return blocks.map(({ block, level, first, last }): Unit => {
    const parts: (Segment | Ignorable)[] = [];
    let end: number | undefined;
    for (let index = first; index <= last; index++) {
      const segment = segments[index];
      if (segment === undefined) break;
      const { range } = segment;
      if (end !== undefined && end < range.start) {
        parts.push({ kind: 'ignorable', range: { start: end, end: range.start }, text: text.slice(end, range.start) });
      }
      parts.push(segment);
      end = range.end;
    }
    const id = segments[first]?.id ?? '';
    return level === undefined ? { kind: 'unit', id, block, parts } : { kind: 'unit', id, block, level, parts };
  });
}
