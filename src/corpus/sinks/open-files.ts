/** A file that is open, and may be closed until it is needed again. */
export interface RestingFile {
  /** `false`: not now. */
  rest(): boolean;
}

/** Keeps a number of files open, those that were used last: systems let a process have 256 or 1,024. */
export interface OpenFiles {
  /** It was opened, or used again. */
  use(file: RestingFile): void;
  /** It is closed, or is closed soon. */
  forget(file: RestingFile): void;
}

export function createOpenFiles(most: number): OpenFiles {
  /** The least recently used first. */
  const open = new Set<RestingFile>();
  return {
    use(file) {
      open.delete(file);
      open.add(file);
      if (open.size <= most) return;
      for (const oldest of open) {
        if (oldest === file || !oldest.rest()) continue;
        open.delete(oldest);
        return;
      }
    },
    forget: (file) => void open.delete(file),
  };
}
