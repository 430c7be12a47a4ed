import { checkArticle } from '../../check/check.js';
import { withLanguage } from '../../check/language.js';
import type { TreeContext } from '../../check/tree/tree.js';
import type { Article } from '../../model/article.js';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../model/diagnostics/diagnostic-kinds.js';
import type { ViewFinding, ViewItem } from '../../view/view-model.js';
import { readFoundArticle } from '../articles/read.js';
import type { ArticleList } from '../articles/shared-articles.js';
import { adjust } from '../check/adjust.js';
import { type GivenRules, rulesOf } from '../check/rules-of.js';
import type { FoundArticle } from '../find/find.js';
import { chooseLanguage } from '../language/choose.js';
import type { Inference, LanguageInference } from '../language/inference.js';
import type { Processor } from '../run/task.js';
import type { Changes } from './changes.js';
import { createUrls } from './href.js';

/** A finding with its place. */
export type ReportedFinding = ViewFinding & Pick<Diagnostic<string>, 'column'>;

/** What a review page shows of an article. */
export interface ArticleRead {
  /** Of the file, in bytes. */
  readonly size: number;
  readonly diagnostics: readonly ReportedFinding[];
  /** Only there where the article has a pair, or something is odd in it. */
  readonly item?: ViewItem;
  /** What other articles say of its language; only there where it names none itself. */
  readonly inferred?: Inference;
}

/** Reads an article of a page, by its place in the order. */
export type ItemReader = Processor<ArticleRead>;

interface Reading extends Pick<GivenRules, 'rules' | 'glossary'> {
  /** The page; links to articles start there. */
  readonly output: string;
  readonly srcLang: string;
  readonly trgLang?: string;
  /** What rules over the tree need to know, where they are wanted. */
  readonly tree?: TreeContext;
  readonly inference: LanguageInference;
  /** What an earlier look at the articles inferred, in their order. */
  readonly inferred?: readonly (Inference | undefined)[];
  readonly changes?: Changes;
  readonly stdin: Uint8Array | undefined;
}

/** Reads articles with all that is found in them. */
export function createItemReader(articles: ArticleList, reading: Reading): ItemReader {
  const { output, srcLang, trgLang, rules, tree, inference, inferred, changes, stdin } = reading;
  const languages = { srcLang, forceLang: false, ...(trgLang === undefined ? {} : { trgLang }) };

  const urlOf = createUrls(output);

  const open = (index: number, most: number | undefined): Opened => {
    const place = articles.at(index);
    if (place === undefined) throw new RangeError(`There is no article ${index}.`);
    const { path, bytes, article, diagnostics } = readFoundArticle(place, { stdin, most });
    const opened = { found: place, path, size: bytes, diagnostics, told: [] };
    if (article === undefined) return opened;
    if (article.units.length === 0) return { ...opened, article };
    let found: Inference | undefined;
    const language = chooseLanguage(article, languages, (each) => {
      found = inferred?.[index] ?? inference.of(index, each);
      return found;
    });
    return {
      ...opened,
      ...(found === undefined ? {} : { inferred: found }),
      article: withLanguage(article, () => language.trgLang),
      told: language.diagnostic === undefined ? [] : [diagnosticForFile(language.diagnostic, ...language.args)],
    };
  };

  return (index, most) => {
    const { found, path, size, article, diagnostics, told, inferred: language } = open(index, most);
    if (article === undefined) return { size, diagnostics: adjust(diagnostics, rules) };
    const own = [...adjust(diagnostics, rules), ...checkArticle(article, rulesOf(reading), tree)];
    const about = adjust(told, rules);
    const all = [...about, ...own];
    if (article.units.length === 0 && all.length === 0) return { size, diagnostics: all };
    const href = urlOf(found);
    const fromDocument = changes?.mergeInto(article, index) ?? {};
    return {
      size,
      diagnostics: all,
      ...(language === undefined ? {} : { inferred: language }),
      item: {
        article,
        path,
        // What is reported of the article as a whole has no place in its text.
        findings: [...about.map((each) => ({ ...each, offset: -1 })), ...own],
        ...(href === undefined ? {} : { href }),
        ...(reading.glossary === undefined ? {} : { glossary: reading.glossary }),
        ...fromDocument,
      },
    };
  };
}

interface Opened {
  readonly found: FoundArticle;
  readonly path: string;
  readonly size: number;
  readonly diagnostics: readonly Diagnostic[];
  /** Of its language. */
  readonly told: readonly Diagnostic[];
  /** In the language that it is taken to be in. */
  readonly article?: Article;
  readonly inferred?: Inference;
}
