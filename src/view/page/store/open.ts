import type { PageHead } from '../../document.js';
import type { PageData } from '../../page-data.js';
import type { PageIndex, PageParts } from '../../page-index.js';
import { createPartsStore } from './parts.js';
import type { Store } from './store.js';
import { createWholeStore } from './whole.js';

/** What stands in a page as JSON. */
type Held = PageData | (PageHead & { readonly index: PageIndex; readonly parts: PageParts });

/** Reads what stands in the page. `onLost`: a part of it is not there. */
export function openStore(json: string, onLost: (folder: string) => void): Store {
  const held = JSON.parse(json) as Held;
  return 'parts' in held ? createPartsStore(held, onLost) : createWholeStore(held);
}
