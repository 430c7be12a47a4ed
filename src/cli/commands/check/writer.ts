import type { CheckSummary, Formatter } from '../../../corpus/check/formats/format.js';
import { createPacking } from '../../../corpus/packing.js';
import type { Sink } from '../../../corpus/sinks/sink.js';

/** Bytes that are put together before they are written. */
const writtenAtOnce = 1 << 20;

/** Puts together what threads wrote of files. */
export interface FindingsWriter {
  begin(): Promise<void>;
  /** The bytes are copied. */
  add(file: readonly Uint8Array[]): Promise<void>;
  /** `rest`: what is written after the end. */
  end(summary: CheckSummary, rest: string): Promise<void>;
}

export function createFindingsWriter(formatter: Formatter, sink: Sink): FindingsWriter {
  const form = formatter.container?.();
  const container = form && createPacking(form, sink.path, 'The format of the findings');
  let waiting: Buffer[] = [];
  let length = 0;
  let isFirst = true;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(waiting, length);
    waiting = [];
    length = 0;
    if (bytes.length > 0) await sink.write(bytes);
  };
  const write = async (pieces: Iterable<Uint8Array>): Promise<void> => {
    for (const piece of pieces) {
      waiting.push(Buffer.from(piece));
      length += piece.length;
      if (length >= writtenAtOnce) await flush();
    }
  };
  const put = async (bytes: Uint8Array): Promise<void> => {
    if (bytes.length > 0) await write(container === undefined ? [bytes] : container.add(bytes));
  };
  return {
    async begin() {
      await put(Buffer.from(formatter.begin()));
      await flush();
    },
    async add(file) {
      if (file.every((piece) => piece.length === 0)) return;
      if (!isFirst) await put(Buffer.from(formatter.between));
      isFirst = false;
      for (const piece of file) await put(piece);
    },
    async end(summary, rest) {
      await put(Buffer.from(formatter.end(summary) + rest));
      if (container !== undefined) await write(container.end());
      await flush();
    },
  };
}
