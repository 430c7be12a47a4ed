import type { Article, Ignorable, Segment, Side, Unit, Value } from '../../model/article.js';
import { toPlainText } from '../../model/content.js';
import { attribute, escapeText } from '../../xml/escapes.js';
import { codesIn } from '../codes/partners.js';
import { type CodeWriter, createCodeWriter } from '../codes/xliff-codes.js';
import { createDigest, type Digest, digestContent, writeDigest } from '../digest.js';
import type { ExportOptions, InlineMode } from '../export-options.js';
import type { Exporter, ExportItem, Languages } from '../exporter.js';
import { idOfPath } from '../identity.js';
import { blockName } from '../names.js';
import { codePrefix, segmentIds } from '../segment-ids.js';
import { skipReason } from '../selection.js';

/**
 * XLIFF 2.0 (OASIS, ISO 21720): a `<file>` for each article, a `<unit>` for each block, a `<segment>` for each pair.
 *
 * `options.units: 'pair'` writes a `<unit>` for each pair, in a `<group>` for each block.
 */
export const xliff: Exporter<'xliff'> = {
  name: 'xliff',
  title: 'XLIFF 2.0',
  extension: '.xlf',
  otherExtensions: ['.xliff'],
  scope: 'article',
  takesParts: true,
  usual: true,
  hasDigest: true,
  begin({ srcLang, trgLang }: Languages): string {
    return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" version="2.0"${attribute('srcLang', srcLang)}${attribute('trgLang', trgLang)}>
`;
  },
  *article(
    { article, units = article.units, path }: ExportItem,
    options: ExportOptions,
  ): Generator<string, void, undefined> {
    const [main, sub] = stateOf(article);
    const state = attribute('state', main) + attribute('subState', sub);
    const states = sub === undefined ? main : `${main} ${sub}`;
    const writeUnit = options.units === 'pair' ? writeGroup : writeBlock;
    const digest = createDigest();
    const style: Style = { state, states, inline: options.inline, digest };
    let head = `<file${attribute('id', idOfPath(path))}${attribute('original', path)} xml:space="preserve">\n`;
    if (options.metadata !== false) head += writeMetadata(article);
    let empty = true;
    for (const unit of units) {
      if (!unit.parts.some((part) => isWritten(part, options.inline))) continue;
      yield empty ? head + writeUnit(unit, style) : writeUnit(unit, style);
      empty = false;
    }
    if (!empty) yield `${writeDigest(digest)}</file>\n`;
  },
  end: () => '</xliff>\n',
};

/** Machine translations have a `subState` of our own, with a prefix of our own (section 4.3.1.35). */
function stateOf({ localization: { translationType } }: Article): readonly [state: string, subState?: string] {
  if (translationType === 'ht') return ['final'];
  return translationType === 'mt' ? ['translated', 'ms:mt'] : ['translated'];
}

/** The front matter in the metadata module (section 5.4): a `meta` for each value, nested keys joined by a dot. */
function writeMetadata({ frontMatter }: Article): string {
  let metas = '';
  const write = (type: string, value: Value): void => {
    if (typeof value === 'string') {
      metas += `<mda:meta${attribute('type', type)}>${escapeText(value)}</mda:meta>\n`;
    } else if (Array.isArray(value)) {
      for (const item of value) write(type, item);
    } else {
      for (const [key, item] of Object.entries(value)) write(`${type}.${key}`, item);
    }
  };
  for (const { key, value } of frontMatter?.entries ?? []) write(key, value);
  if (metas === '') return '';
  return `<mda:metadata>\n<mda:metaGroup category="front-matter">\n${metas}</mda:metaGroup>\n</mda:metadata>\n`;
}

type Inlines = InlineMode | undefined;

/** What is the same for all segments of an article, and the digest that all are added to. */
interface Style {
  /** As attributes. */
  readonly state: string;
  /** As the digest has them. */
  readonly states: string;
  readonly inline: Inlines;
  readonly digest: Digest;
}

function writeBlock(unit: Unit, style: Style): string {
  const { inline, digest } = style;
  const codes = createCodeWriter();
  const idOf = segmentIds(unit.parts, (part) => isWritten(part, inline));
  let parts = '';
  let segments = 0;
  digest.unit(unit.id);
  const notes = writeNotes(unit, digest);
  for (const part of unit.parts) {
    if (part.kind === 'ignorable') parts += writeIgnorable(part, digest);
    else if (isWritten(part, inline)) parts += writeSegment(part, idOf(part), style, codes, ++segments);
  }
  return `<unit id="${unit.id}" name="${blockName(unit)}">\n${notes}${codes.originalData()}${parts}</unit>\n`;
}

function writeGroup(unit: Unit, style: Style): string {
  const name = blockName(unit);
  let xml = `<group id="g-${unit.id}" name="${name}">\n`;
  let isFirst = true;
  for (const part of unit.parts) {
    if (!isWritten(part, style.inline)) continue;
    const codes = createCodeWriter();
    style.digest.unit(part.id);
    const notes = isFirst ? writeNotes(unit, style.digest) : '';
    const segment = writeSegment(part, segmentIds([part], isSegment)(part), style, codes, 1);
    xml += `<unit id="${part.id}" name="${name}">\n${notes}${codes.originalData()}${segment}</unit>\n`;
    isFirst = false;
  }
  return `${xml}</group>\n`;
}

function isSegment(part: Segment | Ignorable): part is Segment {
  return part.kind === 'segment';
}

function isWritten(part: Segment | Ignorable, inline: Inlines): part is Segment {
  return part.kind === 'segment' && skipReason(part, inline) === undefined;
}

function writeNotes({ notes }: Unit, digest: Digest): string {
  if (notes === undefined) return '';
  for (const note of notes) digest.note(note);
  return `<notes>\n${notes.map((note) => `<note>${escapeText(note)}</note>\n`).join('')}</notes>\n`;
}

/** Codes are numbered in their segment; from the second segment of a unit on, its number makes their ids unique. */
function writeSegment(
  { source, target }: Segment,
  id: string,
  { state, states, inline, digest }: Style,
  codes: CodeWriter,
  number: number,
): string {
  const prefix = codePrefix(number);
  const write = (side: Side, other: Side): string => {
    if (inline === 'text') return escapeText(side.text);
    if (inline === 'strip') return escapeText(toPlainText(side.content));
    return codes.content(side.content, prefix, codesIn(other.content));
  };
  const from = write(source, target);
  const to = write(target, source);
  digest.segment(id, states);
  digest.target('');
  if (to.includes('<')) digestContent(digest, target.content, prefix);
  else digest.text(to);
  return `<segment id="${id}"${state}>\n<source>${from}</source>\n<target>${to}</target>\n</segment>\n`;
}

function writeIgnorable({ text }: Ignorable, digest: Digest): string {
  const xml = escapeText(text);
  digest.segment('', '');
  digest.target('');
  digest.text(xml);
  return `<ignorable>\n<source>${xml}</source>\n<target>${xml}</target>\n</ignorable>\n`;
}
