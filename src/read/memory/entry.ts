import type { TranslationType } from '../../model/article.js';
import { type Content, toPlainText } from '../../model/content.js';
import { isSameLanguage, servesFor } from '../../model/language.js';
import type { DocumentLoss, DocumentUnit, DocumentVariant } from '../../model/memory/document.js';
import type { EntryTarget, EntryText } from '../../model/memory/entry.js';
import { readContents } from '../contents.js';
import { joinProps, type KnownProps, readCommonProps, readProps } from './props.js';
import { toldProps } from './told.js';
import { dayOf } from './values.js';

/** How units are read as entries. */
export interface EntryOptions {
  /** The language of the sources. Default: what the document says of the unit, else the language of its first variant. */
  readonly srcLang?: string | undefined;
  /**
   * Where no variant is in `srcLang`, those are sources whose tag serves for it: `en` for `en-US`, `en-US` for `en`. Default:
   * `false`.
   */
  readonly lookUp?: boolean | undefined;
  /** The texts are Markdown, as `--inline text` writes them: codes are read from it where a unit has none. Default: `false`. */
  readonly markdown?: boolean | undefined;
}

/** What a unit of a document brings to a memory. */
export interface UnitEntry {
  readonly id?: string;
  readonly srcLang?: string;
  /** Not there where the unit has none, and so no targets. */
  readonly source?: EntryText;
  readonly targets: readonly EntryTarget[];
  /**
   * Why translations are not among the targets: one for each, so that with the targets there are as many as variants
   * besides the source, and at least one. Besides, marked by `isSource`, that the source is none.
   */
  readonly leftOut: readonly DocumentLoss[];
}

/**
 * A unit of a document as an entry: its source, and a target for each other variant, with all that the document says of
 * them. What is left out is counted: a unit has at least one target, or one reason why it has none.
 *
 * Hand-offs are the dates of creation and change, `count` is `usagecount`, and at least 1. Names of people
 * (`creationid`, `changeid`) are not taken.
 *
 * @example
 * const [unit] = readMemoryText('<tmx version="1.4"><body><tu><tuv xml:lang="en"><seg>Hi</seg></tuv><tuv xml:lang="de"><seg>Hallo</seg></tuv></tu></body></tmx>').units;
 * unit && entryOf(unit).targets.map(({ trgLang, text }) => `${trgLang} ${text}`) // ['de Hallo']
 */
export function entryOf(unit: DocumentUnit, { srcLang: asked, markdown, lookUp }: EntryOptions = {}): UnitEntry {
  const { variants } = unit;
  const wanted = asked ?? unit.srcLang ?? variants[0]?.lang;
  const srcLang = lookUp ? nearestOf(variants, wanted) : wanted;
  const leftOut: DocumentLoss[] = [...(unit.leftOut ?? [])];
  const lose = (code: DocumentLoss['code'], ...args: readonly string[]): void => {
    leftOut.push({ code, args });
  };
  const sources: DocumentVariant[] = [];
  const others: DocumentVariant[] = [];
  for (const variant of variants) {
    const isSource = srcLang !== undefined && isSameLanguage(variant.lang, srcLang);
    (isSource ? sources : others).push(variant);
  }
  const [source] = sources;
  const id = unit.id ?? source?.props.find(({ type }) => type === 'x-tuid')?.value;
  if (srcLang === undefined || source === undefined || isEmpty(source.content)) {
    // One for each translation that is lost with it; one of the variants is, or would have been, the source.
    const isNone = source === undefined;
    const [none] = leftOut;
    if (isNone && none !== undefined) leftOut[0] = { ...none, isSource: true };
    const known = leftOut.length - (isNone && none !== undefined ? 1 : 0);
    const all = Math.max(1, variants.length + leftOut.length - 1);
    const code = isNone ? 'document/no-source' : 'document/empty-source';
    for (let count = all - known; count > 0; count--) lose(code, srcLang ?? 'any language');
    return entryWith(id, srcLang, undefined, [], leftOut);
  }
  for (let more = 1; more < sources.length; more++) lose('document/several-sources', srcLang);
  const targets: EntryTarget[] = [];
  /** The variants that these are. */
  const read: DocumentVariant[] = [];
  let whole: EntryText = { text: source.text, content: source.content };
  const isOurs = [unit, ...variants].some(({ props }) => props.some(({ type }) => type === 'x-article'));
  const common = readCommonProps(unit.props, source.props, isOurs);
  for (const variant of others) {
    if (isEmpty(variant.content)) lose('document/empty-target', variant.lang);
    else if (variant.isUntranslated) lose('document/not-translated', variant.lang);
    else {
      let text: EntryText = { text: variant.text, content: variant.content };
      if (markdown && targets.length < mostMarkdown && isPlain(source.content) && isPlain(variant.content)) {
        const contents = readContents(source.text, variant.text);
        if (targets.length === 0) whole = { text: source.text, content: contents.source };
        text = { text: variant.text, content: contents.target };
      }
      targets.push(targetOf({ unit, source, variant }, common, text));
      read.push(variant);
    }
  }
  const places = targets.flatMap((target) => target.places);
  for (const [at, target] of targets.entries()) {
    const told = toldProps(unit, source, read[at] as DocumentVariant, places, leftOut);
    if (told.length > 0) targets[at] = { ...target, props: [...(target.props ?? []), ...told] };
  }
  if (others.length === 0 && leftOut.length === 0) lose('document/no-target');
  return entryWith(id, srcLang, whole, targets, leftOut);
}

