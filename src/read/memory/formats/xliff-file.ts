import type { Localization, TranslationType } from '../../../model/article.js';
import type { Content } from '../../../model/content.js';
import { toMarkdown } from '../../../model/content.js';
import type { DocumentLoss, DocumentUnit, DocumentVariant } from '../../../model/memory/document.js';
import type { EntryProp } from '../../../model/memory/entry.js';
import type { Point } from '../../../model/position.js';
import { readLocalization } from '../../metadata/localization.js';
import { own } from '../codes/content.js';
import { languageOf } from '../values.js';

/** What a `<file>` says of all its units. */
export interface XliffFile {
  readonly srcLang: string | undefined;
  readonly trgLang: string | undefined;
  /** As they are written, where they are no tags. */
  readonly rawLangs: readonly [source: string, target: string];
  readonly original: string | undefined;
  /** The front matter that an export puts into the metadata, by its keys. */
  readonly metadata: Map<string, string>;
  /** What that says of a unit; made when the first unit comes. */
  common: { readonly props: readonly EntryProp[]; readonly localization: Localization } | undefined;
}

export function createXliffFile(
  source: string | undefined,
  target: string | undefined,
  original: string | undefined,
): XliffFile {
  return {
    srcLang: source === undefined ? undefined : languageOf(source),
    trgLang: target === undefined ? undefined : languageOf(target),
    rawLangs: [own(source ?? ''), own(target ?? '')],
    original: original === undefined ? undefined : own(original),
    metadata: new Map(),
    common: undefined,
  };
}

/** The target of a segment, with what its state says. */
export interface XliffTarget {
  readonly content: Content;
  readonly translationType: TranslationType | undefined;
  readonly isUntranslated: boolean;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A segment as a unit of a memory, with the properties that our TMX would have. */
export function toUnit(
  file: XliffFile,
  point: Point,
  id: string | undefined,
  source: Content | undefined,
  target: XliffTarget | undefined,
): DocumentUnit {
  file.common ??= commonOf(file);
  const { props, localization } = file.common;
  const leftOut: DocumentLoss[] = [];
  const variants: DocumentVariant[] = [];
  const { srcLang, trgLang, rawLangs } = file;
  if (source !== undefined) {
    if (srcLang === undefined) leftOut.push({ code: 'document/language', args: [rawLangs[0]] });
    else variants.push({ lang: srcLang, content: source, text: toMarkdown(source), props: [] });
  }
  if (target !== undefined) {
    if (trgLang === undefined) leftOut.push({ code: 'document/language', args: [rawLangs[1]] });
    else {
      const { content, translationType = localization.translationType, isUntranslated } = target;
      variants.push({
        lang: trgLang,
        content,
        text: toMarkdown(content),
        props: [],
        ...(translationType === undefined ? {} : { translationType }),
        ...(isUntranslated ? { isUntranslated } : {}),
      });
    }
  }
  const unit: Writable<DocumentUnit> = { ...point, variants, props: withPair(props, id) };
  if (id !== undefined) unit.id = id;
  if (srcLang !== undefined) unit.srcLang = srcLang;
  if (localization.lastHandoff !== undefined) {
    unit.creationDate = unit.changeDate = `${localization.lastHandoff.replaceAll('-', '')}T000000Z`;
  }
  if (leftOut.length > 0) unit.leftOut = leftOut;
  return unit;
}

/** The place of the pair, where the file names the article. */
function withPair(props: readonly EntryProp[], id: string | undefined): readonly EntryProp[] {
  const [article, ...rest] = props;
  if (article?.type !== 'x-article' || id === undefined) return props;
  return [article, { type: 'x-pair', value: id }, ...rest];
}

function commonOf({ original, metadata }: XliffFile): NonNullable<XliffFile['common']> {
  const nowhere = { start: 0, end: 0 };
  const entries = Array.from(metadata, ([key, value]) => ({ key, keyRange: nowhere, value, valueRange: nowhere }));
  const localization = readLocalization(entries, []);
  const props: EntryProp[] = [];
  const add = (type: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') props.push({ type, value });
  };
  add('x-article', original);
  add('x-source-hash', localization.sourceHash);
  add('x-source-commit', localization.sourceCommit);
  add('x-service', metadata.get('ms.service'));
  add('x-topic', metadata.get('ms.topic'));
  return { props, localization };
}
