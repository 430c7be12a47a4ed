import { isLeft } from 'fp-ts/lib/These.js';
import { type Article, parseArticle } from '../../../src/index.js';
import { contentOf, join } from '../../../src/view/correct/edit/pieces.js';
import { toTmx, toXliff } from '../../../src/view/correct/hand-over/hand-over.js';
import {
  type ArticleWork,
  noWork,
  type SegmentWork,
  withComment,
  withStatus,
  withTarget,
  workArticleOf,
} from '../../../src/view/correct/work.js';
import { piecesOf } from '../../../src/view/page-data.js';
import { toPageArticle } from '../../../src/view/view-model.js';
import { readFixtures } from '../../support/golden.js';
import { type Entry, entriesOf } from './page.js';

/** Every fixture that has something to correct. */
export function fixtureArticles(): readonly Article[] {
  return readFixtures()
    .map(({ path, text }) => parseArticle(text, { path }))
    .flatMap((read) => (isLeft(read) || read.right.units.length === 0 ? [] : read.right));
}

/** Everything that can be done with a segment, one after the other. */
const deeds: readonly ((work: SegmentWork) => SegmentWork)[] = [
  (work) => typed(work, ' Neu & <b>*so*</b> `x`'),
  (work) => withStatus(typed(work, '!'), 'confirmed'),
  (work) => withComment(typed(work, ' \u00a0ü'), 'Why?\n<b> & "so" ]]>\u0001'),
  (work) => withStatus(work, 'confirmed'),
  (work) => withComment(withStatus(typed(work, ' so'), 'rejected'), 'No.'),
  (work) => withComment(work, ' A question '),
  // That cannot be written: it is a note.
  (work) => withTarget(work, ' '),
];

function typed(work: SegmentWork, text: string): SegmentWork {
  return withTarget(work, contentOf(join(piecesOf(work.target), [text])));
}

/** What a reviewer who did all of that hands over. */
export function documentsOf(article: Article): {
  readonly xliff: string;
  readonly tmx: string;
  readonly work: ArticleWork;
  readonly trgLang: string;
} {
  const trgLang = article.localization.trgLang ?? 'de-DE';
  const page = toPageArticle({ article, trgLang });
  const toWork = ({ unit, segment }: Entry, number: number): SegmentWork => {
    const none = noWork(unit, segment);
    return deeds[number % deeds.length]?.(none) ?? none;
  };
  const work = { ...workArticleOf(page), trgLang, segments: entriesOf(page).map(toWork) };
  return { xliff: toXliff([work], 'en-US', trgLang), tmx: toTmx([work], 'en-US'), work, trgLang };
}
