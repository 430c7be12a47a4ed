import type { CarrierSyntax } from './carrier.js';
import { syntax as usual } from './markdown/markdown.js';
import * as list from './syntaxes.js';

/** The names of the carriers that there are. */
export type CarrierName = (typeof list)[keyof typeof list]['name'];

/** How pairs stand in all carriers. */
const syntaxes: readonly CarrierSyntax<CarrierName>[] = Object.values(list);

/** What an article is in where nothing says otherwise; the model names only others. */
export const usualSyntax: CarrierSyntax = usual;

const byExtension: ReadonlyMap<string, CarrierSyntax> = new Map(
  syntaxes.flatMap((syntax) => syntax.extensions.map((extension) => [extension, syntax] as const)),
);

/** The carrier of a path, by its extension; `undefined` where that is none of theirs. */
export function syntaxOfPath(path: string): CarrierSyntax | undefined {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? undefined : byExtension.get(path.slice(dot).toLowerCase());
}

/** The carrier of a text: that of its path, else the one that recognizes it, else Markdown. */
export function syntaxOfText(text: string, path: string | undefined): CarrierSyntax {
  return (
    (path === undefined ? undefined : syntaxOfPath(path)) ??
    syntaxes.find((syntax) => syntax.recognizes?.(text) === true) ??
    usualSyntax
  );
}

/** @throws {RangeError} There is none of that name. */
export function syntaxNamed(name: string): CarrierSyntax {
  const syntax = syntaxes.find((each) => each.name === name);
  if (syntax === undefined) {
    throw new RangeError(`carrier: "${name}" is none of ${syntaxes.map((each) => each.name).join(', ')}.`);
  }
  return syntax;
}
