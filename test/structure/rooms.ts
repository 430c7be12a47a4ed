/** A folder of the sources: what it does, and what it may import. */
export interface Room {
  readonly name: string;
  readonly does: string;
  /** Other rooms. */
  readonly rooms: readonly string[];
  /** Packages; `node:` for the modules of Node.js. */
  readonly packages: readonly string[];
}

/** From the innermost to the outermost: none imports one that stands after it. */
export const rooms: readonly Room[] = [
  {
    name: 'model',
    does: 'what an article is: plain data, and functions without an opinion',
    rooms: [],
    packages: [],
  },
  {
    name: 'xml',
    does: 'XML in and out: reader, well-formedness, characters, escapes',
    rooms: ['model'],
    packages: ['fast-xml-parser'],
  },
  {
    name: 'read',
    does: 'text → model: one object a carrier in `carriers`',
    rooms: ['model', 'xml'],
    packages: ['fp-ts', 'papaparse', 'parse5', 'yaml'],
  },
  {
    name: 'write',
    does: 'model → chunks of a file: one object a format in `formats`',
    rooms: ['model', 'xml'],
    packages: ['fflate', 'hyparquet-writer', 'xliff'],
  },
  {
    name: 'split',
    does: 'an article → its two articles, and the spellings that its English may have had',
    rooms: ['model', 'read'],
    packages: [],
  },
  {
    name: 'merge',
    does: 'edited documents back into the text of an article',
    rooms: ['model', 'xml', 'read', 'write'],
    packages: ['fp-ts'],
  },
  {
    name: 'memory',
    does: 'articles and documents → each translation once: keys, a store, policies, entries',
    rooms: ['model', 'read', 'write'],
    packages: [],
  },
  {
    name: 'match',
    does: 'a segment and memories → its matches: an index of words, scores, adapted targets',
    rooms: ['model', 'write', 'memory'],
    packages: [],
  },
  {
    name: 'leverage',
    does: 'an article to be translated and a matcher → the article with what memories have for it',
    rooms: ['model', 'read', 'match'],
    packages: [],
  },
  {
    name: 'terms',
    does: 'articles → their terms: candidates, what all segments say of them, a glossary',
    rooms: ['model'],
    packages: [],
  },
  {
    name: 'check',
    does: 'what a reviewer should look at: one object a rule in `rules`, and what is known of a tree',
    rooms: ['model'],
    packages: [],
  },
  { name: 'stats', does: 'words, characters, repetitions', rooms: ['model', 'check'], packages: [] },
  {
    name: 'analysis',
    does: 'segments with the scores of their matches → how much there is to translate, by band',
    rooms: ['model', 'xml', 'write', 'memory', 'match', 'stats'],
    packages: [],
  },
  {
    name: 'validate',
    does: 'what is wrong with an XLIFF or TMX document',
    rooms: ['model', 'xml', 'read'],
    packages: [],
  },
  {
    name: 'view',
    does: 'articles and findings → the data of a review page, and the document around it',
    rooms: ['model'],
    packages: [],
  },
  {
    name: 'view/correct',
    does: 'what a reviewer does on such a page: targets with codes that are edited, work that is kept, documents of it',
    rooms: ['model', 'xml', 'read', 'write', 'view'],
    packages: [],
  },
  {
    name: 'view/page',
    does: 'the code and the style of that page: runs in browsers, has types of its own (`tsconfig.json`)',
    rooms: ['view', 'view/correct'],
    packages: [],
  },
  {
    name: 'corpus',
    does: 'many articles: find, read, export, account for it',
    rooms: [
      'model',
      'xml',
      'read',
      'write',
      'split',
      'merge',
      'memory',
      'match',
      'leverage',
      'terms',
      'check',
      'stats',
      'analysis',
      'validate',
      'view',
    ],
    packages: ['node:', 'ignore', 'picomatch', 'saxes', 'tinyglobby'],
  },
  {
    name: 'try',
    does: 'the page that needs no installation: the library in a browser, and what the command does with languages and damage',
    rooms: ['model', 'read', 'write', 'check', 'view', 'view/page', 'corpus'],
    packages: ['fflate'],
  },
  {
    name: 'cli',
    does: 'arguments → options, report → words',
    rooms: ['model', 'write', 'split', 'memory', 'check', 'stats', 'analysis', 'corpus'],
    packages: ['node:', 'commander', 'log-update'],
  },
];
