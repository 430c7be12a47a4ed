import { type RegexAnswer, type RegexTask, searchInWorker } from './regex-worker.js';

/** Searches with regular expressions. */
export interface RegexSearch {
  /** Calls `then` with the lines that match, or `onFailed` with the reason why there is no answer. */
  find(task: RegexTask, then: (lines: readonly number[]) => void, onFailed: (reason: string) => void): void;
  /** Ends what is at work. */
  stop(): void;
}

/** A worker that says nothing for so long is stuck in a text, in milliseconds. */
const patience = 3000;
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
    worker?.terminate();
    worker = undefined;
    isBusy = false;
  };
  return {
    find(task, then, onFailed) {
      if (isBusy) end();
      const fail = (reason: string): void => {
        end();
        onFailed(reason);
      };
      try {
        make ??= createMaker();
        worker ??= make();
      } catch {
        return fail('This browser runs no regular expressions beside a page from disk.');
      }
      isBusy = true;
      const watch = (): void => {
        clearTimeout(waiting);
        waiting = window.setTimeout(() => fail(tooLong), patience);
      };
      watch();
      worker.onerror = () => fail('This browser runs no regular expressions beside a page from disk.');
      worker.onmessage = ({ data }: MessageEvent<RegexAnswer>) => {
        if (data === 'busy') return watch();
        if (data === 'slow') return fail(tooLong);
        clearTimeout(waiting);
        isBusy = false;
        then(data);
      };
      worker.postMessage(task);
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
