/** What a run failed at: how it was called, an input, an output, or a worker thread. */
export type CorpusErrorKind = 'usage' | 'input' | 'output' | 'worker';

/** A run that cannot go on. The message says what to do. */
export class CorpusError extends Error {
  readonly kind: CorpusErrorKind;

  constructor(kind: CorpusErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CorpusError';
    this.kind = kind;
  }
}

/** What the system says of a failure, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  const known = code === undefined ? undefined : systemErrors[code];
  return known ?? (error instanceof Error ? error.message : String(error));
}

const systemErrors: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EBUSY: 'another program has it open',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'a file is in the place of a folder',
  EFBIG: 'it would be larger than the system allows',
  EIO: 'the device failed',
  EISDIR: 'it is a folder',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is not a folder',
  ENXIO: 'it is a socket, or nobody is at its other end',
  EPERM: 'not permitted',
  EPIPE: 'the reader has closed it',
  EROFS: 'the disk is read-only',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GB',
  ERR_STRING_TOO_LONG: 'it is longer than a text can be (512 MB)',
};

/** Whether a run failed because nobody reads its output any more, as with `| head`. */
export function isClosedByReader(error: unknown): boolean {
  const cause = error instanceof CorpusError && error.kind === 'output' ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === 'EPIPE';
}