/** The tag of the variants that are sources: the one that is wanted, where there are any, else one that serves for it. */
function nearestOf(variants: readonly DocumentVariant[], wanted: string | undefined): string | undefined {
  if (wanted === undefined || variants.some(({ lang }) => isSameLanguage(lang, wanted))) return wanted;
  return variants.find(({ lang }) => servesFor(lang, wanted))?.lang ?? wanted;
}

function entryWith(
  id: string | undefined,
  srcLang: string | undefined,
  source: EntryText | undefined,
  targets: readonly EntryTarget[],
  leftOut: readonly DocumentLoss[],
): UnitEntry {
  const entry: Writable<UnitEntry> = { targets, leftOut };
  if (id !== undefined) entry.id = id;
  if (srcLang !== undefined) entry.srcLang = srcLang;
  if (source !== undefined) entry.source = source;
  return entry;
}

function isPlain(content: Content): boolean {
  return content.every(({ kind }) => kind === 'text');
}

/** Nothing but white space of XML: `&nbsp;` alone is a text that is exported. A code is something, too. */
function isEmpty(content: Content): boolean {
  return isPlain(content) && !/[^ \t\r\n]/.test(toPlainText(content));
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** The source is read again for each translation: nobody has more languages. */
const mostMarkdown = 200;

/** A translation, and what it stands in. */
interface Placed {
  readonly unit: DocumentUnit;
  readonly source: DocumentVariant;
  readonly variant: DocumentVariant;
}

/** Each thing that is said of a variant comes before what is said of its unit, and that before what is said of its source. */
function targetOf({ unit, source, variant }: Placed, common: KnownProps, text: EntryText): EntryTarget {
  const own = variant.props.length === 0 ? common : joinProps(common, readProps(variant.props));
  let { creationDate: created, changeDate: changed } = variant;
  for (const { creationDate, changeDate } of [unit, source]) {
    // What contradicts what stands nearer is not of this translation: it was not changed before it was made.
    const before = created;
    if (changed === undefined || (creationDate ?? '') <= changed) created ??= creationDate;
    if (before === undefined || (changeDate ?? '') >= before) changed ??= changeDate;
  }
  const count = variant.usageCount ?? unit.usageCount ?? source.usageCount ?? 1;
  // Written out: an object that is spread and then added to has a hidden class of its own, each time.
  const target: Writable<EntryTarget> = {
    text: text.text,
    content: text.content,
    trgLang: variant.lang,
    count: Math.max(1, count),
    places: own.places,
  };
  const translationType: TranslationType | undefined = variant.translationType ?? own.translationType;
  if (translationType !== undefined) target.translationType = translationType;
  const first = dayOf(created ?? changed);
  const last = dayOf(changed ?? created);
  if (first !== undefined) target.firstHandoff = first;
  if (last !== undefined) target.lastHandoff = last;
  if (own.service !== undefined) target.service = own.service;
  if (own.topic !== undefined) target.topic = own.topic;
  if (own.findings.length > 0) target.findings = own.findings;
  if (own.contexts.length > 0) target.contexts = own.contexts;
  if (own.previous !== undefined) target.previous = own.previous;
  if (own.next !== undefined) target.next = own.next;
  if (own.replaced !== undefined) target.replaced = own.replaced;
  if (own.others.length > 0) target.props = own.others;
  return target;
}
