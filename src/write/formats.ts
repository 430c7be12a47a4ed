import type { Exporter } from './exporter.js';
import * as list from './formats/list.js';

/** The names of the formats that there are. */
export type Format = (typeof list)[keyof typeof list]['name'];

/** All formats, in the order of their names: that of a module's exports depends on who bundles it. */
const all: readonly Exporter<Format>[] = Object.values(list).toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** The formats by their names. */
export const formats: Readonly<Record<Format, Exporter>> = Object.fromEntries(
  all.map((exporter) => [exporter.name, exporter]),
) as Record<Format, Exporter>;

/** The names of all formats. */
export const formatNames: readonly Format[] = all.map(({ name }) => name);

/** Those that are written where none is asked for. */
export const usualFormats: readonly Format[] = all.filter(({ usual }) => usual === true).map(({ name }) => name);

/** All extensions that name a file of a format, with their dots. */
export const formatExtensions: readonly string[] = extensionsOf(Object.values<Exporter>(formats));

/** All extensions that name a file of one of the exporters, with their dots. */
export function extensionsOf(exporters: readonly Exporter[]): readonly string[] {
  const all = exporters.flatMap(({ extension, otherExtensions = [] }) =>
    typeof extension === 'string' ? [extension, ...otherExtensions] : otherExtensions,
  );
  return [...new Set(all)];
}
