import { segmentsOf } from '../../model/article.js';
import { applyEdits } from '../../model/edits.js';
import { language, nameOf, type OptionKindsOf, requireOptions, text as textKind } from '../../model/options.js';
import { isInHeader, type SourceArticle, type SourceSegment, sourceSegmentsOf } from '../../model/source-article.js';
import { parseArticle } from '../../read/article.js';
import { rightOf } from '../../read/result.js';
import { segmentEdits } from '../../read/source/translation-edits.js';
import { type HeaderKeys, headerKeyEdits } from './header-keys.js';
import { pairIds } from './pair-ids.js';

/** What a side-by-side article says of itself. */
export interface SideBySideOptions {
  /** The language of the targets: `ms.contentlocale`. */
  readonly trgLang: string;
  /**
   * The hash of the bytes of the English article, SHA-1 or SHA-256, in lower-case hexadecimal digits: `ms.openlocfilehash`.
   * Its first five digits are the prefix of all ids.
   */
  readonly sourceHash: string;
  /** The commit that the English article is of: `ms.sourcegitcommit`. Default: it is not said. */
  readonly sourceCommit?: string;
  /** Default: `ht` where all targets are `reviewed` or `final`, else `mt`. */
  readonly translationType?: 'ht' | 'mt';
  /** The day of the hand-off, `YYYY-MM-DD`: `ms.lasthandoff`. Default: it is not said. */
  readonly lastHandoff?: string;
}

/** A side-by-side article that was made of an article and its targets. */
export interface SideBySide {
  readonly text: string;
  /** The ids of segments whose targets are in the text without their sources: those of the front matter, and any whose pair would not be read as it was meant. */
  readonly unpaired: readonly string[];
}

const optionKinds: OptionKindsOf<SideBySideOptions> = {
  trgLang: language,
  sourceHash: textKind,
  sourceCommit: textKind,
  translationType: /* @__PURE__ */ nameOf(['ht', 'mt']),
  lastHandoff: textKind,
};

/** Each turn takes what is not read as a pair out of the form. */
const mostTurns = 8;

/**
 * The side-by-side form of an article: each segment that has a target as a pair of spans, as the localization system writes
 * it, so that it can be read, exported and put into a memory. A segment without a target stays as it is.
 *
 * Ids are counted as there: a number for each sentence, from that of the title on, and `p1`, `p2`… for sentences that were
 * joined. In a front matter there are no pairs: the title and the description are written in the target language, and
 * the keys of the localization system after them.
 *
 * @throws {RangeError} An option is none that there is, or has a value that it does not take.
 * @example
 * const article = sourceArticleOf(readSource('Hello', { path: 'a.md' }));
 * const document = (article ? sourcesToString([article], 'xliff') : '').replace('</source>', '</source><target>Hallo</target>');
 * const merged = article && mergedSourceOf(mergeSource(article, document))?.article;
 * const options = { trgLang: 'de-DE', sourceHash: '5d41402abc4b2a76b9719d911017c592aaaaaaaa' };
 * merged && toSideBySide(merged, options).text // '<span data-ttu-id="5d414-101">Hallo</span><span class="sxs-lookup"><span data-stu-id="5d414-101">Hello</span></span>'
 */
export function toSideBySide(article: SourceArticle, options: SideBySideOptions): SideBySide {
  requireOptions(options, optionKinds);
  const { sourceHash, trgLang } = options;
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sourceHash)) {
    throw new RangeError(
      `sourceHash: "${String(sourceHash).slice(0, 80)}" is no SHA-1 or SHA-256 in hexadecimal digits.`,
    );
  }
  const translated = Array.from(sourceSegmentsOf(article)).filter(({ target }) => target !== undefined);
  const { translationType = typeOf(translated) } = options;
  const keys: HeaderKeys = { ...pickKeys(options), sourceHash, trgLang, translationType };
  const ids = pairIds(article, sourceHash.slice(0, 5));
  const inHeader = new Set(
    article.units.flatMap((unit) => (isInHeader(unit) ? unit.parts.map((part) => ('id' in part ? part.id : '')) : [])),
  );
  const unpaired = new Set(translated.map(({ id }) => id).filter((id) => inHeader.has(id)));
  let text = write(article, translated, ids, unpaired, keys);
  for (let turn = 1; turn <= mostTurns; turn++) {
    const lost = translated.filter(({ id }) => !unpaired.has(id));
    const found = pairsIn(text);
    const wrong = lost.filter(({ id, source, target }) => {
      const pair = found.get(ids.get(id) ?? '');
      return pair?.source !== source.text || pair.target !== target?.text;
    });
    if (wrong.length === 0) break;
    for (const { id } of turn < mostTurns ? wrong : lost) unpaired.add(id);
    text = write(article, translated, ids, unpaired, keys);
  }
  return { text, unpaired: [...unpaired] };
}

function pickKeys({ sourceCommit, lastHandoff }: SideBySideOptions): Partial<HeaderKeys> {
  return {
    ...(sourceCommit === undefined ? {} : { sourceCommit }),
    ...(lastHandoff === undefined ? {} : { lastHandoff }),
  };
}

function typeOf(translated: readonly SourceSegment[]): 'ht' | 'mt' {
  return translated.every(({ state }) => state === 'reviewed' || state === 'final') ? 'ht' : 'mt';
}

function write(
  article: SourceArticle,
  translated: readonly SourceSegment[],
  ids: ReadonlyMap<string, string>,
  unpaired: ReadonlySet<string>,
  keys: HeaderKeys,
): string {
  const texts = new Map(
    translated.map(({ id, source, target }) => {
      const own = target?.text ?? '';
      return [id, unpaired.has(id) ? own : pairOf(ids.get(id) ?? '', own, source.text)];
    }),
  );
  return applyEdits(article.text, [...segmentEdits(article, texts), ...headerKeyEdits(article, keys)]);
}

function pairOf(id: string, target: string, source: string): string {
  return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`;
}

function pairsIn(text: string): ReadonlyMap<string, { readonly source: string; readonly target: string }> {
  const article = rightOf(parseArticle(text));
  return new Map(
    Array.from(article === undefined ? [] : segmentsOf(article), ({ id, source, target }) => [
      id,
      { source: source.text, target: target.text },
    ]),
  );
}
