import type { OptionValues } from '../model/options.js';

/** What can be chosen of a memory. */
export const memoryOptions = {
  /**
   * Which translations of a source stay. `best`: one, human before machine translation, then the later hand-off, the one
   * in more places, the first place; `latest`: one, the later hand-off first; `distinct`: all that differ; `all`: every
   * pair. Default: `best`.
   */
  keep: {
    kind: 'name',
    of: ['best', 'latest', 'distinct', 'all'],
    argument: 'policy',
    about: 'which translations of a source stay',
    default: 'best',
  },
  /** One entry for a source in all languages, in place of one for each language. Default: `false`. */
  join: { kind: 'truth', about: 'one memory of all target languages, in place of one for each' },
  /** Takes human translations (`ht`), machine translations (`mt`), or those of which nothing is said (`unknown`) only. */
  only: {
    kind: 'name',
    of: ['ht', 'mt', 'unknown'],
    argument: 'type',
    about: 'only human (ht), machine (mt) or unknown translations',
  },
  /** Takes what was handed off on this day or later only: `YYYY-MM-DD`. */
  since: { kind: 'text', argument: 'date', about: 'only what was handed off on this day (YYYY-MM-DD) or later' },
  /** Takes articles only whose front matter has these values: each `KEY=VALUE`. */
  where: {
    kind: 'texts',
    isWhole: true,
    argument: 'key=value',
    about: 'only articles whose front matter has this value',
  },
} as const;

/** What can be chosen of a memory. */
export interface MemoryOptions extends OptionValues<typeof memoryOptions> {}

/** What is wrong with the values that no kind of option describes; `undefined` where nothing is. */
export function wrongMemoryOption({ since, where }: MemoryOptions): string | undefined {
  if (since !== undefined && !isDay(since)) return `since: "${since}" is no day; write it as YYYY-MM-DD.`;
  const odd = where?.find((each) => each.indexOf('=') < 1);
  return odd === undefined ? undefined : `where: "${odd}" is no KEY=VALUE.`;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
