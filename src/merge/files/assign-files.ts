import { type Agreement, createPathFinder } from './file-paths.js';

/** A file of a document, as far as its article is looked for. */
export interface AssignedFile {
  /** The path that the document names. It is compared, and never opened. */
  readonly original: string;
  /** The ids of its units and segments. */
  ids(): Iterable<string>;
  /** The texts of its sources. */
  sources(): Iterable<string>;
}

/** The articles that files are looked for among. */
export interface AssignableArticles {
  /** The paths of each article: its name, and others that lead to it. */
  readonly paths: readonly (readonly string[])[];
  /** The ids of the units and segments of an article; read only where paths do not say enough. */
  idsOf(article: number): ReadonlySet<string>;
  /** The texts of its sources; read only where ids do not say enough. */
  sourcesOf(article: number): ReadonlySet<string>;
}

/** Which file of a document is which article. All are places in their lists. */
export interface Assignment {
  /** The file of each article that has one. */
  readonly files: ReadonlyMap<number, number>;
  /** Files that belong to no article. */
  readonly unused: readonly number[];
  /** Files that might belong to several articles, or several of which might belong to one. */
  readonly doubtful: readonly { readonly file: number; readonly articles: readonly number[] }[];
}

/** A file that may be that of an article; what is larger is nearer. */
interface Claim {
  readonly file: number;
  readonly article: number;
  /** Parts of their paths that are the same, from the end. */
  readonly parts: number;
  readonly isSame: boolean;
  /** How many ids they have in common; only known where it is needed. */
  readonly shared: number;
}

/** So many articles are looked at one by one. */
const few = 8;

/**
 * Finds the article of each file of a document, by its path: the longest agreement wins. Trees may have been moved since,
 * or be named from elsewhere; so where a path agrees in part only, or with several articles alike, the ids that both have
 * in common must say it, and where no part agrees, they alone do. Where several have as many, sources decide.
 */
export function assignFiles(files: readonly AssignedFile[], articles: AssignableArticles): Assignment {
  return createAssigner(articles)(files);
}

/** The same for any number of documents: what is read of an article is read once. */
export function createAssigner(articles: AssignableArticles): (files: readonly AssignedFile[]) => Assignment {
  const find = createPathFinder(articles.paths);
  const search = createIdSearch(articles);
  return (files) => assignAll(files, articles, find, search);
}

function assignAll(
  files: readonly AssignedFile[],
  articles: AssignableArticles,
  find: (path: string) => readonly Agreement[],
  search: IdSearch,
): Assignment {
  const claims: Claim[] = [];
  const unused: number[] = [];
  const doubtful: { file: number; articles: readonly number[] }[] = [];
  files.forEach((file, index) => {
    const agreements = find(file.original);
    const [only] = agreements;
    if (only !== undefined && agreements.length === 1 && only.isWhole) {
      claims.push({ file: index, article: only.article, parts: only.parts, isSame: only.isSame, shared: 0 });
      return;
    }
    const ids = new Set(file.ids());
    // The one of that very name is the nearest of all, if it has anything of the file: the others need not be read.
    const [own, ...alike] = agreements.filter(({ isSame }) => isSame);
    if (own !== undefined && alike.length === 0) {
      const shared = search.shared(ids, own.article);
      if (shared > 0) {
        claims.push({ file: index, article: own.article, parts: own.parts, isSame: true, shared });
        return;
      }
    }
    const sharedOf =
      agreements.length > few ? search.sharedOfAll(ids) : (article: number) => search.shared(ids, article);
    const near = agreements.map(({ article, parts, isSame }) => ({
      article,
      parts,
      isSame,
      shared: sharedOf(article),
    }));
    const fitting = near.filter(({ shared }) => shared > 0);
    // With the same name it is its article, whatever it has become.
    const same = near.filter(({ isSame }) => isSame);
    const candidates =
      fitting.length > 0
        ? fitting
        : same.length > 0
          ? same
          : search.all(ids).map((each) => ({ ...each, parts: 0, isSame: false }));
    const best = mostAlike(nearest(candidates), file, articles);
    const [first] = best;
    if (first === undefined) unused.push(index);
    else if (best.length === 1) claims.push({ file: index, ...first });
    else doubtful.push({ file: index, articles: best.map(({ article }) => article) });
  });
  const taken = new Map<number, number>();
  for (const [article, own] of groupByArticle(claims)) {
    const best = nearest(own.length === 1 ? own : own.map((claim) => withShared(claim, files, search)));
    const [first] = best;
    if (first !== undefined && best.length === 1) taken.set(article, first.file);
    const bestFiles = new Set(best.map(({ file }) => file));
    for (const { file } of own) {
      if (!bestFiles.has(file)) unused.push(file);
      else if (best.length > 1) doubtful.push({ file, articles: [article] });
    }
  }
  return { files: taken, unused: unused.sort((a, b) => a - b), doubtful: doubtful.sort((a, b) => a.file - b.file) };
}

