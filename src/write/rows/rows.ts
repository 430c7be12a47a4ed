import type { Article, Entry, Segment } from '../../model/article.js';
import { toPlainText } from '../../model/content.js';
import type { EntryTarget, EntryText, MemoryEntry } from '../../model/memory/entry.js';
import { contextOf, sourceHash } from '../../model/memory/text-key.js';
import { createLineIndex } from '../../model/position.js';
import { dropIllegal } from '../../xml/escapes.js';
import { legalText } from '../codes/legal-text.js';
import { codesIn } from '../codes/partners.js';
import { trim, trimContent } from '../codes/trim.js';
import { createCodeWriter } from '../codes/xliff-codes.js';
import { defaultSrcLang, type ExportOptions, type InlineMode } from '../export-options.js';
import type { ExportItem } from '../exporter.js';
import { skipReason } from '../selection.js';
import type { PairRow } from './row.js';

type Texts = Pick<PairRow, 'source' | 'target' | 'sourceCodes' | 'targetCodes' | 'originalData'>;

/** What stands in each row of an article, but for its texts and its place. */
type OfArticle = Omit<PairRow, keyof Texts | 'line' | 'id' | 'findings' | 'contexts'>;

/** The pairs of an article as rows, without a recovered title, which is no pair. */
export function* rowsOfArticle(item: ExportItem, options: ExportOptions): Generator<PairRow, void, undefined> {
  const { article, units = article.units, findings } = item;
  const { inline } = options;
  const ofArticle = describeArticle(item, options);
  const lines = createLineIndex(article.text);
  const write = ({ part }: Waiting, before: number, after: number): PairRow => {
    const { line } = lines.pointAt(part.range.start);
    const own = { line, findings: findings?.get(part.id) ?? [], contexts: [contextOf(before, after) ?? []].flat() };
    return rowOf(part, own, ofArticle, inline);
  };
  let before = 0;
  let waiting: Waiting | undefined;
  for (const { parts } of units) {
    for (const part of parts) {
      if (part.kind !== 'segment' || part.recovered || skipReason(part, inline) !== undefined) continue;
      const next = { part, hash: sourceHash(legalText(part.source), inline) };
      if (waiting !== undefined) {
        yield write(waiting, before, next.hash);
        before = waiting.hash;
      }
      waiting = next;
    }
  }
  if (waiting !== undefined) yield write(waiting, before, 0);
}

/** A pair that waits for the next one, which belongs to its context. */
interface Waiting {
  readonly part: Segment;
  readonly hash: number;
}

function rowOf(
  { id, source, target }: Segment,
  { line, findings, contexts }: Pick<PairRow, 'line' | 'findings' | 'contexts'>,
  of: OfArticle,
  inline: InlineMode | undefined,
): PairRow {
  const texts = textsOf(source, target, inline);
  // Written out: the order of the properties is that of the columns.
  return {
    source: texts.source,
    target: texts.target,
    sourceCodes: texts.sourceCodes,
    targetCodes: texts.targetCodes,
    originalData: texts.originalData,
    srcLang: of.srcLang,
    trgLang: of.trgLang,
    translationType: of.translationType,
    firstHandoff: of.firstHandoff,
    lastHandoff: of.lastHandoff,
    path: of.path,
    line,
    id,
    sourceHash: of.sourceHash,
    count: of.count,
    findings,
    service: of.service,
    topic: of.topic,
    sourceCommit: of.sourceCommit,
    commit: of.commit,
    entry: of.entry,
    contexts,
    replacedTarget: of.replacedTarget,
    replacedTranslationType: of.replacedTranslationType,
    replacedLastHandoff: of.replacedLastHandoff,
  };
}

