import { interruptSignals, interruptStatus, type Streams } from './terminal/streams.js';

/** How a run is interrupted, and what is said then. */
export interface Interrupt {
  /** Aborted by the first signal. */
  readonly signal: AbortSignal;
  /** The exit status: 129, 130 or 143. */
  status: number;
  /** How far the run is, in words. */
  progress: string;
  /** Stops listening. */
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
  const listeners = interruptSignals.map((name) => {
    const listener = (): void => {
      if (heard) {
        interrupt.release();
        streams.kill(streams.pid, name);
        return;
      }
      heard = true;
      interrupt.status = interruptStatus[name];
      controller.abort();
    };
    streams.on(name, listener);
    return { name, listener };
  });
  const interrupt: Interrupt = {
    signal: controller.signal,
    status: 130,
    progress: 'nothing was done yet',
    release: (): void => {
      for (const { name, listener } of listeners) streams.off(name, listener);
    },
  };
  return interrupt;
}
