import type { SourceArticle } from '../../model/source-article.js';
import { markdown } from '../../read/carriers/markdown/markdown.js';
import type { InlineMode } from '../../write/export-options.js';
import { changedTargets, eachOnce } from '../changed.js';
import { type MergeFinding, mergeFinding } from '../finding.js';
import type { MatchedUnit } from '../match/match.js';
import { createPlaces } from '../spell/place.js';
import { spellTarget } from '../spell/spell-target.js';
import { targetsOf } from '../targets.js';
import { asArticle } from './as-article.js';
import { inOneLine } from './one-line.js';
import { soundTranslations } from './sound.js';

/** The targets of a document as they are written into the article. */
export interface SpelledTargets {
  /** The Markdown of those that are not the source, by the ids of their segments. */
  readonly spelled: ReadonlyMap<string, string>;
  /** The ids of segments whose target is their source. */
  readonly same: ReadonlySet<string>;
  /** Where the document has segments without a target, by their ids. */
  readonly missing: ReadonlyMap<string, number>;
  readonly findings: readonly MergeFinding[];
}

/** Spells the targets of an article that can be written. */
export function spellTargets(
  article: SourceArticle,
  units: readonly MatchedUnit[],
  { inline, force }: { readonly inline: InlineMode; readonly force: boolean },
): SpelledTargets {
  const findings: MergeFinding[] = [];
  const missing = new Map<string, number>();
  const report = (found: MergeFinding): void => {
    if (found.code === 'merge/missing-target') missing.set(found.args[0] ?? '', found.offset);
    else findings.push(found);
  };
  const given = units.flatMap((unit) => targetsOf(unit, inline, report));
  const targets = eachOnce(given, report).map((target) => ({ ...target, pieces: inOneLine(target.pieces, inline) }));
  const placeOf = createPlaces(asArticle(article), markdown.markup);
  const changed = new Set(changedTargets(targets, inline));
  const same = new Set(targets.filter((target) => !changed.has(target)).map(({ segment }) => segment.id));
  const spelled = new Map<string, string>();
  const offsets = new Map<string, number>();
  for (const { segment, written, pieces, offset, rules } of changed) {
    const place = placeOf(segment, written.block);
    const { markdown: text, findings: found } = spellTarget({ pieces, segment, place, inline, offset, rules }, force);
    for (const each of found) findings.push({ ...each, proposed: pieces });
    if (text === undefined) continue;
    spelled.set(segment.id, text);
    offsets.set(segment.id, offset);
  }
  const sound = soundTranslations(article, spelled);
  for (const [id, text] of spelled) {
    if (sound.has(id)) continue;
    findings.push({ ...mergeFinding('merge/unwritable', offsets.get(id) ?? 0, id), proposed: [text] });
    spelled.delete(id);
  }
  return { spelled, same, missing, findings };
}
