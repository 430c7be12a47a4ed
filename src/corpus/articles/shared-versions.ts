import type { ArticleVersion } from '../find/found.js';

/** The numbers of its commits: of the first, and of the last where that is another one. */
export type SharedVersion = readonly [first: number, last?: number];

/** Commits of versions, each once: they are far fewer than versions. */
export interface VersionTable {
  numberOf(version: ArticleVersion): SharedVersion;
  /** All commits, as JSON in UTF-8; `undefined`: there are none. */
  commits(): Uint8Array<SharedArrayBuffer> | undefined;
}

type SharedCommit = readonly [commit: string, date: string];

export function createVersionTable(): VersionTable {
  const numbers = new Map<string, number>();
  const commits: SharedCommit[] = [];
  const add = ({ commit, date }: Pick<ArticleVersion, 'commit' | 'date'>): number => {
    const known = numbers.get(commit);
    if (known !== undefined) return known;
    numbers.set(commit, commits.length);
    return commits.push([commit, date]) - 1;
  };
  return {
    numberOf: (version) => (version.last === undefined ? [add(version)] : [add(version), add(version.last)]),
    commits() {
      if (commits.length === 0) return undefined;
      const text = JSON.stringify(commits);
      const bytes = Buffer.from(new SharedArrayBuffer(Buffer.byteLength(text)));
      bytes.write(text);
      return new Uint8Array(bytes.buffer as SharedArrayBuffer);
    },
  };
}

/** What versions are by their numbers. */
export function readVersionTable(
  bytes: Uint8Array<SharedArrayBuffer> | undefined,
): (version: SharedVersion) => ArticleVersion {
  if (bytes === undefined) return () => ({ commit: '', date: '' });
  const commits = (JSON.parse(Buffer.from(bytes.buffer).toString('utf8')) as SharedCommit[]).map(
    ([commit, date]): ArticleVersion => ({ commit, date }),
  );
  const absent: ArticleVersion = { commit: '', date: '' };
  return ([first, last]) => {
    const version = commits[first] ?? absent;
    return last === undefined ? version : { ...version, last: commits[last] ?? absent };
  };
}
