/** The targets of units, by their places. */
export interface Targets {
  /** `undefined` where a unit has none, or several, or a very long one. */
  at(index: number): PassedTarget | undefined;
  /** What they are made of, for another thread. */
  toData(): TargetsData;
}

/** Plain data. */
export interface TargetsData {
  readonly languages: readonly string[];
  readonly keys: Float64Array;
  /** The places of their languages; -1: of none. */
  readonly spoken: Int32Array;
}

/** The only target of a unit. */
export interface PassedTarget {
  /** In lower case. */
  readonly language: string;
  /** As `targetKeyOf` makes it. */
  readonly key: number;
}

/** A dozen bytes for each. `known`: what others are made of; none are added to these. */
export function createTargets(known?: TargetsData): Targets & { add(target: PassedTarget | undefined): void } {
  const languages: string[] = [...(known?.languages ?? [])];
  const places = new Map<string, number>();
  let count = known?.keys.length ?? 0;
  let keys = known?.keys ?? new Float64Array(64);
  let spoken = known?.spoken ?? new Int32Array(64);
  return {
    add(target) {
      if (count === keys.length) {
        const [more, longer] = [new Float64Array(count * 2), new Int32Array(count * 2)];
        more.set(keys);
        longer.set(spoken);
        keys = more;
        spoken = longer;
      }
      let place = -1;
      if (target !== undefined && !Number.isNaN(target.key)) {
        place = places.get(target.language) ?? languages.length;
        if (place === languages.length) languages.push(target.language);
        places.set(target.language, place);
        keys[count] = target.key;
      }
      spoken[count++] = place;
    },
    toData: () => ({ languages, keys: keys.subarray(0, count), spoken: spoken.subarray(0, count) }),
    at(index) {
      const language = languages[spoken[index] ?? -1];
      return language === undefined ? undefined : { language, key: keys[index] ?? 0 };
    },
  };
}
