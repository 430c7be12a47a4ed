import { foldText } from './folded-text.js';
import { baseOf, termText } from './term-text.js';

/**
 * What is the same for two terms that are the same: whatever their case, their ellipsis, the key that chooses them, and
 * the brackets and quotes around them. It is as a text that is folded has it.
 *
 * @example
 * termKey('[Save As...]') // 'save as'
 */
export function termKey(term: string): string {
  return foldText(baseOf(termText(term))).text;
}
