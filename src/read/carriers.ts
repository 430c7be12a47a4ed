import type { Article } from '../model/article.js';
import type { Carrier } from './carriers/carrier.js';
import * as list from './carriers/list.js';
import { markdown } from './carriers/markdown.js';

/** The names of the carriers that there are. */
export type CarrierName = (typeof list)[keyof typeof list]['name'];

/** All carriers. */
export const carriers: readonly Carrier<CarrierName>[] = Object.values(list);

/** What an article is in where nothing says otherwise; the model names only others. */
export const usualCarrier: Carrier = markdown;

const byExtension: ReadonlyMap<string, Carrier> = new Map(
  carriers.flatMap((carrier) => carrier.extensions.map((extension) => [extension, carrier] as const)),
);

/** The carrier of a path, by its extension; `undefined` where that is none of theirs. */
export function carrierOfPath(path: string): Carrier | undefined {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? undefined : byExtension.get(path.slice(dot).toLowerCase());
}

/** The carrier of a text: that of its path, else the one that recognizes it, else Markdown. */
export function carrierOfText(text: string, path: string | undefined): Carrier {
  return (
    (path === undefined ? undefined : carrierOfPath(path)) ??
    carriers.find((carrier) => carrier.recognizes?.(text) === true) ??
    usualCarrier
  );
}

/** The carrier that an article names. */
export function carrierOf({ carrier }: Pick<Article, 'carrier'>): Carrier {
  return carrier === undefined ? usualCarrier : carrierNamed(carrier);
}

/** @throws {RangeError} There is none of that name. */
export function carrierNamed(name: string): Carrier {
  const carrier = carriers.find((each) => each.name === name);
  if (carrier === undefined) {
    throw new RangeError(`carrier: "${name}" is none of ${carriers.map((each) => each.name).join(', ')}.`);
  }
  return carrier;
}
