import type { SourceArticle, SourceSegment } from '../../model/source-article.js';
import { sourceSegmentsOf } from '../../model/source-article.js';
import { withTranslations } from '../../read/source/translation-edits.js';

/**
 * The article with translations in place of its segments: `targetOf` gives the Markdown of each, or `undefined` where the
 * segment stays as it is, as it does where that is its source. All else is byte for byte what it was, but for what they
 * need: values of the front matter are quoted where they have to be, and a reference that is all of a segment gets its
 * label (`[Hilfe][Help]`).
 *
 * `targetOf`: default: the targets that the segments have.
 *
 * @example
 * const article = sourceArticleOf(readSource('---\ntitle: One\n---\n- One\n- Two'));
 * article && translateSource(article, ({ source }) => (source.text === 'One' ? 'A: 1' : undefined)) // '---\ntitle: "A: 1"\n---\n- A: 1\n- Two'
 */
export function translateSource(
  article: SourceArticle,
  targetOf: (segment: SourceSegment) => string | undefined = ({ target }) => target?.text,
): string {
  const translations = new Map<string, string>();
  for (const segment of sourceSegmentsOf(article)) {
    const target = targetOf(segment);
    // What is not translated keeps its lines, as a formula needs them.
    if (target !== undefined && target !== segment.source.text) translations.set(segment.id, target);
  }
  return withTranslations(article, translations);
}
