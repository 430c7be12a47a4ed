import type { PageCode } from '../../page-data.js';

/** What text between two halves of a code looks like. */
const looks: Readonly<Record<string, string>> = { 'xlf:b': 'bold', 'xlf:i': 'italic', 'md:s': 'struck' };

/** Whether text in a code of a type looks like something. */
export function hasLook(type: PageCode['type']): boolean {
  return looks[type ?? ''] !== undefined;
}

/** What texts look like as codes go by. */
export interface Looks {
  pass(code: PageCode): void;
  /** The classes of a text that comes now. */
  current(): string;
}

export function createLooks(): Looks {
  const open: { readonly id: string; readonly look: string }[] = [];
  return {
    pass({ kind, id, type }) {
      const look = looks[type ?? ''];
      if (kind === 'sc' && look !== undefined) open.push({ id, look });
      if (kind !== 'ec') return;
      const index = open.findLastIndex((each) => each.id === id);
      if (index >= 0) open.splice(index, 1);
    },
    current: () => open.map(({ look }) => look).join(' '),
  };
}
