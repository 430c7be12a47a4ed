import type { Article, Value } from '../../model/article.js';
import { dayOf, type Origin } from '../facts.js';
import type { Shared } from './rows.js';

/** Which version of an article is read, where there are several. */
interface Version {
  readonly commit?: string;
  readonly date?: string;
  readonly last?: { readonly date: string };
}

/** What all pairs of an article share. */
export function sharedOf(
  article: Pick<Article, 'localization' | 'frontMatter'>,
  path: string,
  trgLang: string,
  version: Version = {},
): Shared {
  const { translationType, lastHandoff, sourceHash, sourceCommit } = article.localization;
  const { commit, date, last } = version;
  // All articles have the same properties: what reads them is compiled for one shape.
  const origin: Origin = {
    path,
    date: dayOf(lastHandoff ?? last?.date ?? date),
    first: lastHandoff === undefined && last !== undefined ? dayOf(date) : undefined,
    sourceHash,
    sourceCommit,
    commit,
    isRead: true,
  };
  return {
    trgLang,
    type: translationType,
    origin,
    service: metadataOf(article, 'ms.service'),
    topic: metadataOf(article, 'ms.topic'),
  };
}

/** The value of a key of the front matter, where it is a text. */
function metadataOf({ frontMatter }: Pick<Article, 'frontMatter'>, key: string): string | undefined {
  const value: Value | undefined = frontMatter?.entries.find((entry) => entry.key === key)?.value;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
