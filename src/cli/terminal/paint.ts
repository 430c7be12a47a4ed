import { type Paint, paintIf } from '../../corpus/words/paint.js';
import type { Streams } from './streams.js';

export type { Paint };

/**
 * Whether colours are wanted: on a terminal, unless `NO_COLOR` is set (no-color.org), and anywhere where `--color` asks
 * for them. `stream`: where the words go; the default is standard error.
 */
export function wantsColours(
  { stderr, env }: Streams,
  asked: boolean | undefined,
  stream: { readonly isTTY?: boolean } = stderr,
): boolean {
  return asked ?? (stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb');
}

/** Colours what goes to standard error, where that is wanted. */
export function createPaint(streams: Streams, asked: boolean | undefined): Paint {
  return paintIf(wantsColours(streams, asked));
}
