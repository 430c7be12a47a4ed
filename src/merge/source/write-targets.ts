import { type SourceArticle, sourceSegmentsOf } from '../../model/source-article.js';
import { withTranslations } from '../../read/source/translation-edits.js';
import { soundTranslations } from './sound/sound.js';

/** An article in the target language, as far as its segments have targets. */
export interface WrittenTargets {
  readonly text: string;
  /** The ids of segments that have a target and stand in `text` as they were: with it, the article would have other blocks. */
  readonly unwritten: readonly string[];
}

/**
 * The article with the targets of its segments in their places, byte for byte as they are, but for those that are their
 * source: `translateSource` with a look at what becomes of the article. A target that would start a list, a table, a
 * comment, or a key of the front matter is left out, and its segment stays as it is.
 *
 * @example
 * const article = sourceArticleOf(readSource('One\n\nTwo'));
 * const fill = (text = '') => ({ text, content: parseInline(text) });
 * const units = article?.units.map((unit) => ({ ...unit, parts: unit.parts.map((part) =>
 *   part.kind === 'ignorable' ? part : { ...part, target: fill(part.source.text === 'One' ? 'Eins' : '- Zwei') }) }));
 * article && units && writeTargets({ ...article, units }) // { text: 'Eins\n\nTwo', unwritten: ['102'] }
 */
export function writeTargets(article: SourceArticle): WrittenTargets {
  const targets = new Map<string, string>();
  for (const { id, source, target } of sourceSegmentsOf(article)) {
    // What is not translated keeps its lines, as a formula needs them.
    if (target !== undefined && target.text !== source.text) targets.set(id, target.text);
  }
  const sound = soundTranslations(article, targets);
  const unwritten = [...targets.keys()].filter((id) => !sound.has(id));
  for (const id of unwritten) targets.delete(id);
  return { text: withTranslations(article, targets), unwritten };
}
