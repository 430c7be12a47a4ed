import type { Exporter, Format } from '../write/exporter.js';
import { tmx } from '../write/tmx.js';
import { xliff } from '../write/xliff.js';

/** The exporters that a run needs, by format. */
export type Exporters = Readonly<Partial<Record<Format, Exporter>>>;

/** Loads the exporters of formats. That of XLIFF 1.2 brings a package with it that takes long to load. */
export async function loadExporters(formats: readonly Format[]): Promise<Exporters> {
  if (!formats.includes('xliff1.2')) return { xliff, tmx };
  const { xliff12 } = await import('../write/xliff12.js');
  return { xliff, tmx, 'xliff1.2': xliff12 };
}
