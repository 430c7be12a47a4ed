import type { ConceptKind, Term } from '../../model/terms/glossary.js';
import { isCount, isShare, kindWords, statusWords } from '../../model/terms/tbx-words.js';
import { isBlank } from '../../xml/escapes.js';
import { createLanguageReader, type DraftConcept, type DraftTerm } from './draft.js';
import type { GlossaryReporter } from './reporter.js';

/** What a glossary in JSON holds. */
export interface JsonReading {
  readonly concepts: readonly DraftConcept[];
  readonly srcLang: string | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** JSON has no places after it is parsed; messages name the concept. */
const nowhere = { start: 0, end: 0 };

/** Reads a glossary in our JSON. `undefined`: it is none. Properties that are not known are passed over. */
export function readJson(text: string, reporter: GlossaryReporter): JsonReading | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    reporter.report('glossary/unreadable', nowhere, `it is no JSON: ${error instanceof Error ? error.message : ''}`);
    return undefined;
  }
  const list = isObject(value) ? value['concepts'] : undefined;
  if (!isObject(value) || !Array.isArray(list)) {
    reporter.report('glossary/unreadable', nowhere, 'it is no object with a list "concepts"');
    return undefined;
  }
  const { version, srcLang } = value;
  if (version !== undefined && version !== 1) {
    const shown = typeof version === 'number' || typeof version === 'string' ? String(version) : 'of another kind';
    reporter.report('glossary/unreadable', nowhere, `its version is ${shown}, and only 1 is known here`);
    return undefined;
  }
  const languageOf = createLanguageReader();
  const concepts: DraftConcept[] = [];
  for (const each of list) {
    const concept = conceptOf(each, languageOf, reporter);
    if (concept === undefined) reporter.count('glossary/concept', nowhere, 'it is no object with a list "languages"');
    else concepts.push(concept);
  }
  return { concepts, srcLang: typeof srcLang === 'string' ? srcLang : undefined };
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function conceptOf(
  value: unknown,
  languageOf: (written: string) => string | undefined,
  reporter: GlossaryReporter,
): DraftConcept | undefined {
  const sections = isObject(value) ? value['languages'] : undefined;
  if (!isObject(value) || !Array.isArray(sections)) return undefined;
  const languages = new Map<string, DraftTerm[]>();
  for (const section of sections) {
    const { lang, terms } = isObject(section) ? section : ({} as Fields);
    const tag = typeof lang === 'string' ? languageOf(lang) : undefined;
    const list = Array.isArray(terms) ? terms : [];
    if (tag === undefined) {
      reporter.count('glossary/language', nowhere, typeof lang === 'string' ? lang : '', Math.max(1, list.length));
      continue;
    }
    const all = languages.get(tag) ?? [];
    languages.set(tag, all);
    for (const each of list) {
      const term = isObject(each) ? termOf(each, reporter) : undefined;
      if (term === undefined) reporter.count('glossary/empty-term', nowhere, 'term');
      else all.push(term);
    }
  }
  const { id, kind, definition } = value;
  const [first] = languages.values();
  return {
    id: typeof id === 'string' ? id : (first?.[0]?.text ?? ''),
    kind: typeof kind === 'string' && Object.hasOwn(kindWords, kind) ? (kind as ConceptKind) : undefined,
    definition: typeof definition === 'string' ? definition : undefined,
    languages,
  };
}

function termOf(value: Fields, reporter: GlossaryReporter): DraftTerm | undefined {
  const { text, status, variants, count, share, place, context, note } = value;
  if (typeof text !== 'string' || isBlank(text)) return undefined;
  const term: { -readonly [Name in keyof DraftTerm]: DraftTerm[Name] } = { text };
  if (typeof status === 'string' && Object.hasOwn(statusWords, status)) term.status = status as Term['status'];
  else if (status !== undefined) reporter.count('glossary/status', nowhere, String(status));
  if (Array.isArray(variants)) {
    const texts = variants.filter((each): each is string => typeof each === 'string');
    if (texts.length > 0) term.variants = texts;
  }
  if (typeof count === 'number' && isCount(count)) term.count = count;
  else if (count !== undefined) reporter.count('glossary/value', nowhere, 'count');
  if (typeof share === 'number' && isShare(share)) term.share = share;
  else if (share !== undefined) reporter.count('glossary/value', nowhere, 'share');
  const { path, segment } = isObject(place) ? place : ({} as Fields);
  if (typeof path === 'string' && typeof segment === 'string') term.place = { path, segment };
  if (typeof context === 'string') term.context = context;
  if (typeof note === 'string') term.note = note;
  return term;
}