function withShared(claim: Claim, files: readonly AssignedFile[], search: IdSearch): Claim {
  return { ...claim, shared: search.shared(new Set(files[claim.file]?.ids()), claim.article) };
}

function groupByArticle(claims: readonly Claim[]): ReadonlyMap<number, readonly Claim[]> {
  const groups = new Map<number, Claim[]>();
  for (const claim of claims) {
    const group = groups.get(claim.article);
    if (group === undefined) groups.set(claim.article, [claim]);
    else group.push(claim);
  }
  return groups;
}

/** Those with the longest agreement; of these the one with that very name, or those with the most in common. */
function nearest<T extends Omit<Claim, 'file'>>(candidates: readonly T[]): readonly T[] {
  let parts = 0;
  for (const candidate of candidates) parts = Math.max(parts, candidate.parts);
  const longest = candidates.filter((candidate) => candidate.parts === parts);
  const same = longest.filter(({ isSame }) => isSame);
  const left = same.length === 1 ? same : longest;
  let shared = 0;
  for (const candidate of left) shared = Math.max(shared, candidate.shared);
  return left.filter((candidate) => candidate.shared === shared);
}

/** Of articles that are equally near, those with the most sources of a file. */
function mostAlike<T extends Pick<Claim, 'article'>>(
  candidates: readonly T[],
  file: AssignedFile,
  { sourcesOf }: AssignableArticles,
): readonly T[] {
  if (candidates.length < 2) return candidates;
  const wanted = [...new Set(file.sources())];
  const counted = candidates.map((candidate) => {
    const sources = sourcesOf(candidate.article);
    return { candidate, same: wanted.filter((source) => sources.has(source)).length };
  });
  let most = 0;
  for (const { same } of counted) most = Math.max(most, same);
  return counted.filter(({ same }) => same === most).map(({ candidate }) => candidate);
}

interface IdSearch {
  /** How many ids an article has of some. */
  shared(ids: ReadonlySet<string>, article: number): number;
  /** The same for any number of articles: those without any of the ids cost nothing. */
  sharedOfAll(ids: ReadonlySet<string>): (article: number) => number;
  /** All articles with some of the ids. */
  all(ids: ReadonlySet<string>): readonly { readonly article: number; readonly shared: number }[];
}

/** Each article is read once, and only when it is asked for. */
function createIdSearch({ paths, idsOf }: AssignableArticles): IdSearch {
  const known = new Map<number, ReadonlySet<string>>();
  const own = (article: number): ReadonlySet<string> => {
    const ids = known.get(article) ?? idsOf(article);
    known.set(article, ids);
    return ids;
  };
  let byId: Map<string, number[]> | undefined;
  const countsOf = (ids: ReadonlySet<string>): ReadonlyMap<number, number> => {
    byId ??= indexIds(paths.length, own);
    const counts = new Map<number, number>();
    for (const id of ids) {
      for (const article of byId.get(id) ?? []) counts.set(article, (counts.get(article) ?? 0) + 1);
    }
    return counts;
  };
  return {
    sharedOfAll(ids) {
      const counts = countsOf(ids);
      return (article) => counts.get(article) ?? 0;
    },
    shared(ids, article) {
      const of = own(article);
      let shared = 0;
      for (const id of ids) if (of.has(id)) shared++;
      return shared;
    },
    all: (ids) => Array.from(countsOf(ids), ([article, shared]) => ({ article, shared })),
  };
}

function indexIds(length: number, idsOf: (article: number) => ReadonlySet<string>): Map<string, number[]> {
  const byId = new Map<string, number[]>();
  for (let article = 0; article < length; article++) {
    for (const id of idsOf(article)) {
      const list = byId.get(id);
      if (list === undefined) byId.set(id, [article]);
      else list.push(article);
    }
  }
  return byId;
}
