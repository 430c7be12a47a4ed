import type { Exporter } from './exporter.js';
import * as list from './formats/list.js';

/** The names of the formats that there are. */
export type Format = (typeof list)[keyof typeof list]['name'];

/** The formats by their names. */
export const formats: Readonly<Record<Format, Exporter>> = Object.fromEntries(
  Object.values(list).map((exporter) => [exporter.name, exporter]),
) as Record<Format, Exporter>;

/** The names of all formats. */
export const formatNames: readonly Format[] = Object.values(list).map(({ name }) => name);

/** Those that are written where none is asked for. */
export const usualFormats: readonly Format[] = Object.values(list)
  .filter((exporter: Exporter) => exporter.usual === true)
  .map(({ name }) => name);

/** All extensions that name a file of a format, with their dots. */
export const formatExtensions: readonly string[] = [
  ...new Set(
    Object.values<Exporter>(formats).flatMap(({ extension, otherExtensions = [] }) =>
      typeof extension === 'string' ? [extension, ...otherExtensions] : otherExtensions,
    ),
  ),
];
