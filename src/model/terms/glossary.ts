/** Terms in several languages, by what they name: the model of TBX (ISO 30042). Plain data. */
export interface Glossary {
  /** The language of the sources, a BCP 47 tag. */
  readonly srcLang: string;
  readonly concepts: readonly Concept[];
}

/** What has a name: TBX `conceptEntry`. */
export interface Concept {
  /** Unique in the glossary, an XML name: made from the source term, so that it is the same in each run. */
  readonly id: string;
  /** What it is; not there where a glossary of others does not say. */
  readonly kind?: ConceptKind;
  /** What it means (TBX `definition`). */
  readonly definition?: string;
  /** The source language comes first; TBX `langSec`. */
  readonly languages: readonly TermsOfLanguage[];
}

/**
 * What a concept is: `ui` a name in a user interface, `title` the title of an article, `fixed` what is never translated,
 * such as the name of a product or a command.
 */
export type ConceptKind = 'ui' | 'title' | 'fixed';

/** What a concept is called in a language. */
export interface TermsOfLanguage {
  /** A BCP 47 tag. */
  readonly lang: string;
  /** Preferred terms come first; TBX `termSec`. */
  readonly terms: readonly Term[];
}

/** One of the names of a concept in a language. */
export interface Term {
  readonly text: string;
  readonly status: TermStatus;
  /** Other spellings of it (case, `...`, `(preview)`, a key that chooses it), the most frequent first. */
  readonly variants?: readonly string[];
  /** How many segments have it together with a term of the source language. */
  readonly count?: number;
  /** The share of the segments with the source that have it, from 0 to 1. */
  readonly share?: number;
  /** Where it was first seen: the path of an article, and the id of the segment. */
  readonly place?: { readonly path: string; readonly segment: string };
  /** A segment with it, as a reader sees it (TBX `context`). */
  readonly context?: string;
  /** What a person wrote to it (TBX `note`). */
  readonly note?: string;
}

/**
 * Whether a term should be used (TBX `administrativeStatus`): `preferred`, `admitted` beside the preferred one, or
 * `forbidden` (`deprecatedTerm-admn-sts`).
 */
export type TermStatus = 'preferred' | 'admitted' | 'forbidden';
