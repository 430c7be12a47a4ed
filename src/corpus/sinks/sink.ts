/** Where an output goes. It is there as a whole after `commit`, and not at all before. */
export interface Sink {
  /** What the output is called in messages. */
  readonly path: string;
  /** The bytes are read until the next flush. */
  write(bytes: Uint8Array): void | Promise<void>;
  /** Hands all bytes to the system. */
  flush(): void;
  commit(): void | Promise<void>;
  /** Leaves nothing behind; what was there before is still there. May be called at any time, also after `commit`. */
  discard(): void;
}
