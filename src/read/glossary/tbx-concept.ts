import type { ConceptKind, Term } from '../../model/terms/glossary.js';
import { readCountNote, readPersonNote, readPlace, variantStatus } from '../../model/terms/tbx-words.js';
import { isBlank } from '../../xml/escapes.js';
import { elementsIn, type XmlElement } from '../../xml/reader.js';
import type { DraftConcept, DraftTerm } from './draft.js';
import type { GlossaryReporter } from './reporter.js';
import { lineOf, readKind, readStatus, trimmed } from './words.js';

/** Elements that have a data category as their type, where it is not their name. */
const typed: ReadonlySet<string> = new Set([
  'admin',
  'adminNote',
  'descrip',
  'descripNote',
  'ref',
  'termCompList',
  'termNote',
  'transac',
  'transacNote',
  'xref',
]);
const groups: ReadonlySet<string> = new Set(['adminGrp', 'descripGrp', 'termGrp', 'termNoteGrp', 'transacGrp']);
const languages: ReadonlySet<string> = new Set(['langSec', 'langSet', 'langGroup']);
const terms: ReadonlySet<string> = new Set(['termSec', 'tig', 'ntig', 'termGroup']);

type Visit = (category: string, element: XmlElement) => void;

/** Data categories of an element and of the groups in it, by their names in DCA and DCT style alike. */
function visitCategories(element: XmlElement, visit: Visit): void {
  for (const child of elementsIn(element)) {
    const { local } = child;
    if (languages.has(local) || terms.has(local)) continue;
    if (groups.has(local)) visitCategories(child, visit);
    else visit(typed.has(local) ? (child.attributes.get('type') ?? local) : local, child);
  }
}

/** All text in an element: highlighted parts are text, too. */
function textIn({ children }: XmlElement): string {
  let text = '';
  for (const child of children) text += child.kind === 'text' ? child.text : textIn(child);
  return text;
}

/** The concept of a `conceptEntry` (2019), a `termEntry` (2008), or an `entry` (TBX-Min). */
export function readTbxConcept(
  entry: XmlElement,
  languageOf: (written: string) => string | undefined,
  reporter: GlossaryReporter,
): DraftConcept {
  let kind: ConceptKind | undefined;
  let definition: string | undefined;
  const lose = (category: string, place: XmlElement): void =>
    reporter.count('glossary/not-kept', place, `data of the category ${category}`);
  const define: Visit = (category, element) => {
    const text = trimmed(textIn(element));
    if (category !== 'definition' || definition !== undefined) lose(category, element);
    else if (!isBlank(text)) definition = text;
  };
  visitCategories(entry, (category, element) => {
    if (category !== 'subjectField' || kind !== undefined) return define(category, element);
    kind = readKind(textIn(element));
    if (kind === undefined) lose(category, element);
  });
  const found = new Map<string, DraftTerm[]>();
  for (const section of elementsIn(entry)) {
    if (!languages.has(section.local)) continue;
    const written = section.attributes.get('xml:lang') ?? section.attributes.get('lang') ?? '';
    const lang = languageOf(written);
    const sections = elementsIn(section).filter(({ local }) => terms.has(local));
    if (lang === undefined) {
      reporter.count('glossary/language', section, written, Math.max(1, sections.length));
      continue;
    }
    visitCategories(section, define);
    const inLanguage = found.get(lang) ?? [];
    found.set(lang, inLanguage);
    for (const each of sections) addTerm(each, inLanguage, { define, lose, reporter });
  }
  const id = entry.attributes.get('id') ?? entry.attributes.get('xml:id');
  const [first] = found.values();
  return { id: id ?? first?.[0]?.text ?? '', kind, definition, languages: found };
}

interface Surroundings {
  readonly define: Visit;
  readonly lose: Visit;
  readonly reporter: GlossaryReporter;
}

function addTerm(section: XmlElement, all: DraftTerm[], { define, lose, reporter }: Surroundings): void {
  let text = '';
  let type = '';
  const term: { -readonly [Name in keyof DraftTerm]?: DraftTerm[Name] } = {};
  const notes: string[] = [];
  visitCategories(section, (category, element) => {
    const value = textIn(element);
    switch (category) {
      case 'term':
        text ||= lineOf(value);
        return;
      case 'administrativeStatus':
      case 'termStatus':
      case 'normativeAuthorization': {
        const status = readStatus(value);
        if (status === undefined) reporter.count('glossary/status', element, lineOf(value));
        else term.status ??= status;
        return;
      }
      case 'termType':
        type = trimmed(value);
        if (type !== 'variant') lose(category, element);
        return;
      case 'context':
        if (term.context !== undefined) lose(category, element);
        else if (!isBlank(value)) term.context = trimmed(value);
        return;
      case 'source': {
        const place = term.place === undefined ? readPlace(trimmed(value)) : undefined;
        if (place === undefined) lose(category, element);
        else term.place = place;
        return;
      }
      case 'note':
        addNote(trimmed(value), term, notes);
        return;
      default:
        define(category, element);
    }
  });
  if (isBlank(text)) {
    reporter.count('glossary/empty-term', section, 'term');
    return;
  }
  if (notes.length > 0) term.note = notes.join('\n');
  const before = all[all.length - 1];
  if (type === 'variant' && before !== undefined && isVariantOf(term, before)) {
    if (before.variants === undefined) all[all.length - 1] = { ...before, variants: [text] };
    else before.variants.push(text);
    return;
  }
  if (type === 'variant') lose('termType', section);
  all.push({ text, ...term } as DraftTerm);
}

/** A spelling with nothing of its own belongs to the term before it; one that may be used less than that is another term. */
function isVariantOf({ status, ...rest }: Partial<DraftTerm>, { status: own }: DraftTerm): boolean {
  if (Object.keys(rest).length > 0) return false;
  return status === undefined || status === variantStatus(own ?? 'preferred');
}

function addNote(note: string, term: { count?: number; share?: number }, notes: string[]): void {
  const counts: Pick<Term, 'count' | 'share'> | undefined =
    term.count === undefined && term.share === undefined ? readCountNote(note) : undefined;
  if (counts !== undefined) Object.assign(term, counts);
  else if (!isBlank(note)) notes.push(readPersonNote(note));
}
