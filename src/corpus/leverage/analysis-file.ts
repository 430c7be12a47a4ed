import type { Analysis } from '../../analysis/analysis.js';
import { analysisToCsv } from '../../analysis/formats/csv.js';
import { analysisToHtml } from '../../analysis/formats/html.js';
import { CorpusError } from '../error.js';
import { createFileSink } from '../sinks/file-sink.js';
import { plainJson } from '../words/plain-json.js';

const writers: Readonly<Record<string, (analysis: Analysis) => string>> = {
  '.json': (analysis) => `${plainJson(analysis, 1)}\n`,
  '.csv': analysisToCsv,
  '.html': analysisToHtml,
};

/** How an analysis is written to a file, by its extension. @throws {CorpusError} `usage`: it is none of those. */
export function analysisWriterOf(path: string): (analysis: Analysis) => Promise<void> {
  const dot = path.lastIndexOf('.');
  const write = dot < 0 ? undefined : writers[path.slice(dot).toLowerCase()];
  if (write === undefined) {
    throw new CorpusError('usage', `analysis: ${path} ends in none of ${Object.keys(writers).join(', ')}.`);
  }
  return async (analysis) => {
    const sink = createFileSink(path);
    await sink.write(Buffer.from(write(analysis)));
    await sink.commit();
  };
}
