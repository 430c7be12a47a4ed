import { normalizeLabel } from './constructs/links.js';

/**
 * `[label]: destination` at the start of a line (CommonMark 0.31, section 4.7), in a list or quote too. A destination may
 * be in the next line, with nothing after it but a title: else the two are a sentence.
 */
const definition =
  /^[ \t>]*(?:[-+*][ \t]+|[0-9]{1,9}[.)][ \t]+)?\[((?:[^\\[\]\r\n]|\\.){1,999})\]:[ \t]*(?:\S|(?:\r\n?|\n)[ \t]*\S+(?:[ \t]+["'(]|[ \t]*$))/gm;

/** The labels that the article defines for references, in normal form. Few articles have any. */
export function findDefinitions(text: string): ReadonlySet<string> {
  if (!text.includes(definitionMark)) return noDefinitions;
  const labels = new Set<string>();
  for (const [, label = ''] of text.matchAll(definition)) {
    if (labels.add(normalizeLabel(label)).size === mostLabels) break;
  }
  return labels;
}

/** Labels beyond these are not known: articles define a few dozen, and a set cannot hold as many as a text. */
const mostLabels = 1_000_000;

/** In each of them. */
export const definitionMark = ']:';

export const noDefinitions: ReadonlySet<string> = new Set();
