import { tmx } from '../../../write/formats/tmx.js';
import { xliff } from '../../../write/formats/xliff.js';
import { idOfPath } from '../../../write/identity.js';
import type { PageContent } from '../../page-data.js';
import { faultOf } from '../fault.js';
import type { ArticleWork, SegmentWork } from '../work.js';
import { asUnit, type Progress } from './as-unit.js';

/** What is handed over of a segment: its target, and how far that is. */
function handedTarget(work: SegmentWork): PageContent {
  const { target, corrected, status } = work;
  return corrected === undefined || status === 'rejected' || faultOf(work) !== undefined ? target : corrected;
}

/** The `subState` of a target that was rejected (XLIFF 2.0, section 4.3.1.35). */
const rejected = 'sspr-tm:rejected';

/**
 * A rejected target stays that of the article, and its state is `initial`: it is to be translated anew, and what was
 * proposed instead is a note. One that was confirmed is `reviewed`, any other `translated`.
 */
function progressOf(work: SegmentWork, { type }: ArticleWork): Progress {
  const { status, comment, corrected } = work;
  const notes = comment === undefined ? [] : [comment];
  if (status === 'rejected') {
    const proposed = corrected === undefined ? [] : [`Proposed: ${markdownOf(corrected)}`];
    return { state: 'initial', subState: rejected, notes: [...notes, ...proposed] };
  }
  if (corrected !== undefined && faultOf(work) !== undefined) {
    return { state: 'translated', notes: [...notes, `Proposed: ${markdownOf(corrected)}`] };
  }
  if (status === 'confirmed') return { state: 'reviewed', notes };
  if (corrected !== undefined) return { state: 'translated', notes };
  // Only a comment: what the exporter says of the article.
  if (type === 'ht') return { state: 'final', notes };
  return type === 'mt' ? { state: 'translated', subState: 'ms:mt', notes } : { state: 'translated', notes };
}

function markdownOf(content: PageContent): string {
  if (typeof content === 'string') return content;
  return content.map((piece) => (typeof piece === 'string' ? piece : piece.data)).join('');
}

const undetermined = 'und';

/** An XLIFF 2.0 document: a file for each article, and a unit for each segment that something was done with. */
export function toXliff(articles: readonly ArticleWork[], srcLang: string, trgLang: string = undetermined): string {
  const languages = { srcLang, trgLang };
  // What the page does not know of an article is not said; the digest is that of an export.
  const options = { metadata: false, digest: false };
  let xml = String(xliff.begin(languages, options));
  for (const article of articles) {
    const units = article.segments.map((work) => asUnit(work, handedTarget(work), progressOf(work, article)));
    const item = { article: { kind: 'source-article' as const, text: '', units }, path: article.path, trgLang };
    for (const chunk of xliff.source?.(item, options) ?? []) xml += chunk;
  }
  return xml + String(xliff.end(languages, options));
}

/**
 * A TMX document of segments. A memory speaks of sources: where others have the source of one that was corrected, they have
 * to be in it, too, so that they stay as they are.
 */
export function toTmx(articles: readonly ArticleWork[], srcLang: string): string {
  const languages = { srcLang, trgLang: undetermined };
  const options = { srcLang };
  let xml = String(tmx.begin(languages, options));
  for (const { path, trgLang = undetermined, type, segments } of articles) {
    const units = segments.map((work) => asUnit(work, handedTarget(work), { state: 'translated', notes: [] }));
    const localization = type === undefined ? {} : { translationType: type };
    const article = { kind: 'article' as const, text: '', localization, units };
    for (const chunk of tmx.article({ article, path, trgLang, stem: idOfPath(path) }, options)) xml += chunk;
  }
  return xml + String(tmx.end(languages, options));
}

/** Whether the target that is handed over is not that of the article. */
export function isHandedChange(work: SegmentWork): boolean {
  return handedTarget(work) !== work.target;
}
