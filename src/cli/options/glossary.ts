import type { Glossary } from '../../model/terms/glossary.js';
import { createPaint } from '../terminal/paint.js';
import { printable } from '../terminal/say.js';
import type { Streams } from '../terminal/streams.js';

/** Of commands that hold terms against a glossary. */
export const glossaryOption = {
  kind: 'text',
  argument: 'file',
  about: 'hold names of the user interface (check/ui-terms) against the terms of this glossary, not against the tree',
} as const;

/** Of commands that write terms of a glossary. */
export const glossaryOfXliff = {
  kind: 'text',
  argument: 'file',
  about: 'XLIFF 2: add the terms of this glossary that stand in a unit, for whoever translates it',
} as const;

/** The options of a command that name a glossary, and say what is known of it. */
interface GlossaryOptions {
  readonly glossary?: string;
  readonly srcLang?: string;
  readonly trgLang?: string;
  readonly quiet?: boolean;
  readonly color?: boolean;
}

/**
 * The glossary that is asked for, as an option of the library; what is left out of it is said. The reader is loaded only
 * where there is one.
 */
export async function takeGlossary(
  { glossary: path, srcLang, trgLang, quiet = false, color }: GlossaryOptions,
  streams: Streams,
): Promise<{ readonly glossary?: Glossary }> {
  if (path === undefined) return {};
  const { loadGlossary } = await import('../../corpus/glossary/load-glossary.js');
  const { glossary, diagnostics } = await loadGlossary(path, {
    ...(srcLang === undefined ? {} : { srcLang }),
    ...(trgLang === undefined ? {} : { trgLang }),
  });
  const paint = createPaint(streams, color);
  for (const { severity, line, column, code, message } of diagnostics) {
    if (quiet && severity !== 'error') continue;
    const place = `${printable(path)}:${line}:${column}`;
    streams.stderr.write(`${place} ${paint.severity(severity)} ${paint.quiet(code)} ${printable(message)}\n`);
  }
  return { glossary };
}
