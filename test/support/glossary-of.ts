import type { Concept, Glossary, Term, TermStatus } from '../../src/model/terms/glossary.js';

/** What a source term is in the other language. */
export type TermsByStatus = Partial<Readonly<Record<TermStatus, readonly string[]>>> & {
  readonly kind?: 'fixed';
  readonly definition?: string;
};

/** A glossary of English and another language. */
export function glossaryOf(
  lang: string,
  concepts: readonly (readonly [source: string, terms: TermsByStatus])[],
): Glossary {
  return {
    srcLang: 'en-US',
    concepts: concepts.map(([source, { kind, definition, ...terms }], index): Concept => {
      const targets = (['preferred', 'admitted', 'forbidden'] as const).flatMap((status) =>
        (terms[status] ?? []).map((text): Term => ({ text, status })),
      );
      return {
        id: `c${index + 1}`,
        ...(kind === undefined ? {} : { kind }),
        ...(definition === undefined ? {} : { definition }),
        languages: [
          { lang: 'en-US', terms: [{ text: source, status: 'preferred' }] },
          ...(targets.length === 0 ? [] : [{ lang, terms: targets }]),
        ],
      };
    }),
  };
}
