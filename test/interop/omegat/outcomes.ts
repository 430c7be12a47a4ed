import type { Article, Segment, Side } from '../../../src/index.js';
import { pairsOf } from '../../support/pairs.js';
import type { NamedArticle } from '../articles.js';
import type { Translated, Version } from './omegat.js';
import { hasShortcutsOf, toHtml, toHtmlSource, toShortcuts, toTextSource } from './sources.js';

/** How an article is given to OmegaT, and what it makes of its pairs. */
export interface Form {
  readonly extension: string;
  source(article: Article): string;
  /** A side as OmegaT shows it in its editor and its memory; `other` is the other side of the pair. */
  shown(side: Side, other?: Side): string;
  /** The target as it stands in the translated file, if OmegaT can put the source's tags where they belong. */
  written(pair: Segment): string | undefined;
}

export const formsOf: (version: Version) => Readonly<Record<'text' | 'codes', Form>> = (version) => ({
  text: {
    extension: '.txt',
    source: toTextSource,
    shown: ({ text }) => normalize(text),
    written: ({ target }) => normalize(target.text),
  },
  codes: {
    extension: '.html',
    source: toHtmlSource,
    shown: ({ content }, other) => normalize(toShortcuts(version, content, other?.content)),
    written: ({ source, target }) =>
      hasShortcutsOf(version, source.content, target.content)
        ? normalize(toHtml(target.content, source.content))
        : undefined,
  },
});

/** As a memory has it, without white space of XML at the ends; and OmegaT makes all it reads NFC. */
function normalize(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '').normalize('NFC');
}

/** The pairs that a memory holds. */
function exported(article: Article): Segment[] {
  return pairsOf(article).filter(({ skip }) => skip === undefined);
}

/** The articles as files of a project. */
export function sourcesOf(articles: readonly NamedArticle[], { extension, source }: Form): Record<string, string> {
  return Object.fromEntries(articles.map(({ name, article }) => [name + extension, source(article)]));
}

/** The entries of their memory, as OmegaT shows them. */
export function memoryOf(articles: readonly NamedArticle[], { shown }: Form): string[][] {
  return articles.flatMap(({ article }) =>
    exported(article).map(({ source, target }) => [shown(source, target), shown(target, source)]),
  );
}

/** What became of the pairs of an article. */
export interface Outcome {
  readonly pairs: number;
  /** Whose source is a segment of its file, as the memory has it. */
  readonly delivered: number;
  /** For which OmegaT has inserted a target of the memory. */
  readonly inserted: number;
  /** Whose inserted target stands in the translated file, tags and all. */
  readonly written: number;
}

/** What became of the pairs of each article. */
export function outcomes(
  articles: readonly NamedArticle[],
  form: Form,
  translated: Translated,
): Record<string, Outcome> {
  const targets = new Map<string, Map<string, Segment>>();
  for (const { article } of articles) {
    for (const pair of exported(article)) {
      const source = form.shown(pair.source, pair.target);
      const known = targets.get(source) ?? new Map<string, Segment>();
      targets.set(source, known.set(form.shown(pair.target, pair.source), pair));
    }
  }
  return Object.fromEntries(
    articles.map(({ name, article }) => {
      const file = name + form.extension;
      const output = decode(translated.output(file), form);
      const translations = new Map(
        translated.segments
          .filter((segment) => segment.file === file)
          .map(({ source, translation }) => [source, translation]),
      );
      const outcome = { pairs: 0, delivered: 0, inserted: 0, written: 0 };
      for (const pair of exported(article)) {
        outcome.pairs++;
        const source = form.shown(pair.source);
        const translation = translations.get(source);
        if (translation === undefined || !targets.has(source)) continue;
        outcome.delivered++;
        // Any target of that source is right; which one is up to OmegaT.
        const own = targets.get(source)?.get(translation ?? '');
        if (own === undefined) continue;
        outcome.inserted++;
        const written = form.written({ ...own, source: pair.source });
        if (written !== undefined && output.includes(written)) outcome.written++;
      }
      return [name, outcome];
    }),
  );
}

/** OmegaT writes some characters of HTML as entities. */
function decode(output: string, { extension }: Form): string {
  return extension === '.html' ? output.replaceAll('&nbsp;', '\u00a0') : output;
}

export function total(all: Record<string, Outcome>): Outcome {
  const sum = { pairs: 0, delivered: 0, inserted: 0, written: 0 };
  for (const outcome of Object.values(all)) {
    for (const key of ['pairs', 'delivered', 'inserted', 'written'] as const) sum[key] += outcome[key];
  }
  return sum;
}
