import type { Streams } from './streams.js';

/** What a run hears of signals. */
export interface Interrupt {
  readonly signal: AbortSignal;
  /** The exit status that tells which signal it was. */
  status: number;
  /** How far the run was, for the message. */
  progress: string;
  release(): void;
}

/**
 * The first signal stops the run in good order; the second one ends the process, as it does without a listener.
 *
 * The listener stays for the second: one that is on its way while the first is heard would be lost without it.
 */
export function createInterrupt(streams: Streams): Interrupt {
  const controller = new AbortController();
  let heard = false;
  const listeners = (['SIGINT', 'SIGTERM'] as const).map((name) => {
    const listener = (): void => {
      if (heard) {
        interrupt.release();
        streams.kill(streams.pid, name);
        return;
      }
      heard = true;
      interrupt.status = name === 'SIGINT' ? 130 : 143;
      controller.abort();
    };
    streams.on(name, listener);
    return { name, listener };
  });
  const interrupt = {
    signal: controller.signal,
    status: 130,
    progress: 'nothing was done yet',
    release: (): void => {
      for (const { name, listener } of listeners) streams.off(name, listener);
    },
  };
  return interrupt;
}
