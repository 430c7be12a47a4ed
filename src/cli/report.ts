import type { Sink } from '../corpus/sink.js';
import { plainJson } from './plain-json.js';
import type { Streams } from './streams.js';

/** Characters that are put together before they are written. */
const writtenAtOnce = 1 << 20;

/** Writes what a run did as JSON, to a file or (`-`) to standard output. */
export async function writeReport(report: unknown, path: string | undefined, { stdout }: Streams): Promise<void> {
  if (path === undefined) return;
  const { createFileSink, createStreamSink } = await import('../corpus/sink.js');
  const sink = path === '-' ? createStreamSink(stdout) : createFileSink(path);
  await writePieces(sink, jsonOf(report));
  await sink.write(Buffer.from('\n'));
  await sink.commit();
}

/** A report as it is written: paths by which files can be opened here say nothing elsewhere. */
export function withoutNamedPaths<T extends { readonly files: readonly { readonly namedPath: string }[] }>(
  report: T,
): object {
  return { ...report, files: report.files.map(({ namedPath: _, ...file }) => file) };
}

/** Writes a text that comes in many small pieces. */
export async function writePieces(sink: Sink, pieces: Iterable<string>): Promise<void> {
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
