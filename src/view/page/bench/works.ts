import { type ArticleWork, isWork, type SegmentWork, type WorkArticle, workArticleOf } from '../../correct/work.js';
import type { PageArticle } from '../../page-data.js';
import { type KeptWork, openKeptWorks } from './kept.js';

/** The work of this page: what is kept of it, by article. */
export interface Works {
  /** The work on a segment of an article as it is now. */
  of(article: PageArticle, id: string): SegmentWork | undefined;
  /** Keeps work; one that is none any more is removed. */
  set(article: PageArticle, work: SegmentWork): void;
  /** Work on articles of the page: on versions that they may not be now, too. */
  all(): readonly ArticleWork[];
  /** Work on another version of an article. */
  stale(article: PageArticle): readonly ArticleWork[];
  /** Removes work on some segments of an article, most often of another version. */
  forget(article: WorkArticle, segments: readonly Pick<SegmentWork, 'id'>[]): void;
  /** Calls `then` when what was kept is there. */
  whenRead(then: () => void): void;
  /** Whether leaving the page would lose work. */
  isPending(): boolean;
}

export interface WorksOptions {
  /** The paths of the articles of the page. */
  readonly paths: ReadonlySet<string>;
  /** What was kept is there now. */
  onRead(): void;
  onChange(): void;
  /** Nothing can be kept, and there is something to be kept. */
  onLost(reason: string): void;
}

interface Group {
  readonly article: WorkArticle;
  readonly segments: Map<string, SegmentWork>;
}

export function createWorks({ paths, onRead, onChange, onLost }: WorksOptions): Works {
  const groups = new Map<string, Group>();
  const known = new WeakMap<PageArticle, WorkArticle>();
  let lostBy: string | undefined;
  let isReported = false;
  /** How often work was changed here. */
  let changes = 0;
  /** Whoever only reads loses nothing. */
  const reportLost = (): void => {
    if (lostBy === undefined || groups.size === 0 || isReported) return;
    isReported = true;
    onLost(lostBy);
  };
  const kept = openKeptWorks((reason) => {
    lostBy = reason;
    reportLost();
  });
  /** To make its digest takes a while: for an article without any work, nobody needs it. */
  const articleOf = (article: PageArticle): WorkArticle => {
    const own = known.get(article) ?? workArticleOf(article);
    known.set(article, own);
    return own;
  };
  const groupOf = (article: WorkArticle): Group => {
    const key = keyOf(article);
    const group = groups.get(key) ?? { article, segments: new Map() };
    groups.set(key, group);
    return group;
  };
  const hasWork = ({ path }: Pick<PageArticle, 'path'>): boolean =>
    [...groups.values()].some(({ article }) => article.path === path);
  const add = (all: readonly KeptWork[]): void => {
    for (const { article, work } of all) {
      if (!paths.has(article.path)) continue;
      const { segments } = groupOf(article);
      // What was done since is newer.
      if (!segments.has(work.id)) segments.set(work.id, work);
    }
    onRead();
    onChange();
  };
  const reading = kept.read().then(add);
  const isKnown = ({ article, work }: KeptWork): boolean =>
    JSON.stringify(groups.get(keyOf(article))?.segments.get(work.id)) === JSON.stringify(work);
  /** The page may be open in another window, too: whoever comes back to this one finds what was done there. */
  const readAgain = async (): Promise<void> => {
    await reading;
    const before = changes;
    const all = (await kept.read()).filter(({ article }) => paths.has(article.path));
    // What cannot be kept, or was done just now, is only here.
    if (lostBy !== undefined || changes !== before) return;
    const count = [...groups.values()].reduce((sum, { segments }) => sum + segments.size, 0);
    if (count === all.length && all.every(isKnown)) return;
    groups.clear();
    add(all);
  };
  window.addEventListener('focus', () => void readAgain());
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void readAgain();
  });
  return {
    of: (article, id) => (hasWork(article) ? groups.get(keyOf(articleOf(article)))?.segments.get(id) : undefined),
    set(article, work) {
      changes++;
      const own = articleOf(article);
      const { segments } = groupOf(own);
      if (isWork(work)) {
        segments.set(work.id, work);
        kept.put({ article: own, work });
        reportLost();
      } else {
        segments.delete(work.id);
        kept.remove(own, work.id);
        if (segments.size === 0) groups.delete(keyOf(own));
      }
      onChange();
    },
    all: () => [...groups.values()].map(toArticleWork),
    stale(article) {
      if (!hasWork(article)) return [];
      const own = keyOf(articleOf(article));
      return [...groups]
        .filter(([key, group]) => group.article.path === article.path && key !== own)
        .map(([, group]) => toArticleWork(group));
    },
    forget(article, segments) {
      changes++;
      const group = groups.get(keyOf(article));
      for (const { id } of segments) {
        group?.segments.delete(id);
        kept.remove(article, id);
      }
      if (group?.segments.size === 0) groups.delete(keyOf(article));
      onChange();
    },
    whenRead: (then) => void reading.then(then),
    isPending: () => kept.isPending() || (lostBy !== undefined && groups.size > 0),
  };
}

function keyOf({ digest, path }: WorkArticle): string {
  return `${digest} ${path}`;
}

function toArticleWork({ article, segments }: Group): ArticleWork {
  return { ...article, segments: [...segments.values()] };
}
