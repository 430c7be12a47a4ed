import type { PageArticle } from '../../page-data.js';
import { element } from '../dom.js';

/** Who translated an article. */
export function typeBadge({ type }: Pick<PageArticle, 'type'>): HTMLElement {
  const long = type === 'ht' ? 'human translation' : type === 'mt' ? 'machine translation' : 'unknown translation';
  return element('abbr', { class: `badge ${type ?? 'unknown'}`, title: long }, type?.toUpperCase() ?? '?');
}
