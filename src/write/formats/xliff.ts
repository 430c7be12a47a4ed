import type { AnySegment, AnyUnit } from '../../model/any-unit.js';
import type { Article, FrontMatter, Segment, Value } from '../../model/article.js';
import { toPlainText } from '../../model/content.js';
import type { SourceSegment } from '../../model/source-article.js';
import { termsFor } from '../../model/terms/glossary-terms.js';
import { attribute, escapeText, isBlank } from '../../xml/escapes.js';
import { createDigest, type Digest, writeDigest } from '../digest.js';
import type { ExportOptions, XliffVersion } from '../export-options.js';
import type { Exporter, ExportItem, Languages, SourceItem } from '../exporter.js';
import { idOfPath } from '../identity.js';
import { skipReason } from '../selection.js';
import { glossaryNamespace } from './xliff/glossary.js';
import { matchesNamespace } from './xliff/matches.js';
import { hasWritten, type Style, toState, type WrittenState, writeBlock, writeGroup } from './xliff/units.js';

/**
 * XLIFF 2 (OASIS; 2.0 is ISO 21720): a `<file>` for each article, a `<unit>` for each block, a `<segment>` for each pair.
 *
 * `options.units: 'pair'` writes a `<unit>` for each pair, in a `<group>` for each block.
 */
export const xliff: Exporter<'xliff'> = {
  name: 'xliff',
  title: 'XLIFF 2',
  extension: '.xlf',
  otherExtensions: ['.xliff'],
  scope: 'article',
  takesParts: true,
  usual: true,
  hasDigest: true,
  begin({ srcLang, trgLang }: Languages, { xliffVersion = '2.0' }: ExportOptions): string {
    return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="${namespaceOf(xliffVersion)}" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" version="${xliffVersion}"${attribute('srcLang', srcLang)}${attribute('trgLang', trgLang)}>
`;
  },
  article({ article, units = article.units, path, trgLang }: ExportItem, options: ExportOptions): Iterable<string> {
    const state = stateOf(article);
    return writeFile(
      { path, units, frontMatter: article.frontMatter, hasCandidates: false, trgLang },
      options,
      (digest): Style<Segment> => ({
        stateOf: () => state,
        takes: (segment) => skipReason(segment, options.inline) === undefined,
        inline: options.inline,
        metadata: options.metadata !== false,
        digest,
      }),
    );
  },
  source({ article, path, trgLang }: SourceItem, options: ExportOptions): Iterable<string> {
    const { units, frontMatter } = article;
    const hasCandidates = units.some(({ parts }) =>
      parts.some((part) => part.kind === 'segment' && (part.candidates?.length ?? 0) > 0),
    );
    return writeFile(
      { path, units, frontMatter, hasCandidates, trgLang },
      options,
      (digest): Style<SourceSegment> => ({
        stateOf: stateOfSegment,
        takes: ({ source }) => options.inline !== 'strip' || !isBlank(toPlainText(source.content)),
        inline: options.inline,
        metadata: options.metadata !== false,
        digest,
      }),
    );
  },
  end: () => '</xliff>\n',
};

/** Of the core: 2.1 kept that of 2.0, 2.2 has one of its own. Those of modules are the same in all versions. */
function namespaceOf(version: XliffVersion): string {
  return `urn:oasis:names:tc:xliff:document:${version === '2.2' ? version : '2.0'}`;
}

/** What is written of an article of any kind. */
interface FileOf<Each extends AnySegment> {
  readonly path: string;
  readonly units: Iterable<AnyUnit<Each>>;
  readonly frontMatter: FrontMatter | undefined;
  readonly hasCandidates: boolean;
  readonly trgLang: string;
}

function* writeFile<Each extends AnySegment>(
  { path, units, frontMatter, hasCandidates, trgLang }: FileOf<Each>,
  options: ExportOptions,
  styleOf: (digest: Digest) => Style<Each>,
): Generator<string, void, undefined> {
  const writeUnit = options.units === 'pair' ? writeGroup : writeBlock;
  const digest = createDigest();
  const terms = options.glossary && termsFor(options.glossary, trgLang);
  const style = { ...styleOf(digest), terms };
  const namespaces = (hasCandidates ? matchesNamespace : '') + (terms === undefined ? '' : glossaryNamespace);
  let head = `<file${attribute('id', idOfPath(path))}${attribute('original', path)} xml:space="preserve"${namespaces}>\n`;
  if (options.metadata !== false) head += writeMetadata(frontMatter);
  let empty = true;
  for (const unit of units) {
    if (!hasWritten(unit, style)) continue;
    yield empty ? head + writeUnit(unit, style) : writeUnit(unit, style);
    empty = false;
  }
  if (!empty) yield `${options.digest === false ? '' : writeDigest(digest)}</file>\n`;
}

/** Machine translations have a `subState` of our own, with a prefix of our own (section 4.3.1.35). */
function stateOf({ localization: { translationType } }: Article): WrittenState {
  if (translationType === 'ht') return toState('final');
  return translationType === 'mt' ? toState('translated', 'ms:mt') : toState('translated');
}

function stateOfSegment({ state, subState, target }: SourceSegment): WrittenState {
  if (state === undefined) return toState(target === undefined ? 'initial' : 'translated');
  return toState(state, subState);
}

/** The front matter in the metadata module (section 5.4): a `meta` for each value, nested keys joined by a dot. */
function writeMetadata(frontMatter: FrontMatter | undefined): string {
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
