import { normalizeLanguage } from '../language.js';
import { nearest } from '../nearest.js';
import type { Glossary } from './glossary.js';

/** Glossaries that were looked at: they are the same for all articles of a run. */
const sound: WeakSet<object> = new WeakSet();

/**
 * Requires that a value is a glossary. `what`: what names it in the message.
 *
 * @throws {RangeError} It is none; the message says where.
 */
export function requireGlossary(value: unknown, what: string): asserts value is Glossary {
  if (isObject(value) && sound.has(value)) return;
  const wrong = wrongGlossary(value);
  if (wrong !== undefined) throw new RangeError(`${what}: ${wrong}`);
  sound.add(value as object);
}

const kinds: readonly string[] = ['ui', 'title', 'fixed'];
const statuses: readonly string[] = ['preferred', 'admitted', 'forbidden'];
/** What ids of XML are made of. */
const name = /^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u;

/** What is wrong with a glossary, in a sentence. */
function wrongGlossary(value: unknown): string | undefined {
  if (!isObject(value) || !Array.isArray(value['concepts'])) return 'it is no glossary; give { srcLang, concepts }.';
  if (!isTag(value['srcLang'])) return 'srcLang is no language tag of BCP 47, such as en-US.';
  const ids = new Set<unknown>();
  for (const [index, concept] of (value['concepts'] as readonly unknown[]).entries()) {
    const wrong = wrongConcept(concept, ids);
    if (wrong !== undefined) return `concept ${index + 1}: ${wrong}`;
  }
  return undefined;
}

function wrongConcept(value: unknown, ids: Set<unknown>): string | undefined {
  if (!isObject(value)) return 'it is no object.';
  const { id, kind, definition, languages } = value;
  if (typeof id !== 'string' || !name.test(id)) return 'its id is no name; give letters, digits, and . - _';
  if (ids.has(id)) return `another one has the id ${id}.`;
  ids.add(id);
  if (kind !== undefined) {
    const wrong = wrongName('kind', kind, kinds);
    if (wrong !== undefined) return wrong;
  }
  if (definition !== undefined && typeof definition !== 'string') return 'its definition is no text.';
  if (!Array.isArray(languages)) return 'it has no list of languages.';
  for (const each of languages as readonly unknown[]) {
    if (!isObject(each) || !isTag(each['lang'])) return 'a language has no tag of BCP 47, such as de-DE.';
    if (!Array.isArray(each['terms'])) return `${each['lang']} has no list of terms.`;
    for (const term of each['terms'] as readonly unknown[]) {
      const wrong = wrongTerm(term);
      if (wrong !== undefined) return `${each['lang']}: ${wrong}`;
    }
  }
  return undefined;
}

function wrongTerm(value: unknown): string | undefined {
  if (!isObject(value) || typeof value['text'] !== 'string') return 'a term has no text.';
  const { text, variants, place } = value;
  const wrong = wrongName('status', value['status'], statuses);
  if (wrong !== undefined) return `"${text.slice(0, 100)}": ${wrong}`;
  const isList = Array.isArray(variants) && variants.every((variant) => typeof variant === 'string');
  if (variants !== undefined && !isList) return `"${text.slice(0, 100)}": its variants are no list of texts.`;
  if (place === undefined || (isObject(place) && typeof place['path'] === 'string')) return undefined;
  return `"${text.slice(0, 100)}": its place has no path.`;
}

function wrongName(what: string, value: unknown, names: readonly string[]): string | undefined {
  if (typeof value === 'string' && names.includes(value)) return undefined;
  const given = typeof value === 'string' ? value : '';
  return `its ${what} is none of ${names.join(', ')}${given === '' ? '.' : nearest(given, names)}`;
}

function isTag(value: unknown): boolean {
  return typeof value === 'string' && normalizeLanguage(value) !== undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
