import type { Article } from '../../model/article.js';
import { carrierOf } from '../../read/carriers/carriers.js';
import type { ArticleSide, SplitOptions } from '../../split/split.js';
import { chooseLanguage, type LanguageChoice } from '../language/choose.js';
import type { Inference } from '../language/inference.js';
import type { SplitInput } from './split-article.js';

/** What is the same for all articles of a run. Plain data. */
export interface SplitSettings extends Pick<SplitOptions, 'anchors'> {
  readonly sides: readonly ArticleSide[];
  readonly srcLang: string;
  readonly trgLang?: string;
  readonly forceLang: boolean;
  /** One side of one article, whatever language it is in: that makes no path. */
  readonly toStdout: boolean;
}

/** The sides of an article that are asked for, by their languages. */
export interface SideChoice {
  readonly language: LanguageChoice;
  readonly tags: Readonly<Partial<Record<ArticleSide, string>>>;
  /** The article is left out because of its language, or a language is looked for that is needed. */
  readonly isReported: boolean;
}

/** Says which sides of an article are made; `undefined`: it is no article of a side-by-side tree. */
export function chooseSides(
  { article, pairs }: SplitInput,
  settings: SplitSettings,
  infer: (article: Article) => Inference,
): SideChoice | undefined {
  if (article === undefined || !isOfTree(article, pairs, settings)) return undefined;
  const { sides, srcLang, toStdout } = settings;
  const language = chooseLanguage(article, settings, infer);
  const isOther = language.diagnostic === 'language/conflict' || language.diagnostic === 'language/source';
  if (isOther) return { language, tags: {}, isReported: true };
  const trgLang = toStdout ? '' : language.trgLang;
  return {
    language,
    tags: {
      ...(sides.includes('source') ? { source: srcLang } : {}),
      ...(sides.includes('target') && trgLang !== undefined ? { target: trgLang } : {}),
    },
    isReported: sides.includes('target') && !toStdout,
  };
}

/** A text of which nothing says that it was translated is no article of the tree, such as a README; nor is YAML without pairs. */
function isOfTree(article: Article, pairs: number, { toStdout }: SplitSettings): boolean {
  if (pairs > 0 || toStdout) return true;
  return Object.keys(article.localization).length > 0 && carrierOf(article)?.pairsOnly !== true;
}