function describeArticle({ article, path, trgLang }: ExportItem, { srcLang, metadata }: ExportOptions): OfArticle {
  const { translationType, lastHandoff, sourceHash, sourceCommit } = article.localization;
  const isTold = metadata !== false;
  return {
    srcLang: srcLang ?? defaultSrcLang,
    trgLang,
    translationType: isTold ? (translationType ?? null) : null,
    firstHandoff: dayOf(lastHandoff),
    lastHandoff: dayOf(lastHandoff),
    path: textOf(path),
    sourceHash: sourceHash ?? null,
    count: 1,
    service: isTold ? entryValueOf(article, 'ms.service') : null,
    topic: isTold ? entryValueOf(article, 'ms.topic') : null,
    sourceCommit: isTold ? (sourceCommit ?? null) : null,
    commit: null,
    entry: null,
    replacedTarget: null,
    replacedTranslationType: null,
    replacedLastHandoff: null,
  };
}

function entryValueOf({ frontMatter }: Article, name: string): string | null {
  const value = frontMatter?.entries.find(({ key }: Entry) => key === name)?.value;
  return typeof value === 'string' && value !== '' ? textOf(value) : null;
}

/** The translations of an entry as rows, but those without a text and without a code on one side. */
export function* rowsOfEntry(
  { id, srcLang, source, targets }: MemoryEntry,
  { inline, metadata }: ExportOptions,
): Generator<PairRow, void, undefined> {
  const isTold = metadata !== false;
  for (const target of targets) {
    const texts = textsOf(source, target, inline);
    if (isEmpty(texts.source, texts.sourceCodes) || isEmpty(texts.target, texts.targetCodes)) continue;
    const [place] = target.places;
    const { replaced } = target;
    yield {
      ...texts,
      srcLang,
      trgLang: target.trgLang,
      translationType: isTold ? (target.translationType ?? null) : null,
      firstHandoff: dayOf(target.firstHandoff),
      lastHandoff: dayOf(target.lastHandoff),
      path: textOf(place?.path),
      line: place?.line ?? null,
      id: textOf(place?.id),
      sourceHash: textOf(place?.sourceHash),
      count: target.count,
      findings: target.findings ?? [],
      ...subjectOf(target, isTold),
      sourceCommit: isTold ? textOf(place?.sourceCommit) : null,
      commit: textOf(place?.commit),
      entry: textOf(id),
      contexts: target.contexts ?? [],
      replacedTarget: replaced === undefined ? null : plainOrMarkdown(replaced, inline),
      replacedTranslationType: isTold ? (replaced?.translationType ?? null) : null,
      replacedLastHandoff: dayOf(replaced?.lastHandoff),
    };
  }
}

/** Codes of other tools have no data: nothing but codes is an empty text. */
function isEmpty(text: string, codes: string | null): boolean {
  return text === '' && (codes ?? '') === '';
}

function subjectOf({ service, topic }: EntryTarget, isTold: boolean): Pick<PairRow, 'service' | 'topic'> {
  return { service: isTold ? textOf(service) : null, topic: isTold ? textOf(topic) : null };
}

function textsOf(source: EntryText, target: EntryText, inline: InlineMode | undefined): Texts {
  const texts = { source: plainOrMarkdown(source, inline), target: plainOrMarkdown(target, inline) };
  if (inline === 'text' || inline === 'strip') {
    return { ...texts, sourceCodes: null, targetCodes: null, originalData: null };
  }
  const codes = createCodeWriter({ isCompact: true });
  const write = (side: EntryText, other: EntryText): string =>
    codes.content(trimContent(side.content), '', codesIn(other.content));
  const sourceCodes = write(source, target);
  const targetCodes = write(target, source);
  return { ...texts, sourceCodes, targetCodes, originalData: codes.data().map(dropIllegal) };
}

/** The text as rows have it: without what XML does not allow either, so that all formats have the same. */
export function plainOrMarkdown({ text, content }: EntryText, inline: InlineMode | undefined): string {
  return trim(dropIllegal(inline === 'strip' ? toPlainText(content) : text));
}

function textOf(value: string | undefined): string | null {
  return value === undefined ? null : dropIllegal(value);
}

/** A day of the calendar; what is none is left out. */
function dayOf(value: string | undefined): string | null {
  if (value === undefined || !/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value)) return null;
  const time = Date.parse(value);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value ? null : value;
}
