import { isLeft } from 'fp-ts/lib/These.js';
import { type Article, type Segment, segmentsOf } from '../model/article.js';
import { parseArticle } from '../read/article.js';
import { spellDoubleQuoted, spellLike } from '../write/yaml-scalar.js';

/** A target in the place of another one. */
export interface Replacement {
  readonly segment: Segment;
  /** The Markdown of the new target. */
  readonly markdown: string;
}

/** The text of an article with other targets. Every other byte is the same. */
export function replaceTargets({ text }: Article, replacements: readonly Replacement[]): string {
  let merged = '';
  let done = 0;
  const inOrder = replacements.toSorted((a, b) => a.segment.target.range.start - b.segment.target.range.start);
  for (const { segment, markdown } of inOrder) {
    const { range } = segment.target;
    merged += text.slice(done, range.start) + spellInPlace(text, segment, markdown);
    done = range.end;
  }
  return merged + text.slice(done);
}

function spellInPlace(text: string, { range, target, recovered }: Segment, markdown: string): string {
  if (recovered) return spellLike(text.slice(target.range.start, target.range.end), markdown);
  return text.slice(range.start, target.range.start).includes('\\"')
    ? spellDoubleQuoted(markdown).slice(1, -1)
    : markdown;
}

/**
 * Those replacements with which the article is still read as it was, but for these targets. A target that looks like
 * the markup of a pair, or breaks the front matter, is none of them.
 */
export function soundReplacements(article: Article, replacements: readonly Replacement[]): readonly Replacement[] {
  if (replacements.length === 0 || isSound(article, replacements)) return replacements;
  const sound: Replacement[] = [];
  for (const replacement of replacements) if (isSound(article, [replacement])) sound.push(replacement);
  return isSound(article, sound) ? sound : [];
}

function isSound(article: Article, replacements: readonly Replacement[]): boolean {
  const read = parseArticle(replaceTargets(article, replacements));
  if (isLeft(read)) return false;
  const { right: merged } = read;
  const expected = new Map(replacements.map(({ segment, markdown }) => [segment.id, markdown]));
  const before = pairsOf(article);
  const after = pairsOf(merged);
  const titleEntry = (of: Article): unknown => of.frontMatter?.entries.find(({ key }) => key === 'title')?.value;
  const title = replacements.find(({ segment }) => segment.recovered);
  return (
    titleEntry(merged) === (title?.markdown ?? titleEntry(article)) &&
    merged.frontMatter?.entries.length === article.frontMatter?.entries.length &&
    before.length === after.length &&
    before.every(({ id, source, target }, index) => {
      const other = after[index];
      return (
        other?.id === id && other.source.text === source.text && other.target.text === (expected.get(id) ?? target.text)
      );
    })
  );
}

function pairsOf(article: Article): readonly Segment[] {
  return [...segmentsOf(article)].filter(({ recovered }) => !recovered);
}
