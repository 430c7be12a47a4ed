import { type RegexAnswer, type RegexTask, searchInWorker } from './regex-worker.js';

/** What is reported of a search with a regular expression. */
export interface RegexEvents {
  /** More lines that match. */
  found(lines: readonly number[]): void;
  done(): void;
  /** It was ended; all lines before `line` were searched. */
  failed(reason: string, line: number): void;
}

/** Searches with regular expressions. */
export interface RegexSearch {
  find(task: Omit<RegexTask, 'from' | 'isCareful'>, events: RegexEvents): void;
  /** Ends what is at work. */
  stop(): void;
}

/** A worker that says nothing for so long is stuck in a text, in milliseconds. */
const patience = 2000;
const notHere = 'This browser runs no regular expressions beside a page from disk.';
const tooLarge = 'It is too large: browsers only find that out when they use it.';
const tooLong = 'It takes too long for one of the texts, and was stopped. Try one with fewer * and + in each other.';

/**
 * Regular expressions run in a worker, which is ended where one does not come back from a text: the page goes on. Its code
 * is text of the page, from a `blob:`, and may ask for nothing, as the page itself.
 */
export function createRegexSearch(): RegexSearch {
  let worker: Worker | undefined;
  let isBusy = false;
  let waiting: number | undefined;
  let make: (() => Worker) | undefined;
  const end = (): void => {
    clearTimeout(waiting);
    if (worker !== undefined) {
      // What it has said may be on its way.
      worker.onmessage = null;
      worker.terminate();
    }
    worker = undefined;
    isBusy = false;
  };
  /** Asks the worker, from a line on. `onStuck`: it says nothing any more. */
  const ask = (task: RegexTask, { found, done, failed }: RegexEvents, onStuck: (searched: number) => void): void => {
    let searched = task.from;
    const fail = (reason: string): void => {
      end();
      failed(reason, searched);
    };
    try {
      make ??= createMaker();
      worker ??= make();
    } catch {
      fail(notHere);
      return;
    }
    isBusy = true;
    const own = worker;
    const watch = (): void => {
      clearTimeout(waiting);
      waiting = window.setTimeout(() => {
        end();
        onStuck(searched);
      }, patience);
    };
    watch();
    // One that does not start has nothing to say.
    own.onerror = ({ message }) => fail(message === undefined || message === '' ? notHere : tooLarge);
    own.onmessage = ({ data }: MessageEvent<RegexAnswer>) => {
      const { state, lines, next } = data;
      searched = next;
      if (lines.length > 0) found(lines);
      // Whoever took them may want something else by now.
      if (worker !== own || !isBusy) return;
      if (state === 'busy') return watch();
      if (state === 'slow') return fail(tooLong);
      clearTimeout(waiting);
      isBusy = false;
      done();
    };
    own.postMessage(task);
  };
  return {
    find(task, events) {
      if (isBusy) end();
      // What was found since the last answer is lost with a worker: the next one says each line until it is stuck, too.
      ask({ ...task, from: 0, isCareful: false }, events, (from) =>
        ask({ ...task, from, isCareful: true }, events, (line) => events.failed(tooLong, line)),
      );
    },
    stop() {
      if (isBusy) end();
    },
  };
}

interface ScriptUrls {
  createScriptURL(url: string): string;
}

/** Makes workers of the one code that there is. */
function createMaker(): () => Worker {
  const url = URL.createObjectURL(new Blob([`(${searchInWorker})()`], { type: 'text/javascript' }));
  const rules: ScriptUrls = {
    createScriptURL(wanted) {
      if (wanted !== url) throw new TypeError(`${wanted} is no worker of the page.`);
      return wanted;
    },
  };
  const { trustedTypes } = window as {
    readonly trustedTypes?: { createPolicy(name: string, rules: ScriptUrls): ScriptUrls };
  };
  const policy = trustedTypes?.createPolicy('sspr-tm-worker', rules) ?? rules;
  return () => new Worker(policy.createScriptURL(url));
}
