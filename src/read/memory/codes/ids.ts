/** A code whose id is not known before all of its unit is. */
type Waiting = { id: string };

/**
 * Gives the codes of a unit their ids. A name that is a number is the id; codes of the same name on both sides have one id,
 * and codes without a name have one that nothing else has, so that none is taken for their partner.
 */
export interface CodeIds {
  /** A side of the unit starts: names are unique in a side. */
  side(): void;
  /** A code with that name starts; `undefined`: it has none. */
  take(code: Waiting, name: string | undefined): void;
  /** The code is the other half of a pair. */
  follow(code: Waiting, start: Waiting): void;
  /** All of the unit is read: every code has its id. */
  finish(): void;
}

interface Pending {
  readonly code: Waiting;
  readonly name: string | undefined;
  /** The first half of the pair. */
  readonly start: Waiting | undefined;
}

export function createCodeIds(): CodeIds {
  const taken = new Set<string>();
  let waiting: Pending[] = [];
  let largest = 0;
  return {
    side() {
      if (taken.size > 0) taken.clear();
    },
    take(code, name) {
      const isNew = name !== undefined && !taken.has(name);
      if (isNew) taken.add(name);
      const number = isNew ? numberOf(name) : -1;
      if (isNew && number >= 0) {
        code.id = name;
        if (number > largest) largest = number;
      } else waiting.push({ code, name: isNew ? name : undefined, start: undefined });
    },
    follow(code, start) {
      if (start.id === '') waiting.push({ code, name: undefined, start });
      else code.id = start.id;
    },
    finish() {
      if (waiting.length > 0) {
        const named = new Map<string, string>();
        for (const { code, name, start } of waiting) {
          if (start !== undefined) code.id = start.id;
          else {
            const known = name === undefined ? undefined : named.get(name);
            code.id = known ?? String(++largest);
            if (name !== undefined) named.set(name, code.id);
          }
        }
        waiting = [];
      }
      largest = 0;
    },
  };
}

/** The number that a name is, as we write numbers; -1 where it is none. */
function numberOf(name: string): number {
  if (name.length === 0 || name.length > 9 || (name.charCodeAt(0) === 0x30 && name.length > 1)) return -1;
  let number = 0;
  for (let at = 0; at < name.length; at++) {
    const digit = name.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}
