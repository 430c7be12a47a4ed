import { joinMemoryParts } from '../../../../merge/memory/memory-parts.js';
import { joinPlaces } from '../../../files/documents/text-places.js';
import type { FoundDocument } from '../../../find/documents.js';
import type { Run } from '../../../run/run.js';
import { shared } from '../../../run/shared.js';
import { statsOf } from '../../../sinks/file-place.js';
import type { PassedMemory } from './open-document.js';
import type { PassedPart, WantedPart } from './pass-part.js';
import { passPartTask } from './task.js';

/** Bytes of a part, at least: a tenth of a second, in which the thread of the caller hears no signal. */
const partLength = 4_000_000;

/**
 * Passes over memories in parts, each in whichever thread, and gives what is known of them by their places among the
 * documents. Small ones are not among them, nor those that have to pass as a whole: in another encoding than UTF-8, with units
 * in comments or in several bodies, or wrong.
 */
export async function passMemories(
  run: Run,
  documents: readonly FoundDocument[],
  srcLang: string,
): Promise<Map<number, PassedMemory>> {
  const cut = documents.map((document) => partsOf(document, sizeOf(document)));
  const parts = cut.flat();
  const known = new Map<number, PassedMemory>();
  if (parts.length === 0) return known;
  const named = parts.map(({ place: { file } }) => ({ path: file, file, name: file }));
  const passed: (PassedPart | undefined)[] = [];
  for await (const batch of run.pass(passPartTask, { srcLang, parts }, named)) {
    for (const part of batch) passed.push(part);
  }
  let at = 0;
  for (const [document, { length }] of cut.entries()) {
    const memory = length === 0 ? undefined : joined(passed.slice(at, at + length));
    if (memory !== undefined) known.set(document, memory);
    at += length;
  }
  return known;
}

/** Only of what may be a memory. */
function sizeOf({ file, descriptor }: FoundDocument): number {
  const place = descriptor ?? (/\.tmx$/i.test(file) ? file : undefined);
  return place === undefined ? 0 : (statsOf(place)?.size ?? 0);
}

function partsOf({ file, descriptor }: FoundDocument, size: number): readonly WantedPart[] {
  const count = Math.floor(size / partLength);
  if (count < 2) return [];
  const place = descriptor === undefined ? { file } : { file, descriptor };
  return Array.from({ length: count }, (_, index) => {
    const from = Math.floor((index * size) / count);
    const to = Math.floor(((index + 1) * size) / count);
    return { place, from, to, size };
  });
}

function joined(parts: readonly (PassedPart | undefined)[]): PassedMemory | undefined {
  const all = parts.flatMap((part) => part ?? []);
  const [first] = all;
  if (first === undefined || all.length < parts.length) return undefined;
  const index = joinMemoryParts(all);
  const places = joinPlaces([first.head, ...all.map((part) => part.places)]);
  return index && places && shared({ index, places });
}
