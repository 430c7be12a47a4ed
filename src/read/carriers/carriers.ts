import type { Article } from '../../model/article.js';
import type { Carrier } from './carrier.js';
import type { CarrierName } from './choose-syntax.js';
import * as list from './list.js';
import { markdown } from './markdown/markdown.js';

/** All carriers. */
export const carriers: readonly Carrier<CarrierName>[] = /* @__PURE__ */ Object.values(list);

/** The carrier that an article names; `undefined` where it is none of these. */
export function carrierOf({ carrier = markdown.name }: Pick<Article, 'carrier'>): Carrier | undefined {
  return carriers.find(({ name }) => name === carrier);
}
