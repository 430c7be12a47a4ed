import { failureOf } from '../../model/diagnostics/failure.js';
import { namesOf, wrongOption } from '../../model/options.js';
import type { Exporter, OutputFile } from '../../write/exporter.js';
import { type Format, formatNames, formats } from '../../write/formats.js';
import { wrongExporter } from '../../write/wrong-exporter.js';
import { CorpusError } from '../error.js';

/** The exporters of a run. */
export type Exporters = readonly Exporter[];

/**
 * The exporters that formats name, or are; each once. `offered`: the names that a message has where there is no such format.
 *
 * @throws {CorpusError} `usage`: there is no such format, an object is no exporter, or two have one name.
 */
export function exportersOf(
  asked: readonly (Format | Exporter)[],
  offered: readonly string[] = formatNames,
): Exporters {
  const exporters = new Map<string, Exporter>();
  for (const each of new Set(asked)) {
    const wrong =
      typeof each === 'string'
        ? formatNames.includes(each)
          ? undefined
          : wrongOption({ formats: [each] }, { formats: namesOf(offered) })
        : wrongExporter('formats', each);
    if (wrong !== undefined) throw new CorpusError('usage', wrong);
    const exporter = typeof each === 'string' ? formats[each] : each;
    if (exporters.has(exporter.name)) {
      throw new CorpusError('usage', `Two formats have the name ${exporter.name}; give one of them another name.`);
    }
    exporters.set(exporter.name, exporter);
  }
  return [...exporters.values()];
}

/** Loads what only these formats need. */
export async function prepareExporters(exporters: Exporters): Promise<void> {
  for (const exporter of exporters) {
    try {
      await exporter.prepare?.();
    } catch (error) {
      throw failureOf(`The format ${exporter.name}`, error);
    }
  }
}

/** What a function of an exporter gives; where it throws, the error names the format. */
export function ofFormat<T>({ name }: Pick<Exporter, 'name'>, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw failureOf(`The format ${name}`, error);
  }
}

/** Whether threads of their own can write them: those find a format by its name. */
export function areKnown(exporters: Exporters): boolean {
  return exporters.every((exporter) => Object.values(formats).includes(exporter));
}

/** The files that an exporter writes at once. */
export function filesOf(exporter: Exporter): readonly OutputFile[] {
  return exporter.beside === undefined ? [exporter] : [exporter, ...exporter.beside];
}
