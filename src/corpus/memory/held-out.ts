import { createHoldout, type HeldVersion, type Holdout } from '../../memory/holdout.js';
import { localizationOf } from '../articles/front-matter.js';
import type { FoundArticle } from '../find/found.js';
import type { Run } from '../run/run.js';
import { createTurns } from '../turns.js';

/**
 * The articles that are held out of a memory as a set for tests; `undefined`: none. Where a history is read, the front
 * matters of all versions are read first: there is one decision for all of them.
 */
export async function holdoutOf(
  share: number,
  run: Run | undefined,
  signal: AbortSignal | undefined,
): Promise<Holdout | undefined> {
  if (share === 0) return undefined;
  const articles = run?.articles ?? [];
  const versions: HeldVersion[] = [];
  const turns = createTurns(signal);
  for (const found of articles) {
    if (found.version === undefined) continue;
    await turns();
    versions.push(heldVersionOf(found));
  }
  return createHoldout(share, versions, run?.renamed);
}

function heldVersionOf(found: FoundArticle): HeldVersion {
  return { path: found.path, sourceHash: localizationOf(found)?.sourceHash, date: found.version?.date };
}
