import type { Leaving } from '../../check/skip.js';
import type { TreeContext } from '../../check/tree/tree.js';
import type { Run } from '../run/run.js';

/** Whether pairs are left out by what is found in them. */
export function leavesOut({ skip = [], with: wanted }: Leaving): boolean {
  return skip.length > 0 || wanted !== undefined;
}

/** A first pass over the articles, where pairs are left out by a rule that compares them with their whole tree. */
export async function loadTree(
  run: Run,
  settings: Leaving & { readonly srcLang: string; readonly trgLang?: string },
): Promise<{ tree?: TreeContext }> {
  if (!leavesOut(settings)) return {};
  const { srcLang, trgLang } = settings;
  const { rulesFor } = await import('../../check/skip.js');
  const { needsTree } = await import('../../check/rule-table.js');
  if (!needsTree(rulesFor(settings))) return {};
  const { collectTreeOf } = await import('./collect.js');
  return { tree: await collectTreeOf(run, { srcLang, ...(trgLang === undefined ? {} : { trgLang }) }) };
}
