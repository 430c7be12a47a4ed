import type { Streams } from './streams.js';

/** Writes what a run did as JSON, to a file or (`-`) to standard output. */
export async function writeReport(report: unknown, path: string | undefined, { stdout }: Streams): Promise<void> {
  if (path === undefined) return;
  const { createFileSink, createStreamSink } = await import('../corpus/sink.js');
  const sink = path === '-' ? createStreamSink(stdout) : createFileSink(path);
  await sink.write(Buffer.from(`${JSON.stringify(report, null, 1)}\n`));
  await sink.commit();
}
