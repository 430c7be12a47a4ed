import { styleText } from 'node:util';
import type { Severity } from '../../model/diagnostics/diagnostic.js';

/** Colours words for people; leaves them alone where colours are not wanted. */
export interface Paint {
  /** The name of the severity in its colour, or another text. */
  severity(severity: Severity, text?: string): string;
  strong(text: string): string;
  quiet(text: string): string;
}

const styles = { error: 'red', warning: 'yellow', info: 'cyan' } as const;

/** `wanted`: whether colours are. */
export function paintIf(wanted: boolean): Paint {
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    wanted ? styleText(style, text, { validateStream: false }) : text;
  return {
    severity: (severity, text = severity) => paint(styles[severity], text),
    strong: (text) => paint('bold', text),
    quiet: (text) => paint('dim', text),
  };
}
