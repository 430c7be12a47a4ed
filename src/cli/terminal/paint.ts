import { styleText } from 'node:util';
import type { Severity } from '../../model/diagnostics/diagnostic.js';
import type { Streams } from './streams.js';

/** Colours words for people; leaves them alone where colours are not wanted. */
export interface Paint {
  /** The name of the severity in its colour, or another text. */
  severity(severity: Severity, text?: string): string;
  strong(text: string): string;
  quiet(text: string): string;
}

/**
 * Colours are wanted on a terminal, unless `NO_COLOR` is set (no-color.org), and anywhere where `--color` asks for them.
 * `stream`: where the words go; the default is standard error.
 */
export function createPaint(
  { stderr, env }: Streams,
  asked: boolean | undefined,
  stream: { readonly isTTY?: boolean } = stderr,
): Paint {
  const wanted = asked ?? (stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb');
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    wanted ? styleText(style, text, { validateStream: false }) : text;
  const styles = { error: 'red', warning: 'yellow', info: 'cyan' } as const;
  return {
    severity: (severity, text = severity) => paint(styles[severity], text),
    strong: (text) => paint('bold', text),
    quiet: (text) => paint('dim', text),
  };
}
