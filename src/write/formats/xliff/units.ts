import type { AnySegment, AnyUnit } from '../../../model/any-unit.js';
import type { Ignorable } from '../../../model/article.js';
import type { EntryText } from '../../../model/memory/entry.js';
import type { GlossaryTerms } from '../../../model/terms/glossary-terms.js';
import { attribute, escapeText } from '../../../xml/escapes.js';
import { codesIn, type HasCode } from '../../codes/partners.js';
import { type CodeWriter, createCodeWriter } from '../../codes/xliff-codes.js';
import { type Digest, digestContent } from '../../digest.js';
import type { InlineMode } from '../../export-options.js';
import { blockName } from '../../names.js';
import { codePrefix, segmentIds } from '../../segment-ids.js';
import { type TermSegment, writeGlossary } from './glossary.js';
import { inMatches, writeMatches } from './matches.js';
import { writeSide } from './side.js';

/** How units are written, and the digest that all are added to. */
export interface Style<Each extends AnySegment> {
  /** The state of a segment: as attributes, and as the digest has it. */
  readonly stateOf: (segment: Each) => WrittenState;
  /** Whether a segment is written at all. */
  readonly takes: (segment: Each) => boolean;
  readonly inline: InlineMode | undefined;
  /** Whether candidates have what more is known of them. */
  readonly metadata: boolean;
  readonly digest: Digest;
  /** The terms that are written where they stand in a source. Default: none. */
  readonly terms?: GlossaryTerms | undefined;
}

/** The state of a segment. */
export interface WrittenState {
  readonly attributes: string;
  readonly digested: string;
}

/** A state (XLIFF 2.0, section 4.3.1.29), with what it leaves open (4.3.1.35). */
export function toState(state: string, subState?: string): WrittenState {
  return {
    attributes: attribute('state', state) + attribute('subState', subState),
    digested: subState === undefined ? state : `${state} ${subState}`,
  };
}

/** Whether a unit has a segment that is written. */
export function hasWritten<Each extends AnySegment>({ parts }: AnyUnit<Each>, style: Style<Each>): boolean {
  return parts.some((part) => part.kind === 'segment' && style.takes(part));
}

/** A block as a unit. */
export function writeBlock<Each extends AnySegment>(unit: AnyUnit<Each>, style: Style<Each>): string {
  const { digest, terms } = style;
  const codes = createCodeWriter();
  const idOf = segmentIds(unit.parts, (part): part is Each => part.kind === 'segment' && style.takes(part));
  let parts = '';
  let matches = '';
  let segments = 0;
  const written: TermSegment[] = [];
  digest.unit(unit.id);
  const notes = writeNotes(unit, digest);
  for (const part of unit.parts) {
    if (part.kind === 'ignorable') parts += writeIgnorable(part, digest);
    else if (style.takes(part)) {
      const id = idOf(part);
      parts += writeSegment(part, id, style, codes, ++segments);
      matches += writeMatches(part, id, codePrefix(segments), style);
      if (terms !== undefined) written.push({ id, source: part.source });
    }
  }
  const glossary = terms === undefined ? '' : writeGlossary(written, terms);
  return `<unit id="${unit.id}" name="${blockName(unit)}">\n${inMatches(matches)}${glossary}${notes}${codes.originalData()}${parts}</unit>\n`;
}

/** A block as a group, with a unit for each segment. */
export function writeGroup<Each extends AnySegment>(unit: AnyUnit<Each>, style: Style<Each>): string {
  const name = blockName(unit);
  let xml = `<group id="g-${unit.id}" name="${name}">\n`;
  let isFirst = true;
  for (const part of unit.parts) {
    if (part.kind === 'ignorable' || !style.takes(part)) continue;
    const codes = createCodeWriter();
    style.digest.unit(part.id);
    const notes = isFirst ? writeNotes(unit, style.digest) : '';
    const idOf = segmentIds([part], (each): each is Each => each.kind === 'segment');
    const id = idOf(part);
    const segment = writeSegment(part, id, style, codes, 1);
    const matches = inMatches(writeMatches(part, id, codePrefix(1), style));
    const glossary = style.terms === undefined ? '' : writeGlossary([{ id, source: part.source }], style.terms);
    xml += `<unit id="${part.id}" name="${name}">\n${matches}${glossary}${notes}${codes.originalData()}${segment}</unit>\n`;
    isFirst = false;
  }
  return `${xml}</group>\n`;
}

function writeNotes({ notes }: Pick<AnyUnit<AnySegment>, 'notes'>, digest: Digest): string {
  if (notes === undefined) return '';
  for (const note of notes) digest.note(note);
  return `<notes>\n${notes.map((note) => `<note>${escapeText(note)}</note>\n`).join('')}</notes>\n`;
}

/** Codes are numbered in their segment; from the second segment of a unit on, its number makes their ids unique. */
function writeSegment<Each extends AnySegment>(
  segment: Each,
  id: string,
  { stateOf, inline, digest }: Style<Each>,
  codes: CodeWriter,
  number: number,
): string {
  const { source, target } = segment;
  const { attributes, digested } = stateOf(segment);
  const prefix = codePrefix(number);
  const write = (side: EntryText, hasPartner: HasCode): string =>
    writeSide(side, inline, { codes, prefix, hasPartner });
  const from = write(source, target === undefined ? always : codesIn(target.content));
  digest.segment(id, digested);
  const start = `<segment id="${id}"${attributes}>\n<source>${from}</source>\n`;
  if (target === undefined) return `${start}</segment>\n`;
  const to = write(target, codesIn(source.content));
  digest.target('');
  if (to.includes('<')) digestContent(digest, target.content, prefix);
  else digest.text(to);
  return `${start}<target>${to}</target>\n</segment>\n`;
}

/** A target that there is not yet is to have all codes. */
const always: HasCode = () => true;

function writeIgnorable({ text }: Ignorable, digest: Digest): string {
  const xml = escapeText(text);
  digest.segment('', '');
  digest.target('');
  digest.text(xml);
  return `<ignorable>\n<source>${xml}</source>\n<target>${xml}</target>\n</ignorable>\n`;
}
