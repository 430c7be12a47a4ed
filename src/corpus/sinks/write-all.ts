import { fsync, writeSync, writevSync } from 'node:fs';

/** Writes all buffers; the system may take less than it is given. */
export function writeAll(descriptor: number, buffers: readonly Uint8Array[]): void {
  let rest = buffers;
  while (rest.length > 0) {
    let written = writevSync(descriptor, rest.slice(0, mostBuffers));
    let index = 0;
    for (let buffer = rest[index]; buffer !== undefined && written >= buffer.length; buffer = rest[index]) {
      written -= buffer.length;
      index++;
    }
    const partly = rest[index];
    rest =
      partly === undefined || written === 0 ? rest.slice(index) : [partly.subarray(written), ...rest.slice(index + 1)];
  }
}

/** Writes all bytes to a place in the file; the system may take less than it is given. */
export function writeAllAt(descriptor: number, bytes: Uint8Array, place: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(descriptor, bytes, done, bytes.length - done, place + done);
  }
}

/** What systems take in one call (`IOV_MAX`). */
const mostBuffers = 1024;

/** Waits until a file is on the disk. */
export function flushToDisk(descriptor: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fsync(descriptor, (error) => (error === null ? resolve() : reject(error)));
  });
}
