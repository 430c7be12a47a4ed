import type { Writable } from 'node:stream';
import type { FileSinkOptions } from '../../corpus/sinks/file-sink.js';
import type { Sink } from '../../corpus/sinks/sink.js';
import { plainJson } from '../../corpus/words/plain-json.js';
import type { Streams } from '../terminal/streams.js';

/** Characters that are put together before they are written. */
const writtenAtOnce = 1 << 20;

/** Writes what a run did as JSON, to a file or (`-`) to standard output, whose reader may leave when he likes. */
export async function writeReport(
  report: unknown,
  path: string | undefined,
  { stdout }: Streams,
  signal: AbortSignal,
): Promise<void> {
  if (path === undefined) return;
  const sink = await openSink(path, stdout, { signal });
  await unlessClosed(async () => {
    await writePieces(sink, jsonOf(report));
    await sink.write(Buffer.from('\n'));
    await sink.commit();
  });
}

/** Opens a file, or (`-`) standard output. */
export async function openSink(path: string, stdout: Writable, options: FileSinkOptions): Promise<Sink> {
  if (path === '-') return (await import('../../corpus/sinks/stream-sink.js')).createStreamSink(stdout, options.signal);
  return (await import('../../corpus/sinks/file-sink.js')).createFileSink(path, options);
}

/** Writes, unless nobody reads it any more, as with `| head`: that is no failure. */
export async function unlessClosed(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const { isClosedByReader } = await import('../../corpus/error.js');
    if (!isClosedByReader(error)) throw error;
  }
}

/** A report as it is written: paths by which files can be opened here say nothing elsewhere. */
export function withoutNamedPaths<T extends { readonly files: readonly { readonly namedPath: string }[] }>(
  report: T,
): object {
  return { ...report, files: report.files.map(({ namedPath: _, ...file }) => file) };
}

/** Writes a text that comes in many small pieces. */
async function writePieces(sink: Sink, pieces: Iterable<string>): Promise<void> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < writtenAtOnce) continue;
    await sink.write(Buffer.from(text));
    text = '';
  }
  if (text !== '') await sink.write(Buffer.from(text));
}

/**
 * `JSON.stringify(value, undefined, 1)` of plain data, in pieces: with millions of diagnostics, the whole is longer than
 * a string may be.
 */
export function* jsonOf(value: unknown, indent: string = ''): Generator<string, void, undefined> {
  if (!holdsObjects(value)) {
    // A line end in JSON is one of the layout: in texts they are escaped.
    yield plainJson(value, 1).replaceAll('\n', `\n${indent}`);
    return;
  }
  const isArray = Array.isArray(value);
  const inner = `${indent} `;
  let before = isArray ? '[' : '{';
  for (const [key, item] of isArray ? value.entries() : Object.entries(value)) {
    if (!isArray && item === undefined) continue;
    yield `${before}\n${inner}${isArray ? '' : `${plainJson(key)}: `}`;
    yield* jsonOf(item, inner);
    before = ',';
  }
  yield `\n${indent}${isArray ? ']' : '}'}`;
}

function holdsObjects(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.values(value).some((item) => typeof item === 'object');
}
