import type { Article } from '../model/article.js';
import type { DiagnosticCode } from '../model/diagnostic.js';
import { readFrontMatter } from '../read/front-matter.js';
import { openArticle } from './read.js';
import type { ArticleList } from './shared-articles.js';

/** The language of an article that names none, and the article that it was taken from. */
export interface InferredLanguage {
  readonly trgLang: string;
  readonly path: string;
}

/** Tells the language of articles that name none: that of the nearest article in the tree. */
export interface LanguageInference {
  of(index: number): InferredLanguage | undefined;
}

/** Looks around an article for one that names its language. Each file is read at most once for that. */
export function createLanguageInference(articles: ArticleList): LanguageInference {
  const known = new Map<number, string | undefined>();
  const languageOf = (index: number): string | undefined => {
    const found = articles.at(index);
    if (found?.file === undefined) return undefined;
    if (!known.has(index)) {
      const { text } = openArticle(found);
      known.set(index, text === undefined ? undefined : readFrontMatter(text).localization.trgLang);
    }
    return known.get(index);
  };
  const stretches = { 1: new Map<number, number>(), [-1]: new Map<number, number>() };
  const nearest = (index: number, step: 1 | -1): number | undefined => {
    // Where no article names a language, each would look through all of them: what was looked through is skipped.
    const ends = stretches[step];
    let at = index + step;
    while (at >= 0 && at < articles.length && languageOf(at) === undefined) at = ends.get(at) ?? at + step;
    for (let passed = index + step; passed !== at; ) {
      const next = ends.get(passed) ?? passed + step;
      ends.set(passed, at);
      passed = next;
    }
    return at >= 0 && at < articles.length ? at : undefined;
  };
  return {
    of(index) {
      const path = articles.at(index)?.path ?? '';
      let best: InferredLanguage | undefined;
      // Articles are in the order of their paths, so the one that shares most of its path is on either side.
      for (const at of [nearest(index, -1), nearest(index, 1)]) {
        const trgLang = at === undefined ? undefined : languageOf(at);
        const other = at === undefined ? undefined : articles.at(at)?.path;
        if (trgLang === undefined || other === undefined) continue;
        if (best === undefined || sharedFolders(path, other) > sharedFolders(path, best.path)) {
          best = { trgLang, path: other };
        }
      }
      return best;
    },
  };
}

function sharedFolders(a: string, b: string): number {
  const others = b.split('/');
  const different = a.split('/').findIndex((folder, index) => folder !== others[index]);
  return different < 0 ? others.length : different;
}

/** What a run says of the target language. */
interface LanguageRules {
  readonly trgLang?: string;
  /** `trgLang` overrides what articles say of themselves. */
  readonly forceLang: boolean;
}

/** The language that an article is taken to be in, and what there is to say about that. */
export interface LanguageChoice {
  readonly trgLang?: string;
  readonly diagnostic?: DiagnosticCode;
  readonly args: readonly string[];
}

/** Tells the target language of an article: its own, unless another one is asked for. */
export function chooseLanguage(
  { localization }: Article,
  { trgLang: asked, forceLang }: LanguageRules,
  infer: () => InferredLanguage | undefined,
): LanguageChoice {
  const own = localization.trgLang;
  if (asked !== undefined) {
    if (own === undefined || own === asked || forceLang) return { trgLang: asked, args: [] };
    return { diagnostic: 'language/conflict', args: [own, asked] };
  }
  if (own !== undefined) return { trgLang: own, args: [] };
  const inferred = infer();
  if (inferred === undefined) return { diagnostic: 'language/missing', args: [] };
  return { trgLang: inferred.trgLang, diagnostic: 'language/inferred', args: [inferred.trgLang, inferred.path] };
}
