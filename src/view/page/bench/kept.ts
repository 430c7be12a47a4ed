import type { SegmentWork, WorkArticle } from '../../correct/work.js';

/** Work on a segment, as the browser keeps it. */
export interface KeptWork {
  readonly article: WorkArticle;
  readonly work: SegmentWork;
}

/** Keeps work in the browser, by the digest of the article: nothing of it leaves the machine. */
export interface KeptWorks {
  /** All that is kept, of other pages from disk, too. */
  read(): Promise<readonly KeptWork[]>;
  put(kept: KeptWork): void;
  remove(article: WorkArticle, id: string): void;
  /** Whether something would be lost if the page were left now. */
  isPending(): boolean;
}

const storeName = 'work';

/** `onLost`: nothing can be kept, and why. */
export function openKeptWorks(onLost: (reason: string) => void): KeptWorks {
  let isOpen = false;
  let isWaiting = false;
  let isLost = false;
  const lose = (error: unknown): void => {
    if (!isLost) onLost(error instanceof Error ? error.message : String(error));
    isLost = true;
  };
  const database = openDatabase();
  database.then(() => {
    isOpen = true;
  }, lose);
  const change = (what: (store: IDBObjectStore) => IDBRequest): void => {
    isWaiting = true;
    database
      .then((open) => {
        const transaction = open.transaction(storeName, 'readwrite');
        // Where there is no room, a request is answered, and comes to nothing after that.
        transaction.onabort = () => lose(transaction.error ?? new Error('The database does not keep it.'));
        what(transaction.objectStore(storeName));
        // Whoever leaves the page now leaves the rest to the browser.
        transaction.commit();
      })
      .catch(lose);
  };
  return {
    async read() {
      try {
        const open = await database;
        return await done<KeptWork[]>(open.transaction(storeName).objectStore(storeName).getAll());
      } catch (error) {
        lose(error);
        return [];
      }
    },
    put: ({ article, work }) => change((store) => store.put({ article, work, key: keyOf(article, work.id) })),
    remove: (article, id) => change((store) => store.delete(keyOf(article, id))),
    isPending: () => isWaiting && !isOpen,
  };
}

function keyOf({ digest, path }: WorkArticle, id: string): string[] {
  return [digest, path, id];
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    // Pages without an origin of their own, and some private windows, have none: then this throws.
    const request = indexedDB.open('sspr-tm', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'key' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database cannot be opened.'));
    request.onblocked = () => reject(new Error('Another page holds the database.'));
  });
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database does not answer.'));
  });
}
