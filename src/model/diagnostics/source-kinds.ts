import type { DiagnosticKind } from './diagnostic-kind.js';

/** The stable names of what may be odd in an article that is to be translated, besides what any article may have. */
export type SourceDiagnosticCode = 'source/side-by-side' | 'source/too-deep' | 'source/too-many-codes';

/** Every kind of diagnostic that reading an article to be translated can give beside those of any article, by its code. */
export const sourceKinds: Readonly<Record<SourceDiagnosticCode, DiagnosticKind>> = {
  'source/side-by-side': {
    severity: 'error',
    meaning:
      'An article that is to be translated is side-by-side: it has its translation in it. It is not read. The place is that of its first pair.',
    message:
      'The article is side-by-side already: the pair {0} is in it. Give its English article, which split --side source writes.',
  },
  'source/too-deep': {
    severity: 'warning',
    meaning: 'Quotes and lists are in each other more than 100 deep. The marks of those from here on are read as text.',
    message: 'Quotes and lists are more than {0} deep in each other here; the marks of more of them are read as text.',
  },
  'source/too-many-codes': {
    severity: 'warning',
    meaning:
      'A block of an article to be translated has more than 100,000 inline codes, emphasis markers and brackets. Its markup is read as text.',
    message: 'The block has more than {0} codes, markers and brackets; its markup is read as text.',
  },
};
