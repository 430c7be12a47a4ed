import type { SourceArticle } from '../../model/source-article.js';
import type { EditedDocument, EditedFile } from '../../read/edited/document.js';
import { firstSegmentOf } from '../files/first-id.js';
import { type MergeFinding, mergeFinding } from '../finding.js';
import { isSamePath } from '../match/match.js';
import { type AlignedFile, alignFile } from './align.js';

/** So many names are listed where one message has all. */
const shownNames = 3;

/**
 * The file of a document that is of an article: the one with its path; else the only one that has at least half of its
 * sources from it. `asked`: the one that it is known to be.
 */
export function chooseFile(
  article: SourceArticle,
  { files }: EditedDocument,
  asked?: EditedFile,
): AlignedFile | MergeFinding {
  const { path } = article;
  const isNamed = ({ original }: EditedFile): boolean => path !== undefined && isSamePath(original, path);
  const named = asked === undefined ? files.filter(isNamed) : [asked];
  const candidates = named.length > 0 ? named : files;
  const aligned: AlignedFile[] = [];
  for (const file of candidates) {
    const first = firstSegmentOf(file);
    if (first?.isPair) return mergeFinding('merge/side-by-side', first.offset, first.id);
    const each = alignFile(article, file);
    const isEnough =
      named.length === 1 || (path === undefined && files.length === 1) || each.matched * 2 >= each.segments;
    if (isEnough && each.segments > 0) aligned.push(each);
  }
  const [only, ...others] = aligned;
  if (only !== undefined && others.length === 0) return only;
  const names = files.slice(0, shownNames).map(({ original }) => original || 'a <file> without original');
  return mergeFinding('merge/other-article', 0, names.length === 0 ? 'it has no <file>' : names.join(', '));
}
