import { finding, type ReadFinding } from '../model/diagnostics/diagnostic.js';
import type { Pair } from './pairs.js';

const idGrammar = /^[0-9a-f]{5}-p?[0-9]+$/;

/** Gives the ids of the segments of an article, pair by pair: each once, and of a form that XML takes. What is not is reported. */
export function createIds(report: (found: ReadFinding) => void): (pair: Pair) => string {
  const uniqueId = createUniqueIds();
  return ({ targetId, range }) => {
    const isId = idGrammar.test(targetId);
    if (!isId) report(finding('pair/invalid-id', range, targetId));
    const plainId = isId ? targetId : toNmtoken(targetId);
    const id = uniqueId(plainId);
    if (id !== plainId) report(finding('pair/duplicate-id', range, targetId, id));
    return id;
  };
}

/** An id that XML accepts as an NMTOKEN; XLIFF 2.0 ids are of that type. */
function toNmtoken(id: string): string {
  return id.replace(/[^A-Za-z0-9._-]/g, '_') || '_';
}

/** Gives each id once; to those that it was asked for before, it adds a number. */
function createUniqueIds(): (id: string) => string {
  const given = new Set<string>();
  const counts = new Map<string, number>();
  return (id) => {
    const known = given.size;
    if (given.add(id).size > known) return id;
    let count = counts.get(id) ?? 0;
    let unique = id;
    while (given.has(unique)) unique = `${id}.${++count + 1}`;
    counts.set(id, count);
    given.add(unique);
    return unique;
  };
}
