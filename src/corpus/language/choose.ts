import type { Article } from '../../model/article.js';
import type { DiagnosticCode } from '../../model/diagnostics/diagnostic.js';
import { isSameLanguage } from '../../model/language.js';
import { CorpusError } from '../error.js';
import type { Inference } from './inference.js';

/** What a run says of languages. */
export interface LanguageRules {
  readonly srcLang: string;
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

/** Says the target language of an article: its own, unless another one is asked for; never that of the source. */
export function chooseLanguage<Said extends Pick<Article, 'localization'>>(
  article: Said,
  { srcLang, trgLang: asked, forceLang }: LanguageRules,
  infer: (article: Said) => Inference,
): LanguageChoice {
  const own = article.localization.trgLang;
  if (asked !== undefined) {
    if (own === undefined || forceLang || isSameLanguage(own, asked)) return { trgLang: asked, args: [] };
    return { diagnostic: 'language/conflict', args: [own, asked] };
  }
  if (own !== undefined) {
    return isSameLanguage(own, srcLang) ? { diagnostic: 'language/source', args: [own] } : { trgLang: own, args: [] };
  }
  const inferred = infer(article);
  if (inferred.trgLang === undefined) return { diagnostic: 'language/missing', args: [inferred.because] };
  return { trgLang: inferred.trgLang, diagnostic: 'language/inferred', args: [inferred.trgLang, inferred.from] };
}

/**
 * Nobody translates into the language of the source.
 *
 * @throws {CorpusError} `usage`: both languages are the same.
 */
export function checkLanguages(srcLang: string, trgLang: string | undefined): void {
  if (trgLang === undefined || !isSameLanguage(srcLang, trgLang)) return;
  throw new CorpusError(
    'usage',
    `the target language ${trgLang} is the source language; name another one with --trg-lang, or with --src-lang.`,
  );
}
