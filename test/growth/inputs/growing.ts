/** An input that grows: something, n times. */
export interface Growing {
  readonly name: string;
  make(n: number): string;
}

/** Names a text on one line. */
export function shown(text: string): string {
  const line = JSON.stringify(text).slice(1, -1);
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

/** A text n times. */
export function repeated(text: string, name: string = shown(text)): Growing {
  return { name: `${name}×n`, make: (n) => text.repeat(n) };
}

/** Texts that differ, n of them. */
export function counted(name: string, textOf: (index: number) => string, between = ''): Growing {
  return { name, make: (n) => Array.from({ length: n }, (_, index) => textOf(index)).join(between) };
}

/** What is opened n times, and closed n times. */
export function nested(open: string, close: string, inside = 'x'): Growing {
  return {
    name: `${shown(open)}×n ${shown(inside)} ${shown(close)}×n`,
    make: (n) => open.repeat(n) + inside + close.repeat(n),
  };
}

/** Pairs that cross: all of one open, all of the other open, then all of one close. */
export function crossing(one: readonly [string, string], other: readonly [string, string]): Growing {
  return {
    name: `${shown(one[0])}×n ${shown(other[0])}×n ${shown(one[1])}×n ${shown(other[1])}×n`,
    make: (n) => `${one[0].repeat(n)}x${other[0].repeat(n)}y${one[1].repeat(n)}z${other[1].repeat(n)}`,
  };
}

/** Runs of one, two, three… of a text, which together are n. */
export function longer(text: string, between: string): Growing {
  return {
    name: `runs of ${shown(text)} that get longer`,
    make(n) {
      const runs: string[] = [];
      for (let length = 1, left = n; left > 0; left -= length++) runs.push(text.repeat(Math.min(length, left)));
      return runs.join(between);
    },
  };
}

/** The same within something. */
export function within(name: string, around: (text: string) => string, { name: inner, make }: Growing): Growing {
  return { name: `${name}: ${inner}`, make: (n) => around(make(n)) };
}
