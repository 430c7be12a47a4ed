import type { SourceArticle, SourceSegment } from '../../model/source-article.js';
import { markdown } from '../../read/carriers/markdown/markdown.js';
import { findDefinitions } from '../../read/inline/definitions.js';
import type { SpelledTargets } from './spell-targets.js';

/** What is known of the targets of an article. */
interface Targets extends Pick<SpelledTargets, 'spelled' | 'same'> {
  /** The ids of those that somebody approved. */
  readonly confirmed: ReadonlySet<string>;
}

/** The article, its segments with the targets that were written, and no others. */
export function withTargets(article: SourceArticle, { spelled, same, confirmed }: Targets): SourceArticle {
  const definitions = findDefinitions(article.text);
  const isDefined = (label: string): boolean => definitions.has(label);
  const fill = ({ kind, id, range, source }: SourceSegment): SourceSegment => {
    const text = same.has(id) ? source.text : spelled.get(id);
    if (text === undefined) return { kind, id, range, source };
    const { target: content } = markdown.markup.readContents(source.text, text, { isDefined });
    const state = confirmed.has(id) ? 'reviewed' : 'translated';
    return { kind, id, range, source, target: { text, content }, state };
  };
  const units = article.units.map((unit) => ({
    ...unit,
    parts: unit.parts.map((part) => (part.kind === 'segment' ? fill(part) : part)),
  }));
  return { ...article, units };
}
