import type { SourceArticle } from '../../model/source-article.js';
import { markdown } from '../../read/carriers/markdown/markdown.js';
import type { InlineMode } from '../../write/export-options.js';
import { changedTargets, eachOnce } from '../changed.js';
import { type MergeFinding, mergeFinding } from '../finding.js';
import type { MatchedUnit } from '../match/match.js';
import { checkCodes, isAllowed } from '../spell/check-codes.js';
import { createPlaces } from '../spell/place.js';
import { losesReference } from '../spell/references.js';
import { spellTarget } from '../spell/spell-target.js';
import { type EditedTarget, targetsOf } from '../targets.js';
import { readApart } from '../together/source-targets.js';
import { asArticle } from './as-article.js';
import { createTorn } from './cut/torn.js';
import { inOneLine } from './one-line.js';
import { soundTranslations } from './sound/sound.js';
import { storedSpelling } from './stored.js';

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
  const same = new Set<string>();
  const spelled = new Map<string, string>();
  const stored = new Map<string, EditedTarget>();
  const said = new Map<string, readonly MergeFinding[]>();
  const isTorn = createTorn(article);
  const spellNew = ({ segment, written, pieces, offset, rules }: EditedTarget): void => {
    if (isTorn(segment)) {
      said.set(segment.id, [mergeFinding('merge/unwritable', offset, segment.id)]);
      spelled.delete(segment.id);
      return;
    }
    const place = placeOf(segment, written.block);
    const { markdown: text, findings: found } = spellTarget({ pieces, segment, place, inline, offset, rules }, force);
    said.set(segment.id, found);
    if (text === undefined) spelled.delete(segment.id);
    else spelled.set(segment.id, text);
  };
  const spellApart = ({ segment, written, pieces, offset, rules }: EditedTarget): void => {
    const place = { ...placeOf(segment, written.block), isReadApart: true };
    // What nobody had to force yet is not worth a damaged code.
    const isForced = said.get(segment.id)?.some(({ forced }) => forced === true) === true;
    const { markdown: text, findings } = spellTarget({ pieces, segment, place, inline, offset, rules }, isForced);
    if (text === undefined) return;
    said.set(segment.id, findings);
    spelled.set(segment.id, text);
  };
  for (const target of targets) {
    const { segment, written, pieces, offset, rules } = target;
    const place = placeOf(segment, written.block);
    const text = storedSpelling(target, place, inline);
    if (text !== undefined && text !== segment.source.text) {
      if (losesReference(text, place)) {
        spellNew(target);
        if (spelled.has(segment.id)) continue;
        said.delete(segment.id);
      }
      // It is what a memory has, codes of its own included; which are missing is worth a look all the same.
      for (const each of checkCodes(pieces, segment, offset, rules, true)) if (isAllowed(each)) findings.push(each);
      spelled.set(segment.id, text);
      stored.set(segment.id, target);
    } else if (changed.has(target)) spellNew(target);
    else same.add(segment.id);
  }
  const apart = inline === 'text' ? new Set<string>() : readApart(article, spelled);
  for (const target of targets) {
    const { id } = target.segment;
    if (apart.has(id) && spelled.has(id) && !stored.has(id)) spellApart(target);
  }
  const broken = (): readonly string[] => {
    const sound = soundTranslations(article, spelled);
    return [...spelled.keys()].filter((id) => !sound.has(id));
  };
  let unsound = broken();
  const unsoundStored = unsound.flatMap((id) => stored.get(id) ?? []);
  for (const target of unsoundStored) spellNew(target);
  if (unsoundStored.length > 0) unsound = broken();
  for (const { segment, pieces } of targets) {
    for (const each of said.get(segment.id) ?? []) findings.push({ ...each, proposed: pieces });
  }
  const offsets = new Map(targets.map(({ segment, offset }) => [segment.id, offset]));
  for (const id of unsound) {
    const text = spelled.get(id) ?? '';
    findings.push({ ...mergeFinding('merge/unwritable', offsets.get(id) ?? 0, id), proposed: [text] });
    spelled.delete(id);
  }
  return { spelled, same, missing, findings };
}
