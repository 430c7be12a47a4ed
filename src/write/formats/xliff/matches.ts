import type { MatchCandidate } from '../../../model/source-article.js';
import { attribute, escapeText } from '../../../xml/escapes.js';
import { codesIn } from '../../codes/partners.js';
import { createCodeWriter } from '../../codes/xliff-codes.js';
import type { InlineMode } from '../../export-options.js';
import { type Leveraged, originOf, similarityOf, spellingName, spellingsOf } from '../candidates.js';
import { writeSide } from './side.js';

/** The namespace of the translation candidates module, as an attribute of an element around candidates. */
export const matchesNamespace = ' xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"';

/** Which of what is known of candidates is written, and how. */
export interface MatchStyle {
  readonly inline: InlineMode | undefined;
  readonly metadata: boolean;
}

/** `<mtc:matches>` around matches; nothing where there are none. */
export function inMatches(matches: string): string {
  return matches === '' ? '' : `<mtc:matches>\n${matches}</mtc:matches>\n`;
}

/** The candidates of a segment (XLIFF 2.0, section 5.1). Each has data of its own; ids of codes are those of the segment. */
export function writeMatches(
  leveraged: Leveraged,
  segment: string,
  prefix: string,
  { inline, metadata }: MatchStyle,
): string {
  let xml = '';
  const spellings = (inline ?? 'codes') === 'codes' ? spellingsOf(leveraged, true) : undefined;
  for (const [index, candidate] of (leveraged.candidates ?? []).entries()) {
    const { source, target, score } = candidate;
    const codes = createCodeWriter();
    const from = writeSide(source, inline, { codes, prefix, hasPartner: codesIn(target.content) });
    const to = writeSide(target, inline, { codes, prefix, hasPartner: codesIn(source.content) });
    const attributes =
      attribute('ref', `#${segment}`) +
      typeOf(candidate) +
      attribute('similarity', String(similarityOf(candidate))) +
      attribute('matchQuality', String(Math.min(score, 100))) +
      // Of 100 at most, and a context match comes before an exact one.
      attribute('matchSuitability', String(Math.max(score - 1, 0))) +
      attribute('origin', originOf(candidate));
    const more = metadata ? writeMetadata(candidate, spellings?.[index]) : '';
    xml += `<mtc:match${attributes}>\n${more}${codes.originalData()}<source>${from}</source>\n<target>${to}</target>\n</mtc:match>\n`;
  }
  return xml;
}

function typeOf({ kind, origin }: MatchCandidate): string {
  const isMachine = origin?.translationType === 'mt';
  if (kind === 'context') return attribute('type', 'icm') + attribute('subType', isMachine ? 'ms:mt' : undefined);
  return attribute('type', isMachine ? 'mt' : 'tm');
}

/** What was taken off the score, what was adapted, when the translation was handed off, and how its target is spelled. */
function writeMetadata({ penalties = [], adapted = [], origin }: MatchCandidate, spelling: string | undefined): string {
  const metas: (readonly [type: string, value: string])[] = penalties.map(({ name, points }) => [
    `penalty-${name}`,
    String(points),
  ]);
  if (adapted.length > 0) metas.push(['adapted', adapted.join(' ')]);
  if (origin?.date !== undefined) metas.push(['date', origin.date]);
  if (spelling !== undefined) metas.push([spellingName, spelling]);
  if (metas.length === 0) return '';
  const lines = metas.map(([type, value]) => `<mda:meta${attribute('type', type)}>${escapeText(value)}</mda:meta>\n`);
  return `<mda:metadata>\n<mda:metaGroup category="match">\n${lines.join('')}</mda:metaGroup>\n</mda:metadata>\n`;
}
