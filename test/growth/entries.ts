import { isLeft } from 'fp-ts/lib/These.js';
import papa from 'papaparse';
import * as library from '../../src/index.js';
import { readGlossaryText } from '../../src/read/glossary/read-glossary.js';
import { createArticleCounter } from '../../src/stats/article.js';
import { createStats } from '../../src/stats/stats.js';
import { diffContents } from '../../src/view/diff/content-diff.js';
import { toDocument } from '../../src/view/document.js';
import { toPageArticle } from '../../src/view/view-model.js';
import { glossaryOf } from '../support/glossary-of.js';
import { pair } from './inputs/articles.js';

/** Something of the library that takes input from the world. */
export interface Entry<Input> {
  readonly name: string;
  /** Functions of the public interface that it stands for. */
  readonly covers: readonly string[];
  /** Makes what is called, and measured. */
  call(input: Input): () => unknown;
}

function entry<Input>(name: string, covers: string | readonly string[], run: (input: Input) => unknown): Entry<Input> {
  return { name, covers: typeof covers === 'string' ? [covers] : covers, call: (input) => () => run(input) };
}

const { exportToString, mergeTmx, mergeXliff, parseInline, readContents, splitArticle } = library;

/** The article of a text; `undefined` where it is refused. */
export function read(text: string): library.Article | undefined {
  const parsed = library.parseArticle(text, { path: 'a.md' });
  return isLeft(parsed) ? undefined : parsed.right;
}

const plain = read(`---\nms.contentlocale: de-DE\n---\n${pair(0, 'Hallo', 'Hello')}`) as library.Article;
const marked = read(
  `---\nms.contentlocale: de-DE\n---\n${pair(0, 'Hallo **b** `c` [d](e)', 'A **b** `c` [d](e)')}`,
) as library.Article;
/** Terms that stand in inputs again and again, some of them in each other. */
const glossary = glossaryOf(
  'de',
  ['a', 'aa', 'b', 'x', 'x x', 'word', 'Hello', '*', 'One'].map((term) => [
    term,
    { preferred: [`${term} ${term}`], admitted: ['b'], forbidden: [term, `${term}-${term}`] },
  ]),
);
const documents = {
  xliff: exportToString([marked], 'xliff'),
  literal: exportToString([marked], 'xliff', { inline: 'text' }),
  tmx: exportToString([marked], 'tmx'),
};

const english = library.sourceArticleOf(
  library.readSource('> One **b**. Two.\n\n| a | b |\n|---|---|\n'),
) as library.SourceArticle;
const filled = library
  .sourcesToString([english], 'xliff')
  .replaceAll('</source>\n</segment>', '</source>\n<target>Eins</target>\n</segment>');

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}

/** What reads the Markdown of a segment. */
export const inlineEntries: readonly Entry<string>[] = [
  entry('parseInline', ['parseInline', 'toPlainText', 'toMarkdown', 'codesOf', 'isFormatting'], (text) => {
    const content = parseInline(text);
    const codes = library.codesOf(content);
    return [
      content,
      library.toPlainText(content),
      library.toMarkdown(content),
      codes,
      codes.filter(library.isFormatting),
    ];
  }),
  entry('readSource', ['readSource', 'sourceArticleOf', 'sourceSegmentsOf', 'englishSentences'], (text) => {
    const article = library.sourceArticleOf(library.readSource(text));
    return article === undefined ? [] : [...library.sourceSegmentsOf(article)];
  }),
  entry('createGrains', ['createGrains', 'recutSource', 'translateSource'], (text) => {
    const article = library.sourceArticleOf(library.readSource(text));
    if (article === undefined) return [];
    const grains = library.createGrains(article);
    const cut = library.recutSource(article, (unit) =>
      [...grains.of(unit)].filter(({ first, last }) => first === last),
    );
    return library.translateSource(cut, ({ source }) => `${source.text}!`);
  }),
  entry('mergeSource, cut otherwise', ['mergeSource', 'mergedSourceOf', 'sourcesToString'], (text) => {
    const article = library.sourceArticleOf(library.readSource(text));
    if (article === undefined) return [];
    const grains = library.createGrains(article);
    const cut = library.recutSource(article, (unit) =>
      [...grains.of(unit)].filter(({ first, last }) => first === last),
    );
    const documents = (['xliff', 'xliff1.2'] as const).map((format) => library.sourcesToString([cut], format));
    return documents.map((document) => library.mergedSourceOf(library.mergeSource(article, document))?.text);
  }),
  entry('mergeSource, typed', 'mergeSource', (text) =>
    library.mergeSource(
      english,
      filled.replace('<target>Eins', () => `<target>${escaped(text)}`),
    ),
  ),
  entry('mergeSource, translated', ['mergeSource', 'toSideBySide'], (text) => {
    const article = library.sourceArticleOf(library.readSource(text));
    if (article === undefined) return [];
    const document = library
      .sourcesToString([article], 'xliff')
      .replace(/<source>((?:[^<]|<(?!\/source))*)<\/source>/g, '$&<target>$1, $1</target>');
    const merged = library.mergedSourceOf(library.mergeSource(article, document));
    const options = { trgLang: 'de-DE', sourceHash: '1a2b3'.repeat(8) };
    return merged && [merged.text, library.toSideBySide(merged.article, options)];
  }),
  entry('readSrx', 'readSrx', (text) => {
    const rule = `<rule break="yes"><beforebreak>${escaped(text)}</beforebreak></rule>`;
    const rules = `<languagerules><languagerule languagerulename="a">${rule}</languagerule></languagerules>`;
    const map = `<maprules><languagemap languagepattern=".*" languagerulename="a"/></maprules>`;
    return library.readSrx(`<srx version="2.0"><body>${rules}${map}</body></srx>`);
  }),
  entry('names of a path', ['idOfPath', 'suffixOf'], (text) => [library.idOfPath(text), library.suffixOf(text)]),
  entry('readContents, the same', 'readContents', (text) => readContents(text, text)),
  entry('readContents, damaged target', 'readContents', (text) =>
    readContents(`${text} **a** \`b\` [c](d)`, `${text.toUpperCase()} ** a ** \`b \` [c] (d)`),
  ),
  entry('readContents, damaged source', 'readContents', (text) => readContents('**a** `b` [c](d) <b>x</b>', text)),
  entry('readContents, other target', 'readContents', (text) => readContents(text, '* *a* * "b" [c] (d) <b>x< /b>')),
  entry('alignContents', 'alignContents', (text) =>
    library.alignContents(parseInline(text), parseInline(`a \`b\` ${text}`)),
  ),
  entry(
    'createMatcher',
    ['createMatcher', 'createStreamMatcher', 'createPassMatcher', 'createAdapter', 'bandOf'],
    (text) => {
      const [source, changed, target] = [text, `1 ${text} x`, `${text} **y**`].map(toEntryText);
      if (source === undefined || changed === undefined || target === undefined) return undefined;
      const options = { trgLang: 'de-DE', srcLang: 'en-US' };
      const known = {
        id: '1',
        srcLang: 'en-US',
        source,
        targets: [{ ...target, trgLang: 'de-DE', count: 1, places: [] }],
      };
      const asked = [source, changed, target];
      const matcher = library.createMatcher([known], options);
      const stream = library.createStreamMatcher(
        asked.map((each) => ({ source: each })),
        { ...options, srcLang: 'en' },
      );
      stream.add([known]);
      const found = asked.map((each) => matcher.match(each, { previous: source, next: changed }));
      const inPasses = library.createPassMatcher(options);
      for (let passes = 0; passes < 2; passes++) {
        for (const each of asked) inPasses.match(each);
        const pass = inPasses.begin();
        pass.add([known]);
        pass.end();
      }
      const answered = asked.map((each) => inPasses.match(each));
      const adapt = library.createAdapter('en-US', 'ja-JP');
      const adapted = asked.map((newSource) => adapt({ source, target, newSource }));
      return [found, stream.matches(), answered, adapted, found.map(([best]) => library.bandOf(best?.score ?? 0))];
    },
  ),
  entry('createAnalysis', 'createAnalysis', (text) =>
    (['cat', 'gmx'] as const).map((words) => {
      const analysis = library.createAnalysis({ words });
      analysis.add({ segments: [text, `1 ${text} x`, text].map((each) => ({ source: toEntryText(each) })) });
      return analysis.build();
    }),
  ),
  entry('leverage', ['leverage', 'writeTargets'], (text) => {
    const article = library.sourceArticleOf(library.readSource(text));
    if (article === undefined) return undefined;
    const known = Array.from(library.sourceSegmentsOf(article), ({ id, source }, index) => ({
      id,
      srcLang: 'en-US',
      source: index % 2 === 0 ? source : toEntryText(`${source.text} x`),
      targets: [{ ...toEntryText(`${source.text} y`), trgLang: 'de-DE', count: 1, places: [] }],
    }));
    const leveraged = library.leverage(article, library.createMatcher(known, { trgLang: 'de-DE' }), {
      fill: 95,
      show: 50,
    });
    const { text: written } = library.writeTargets(leveraged);
    const documents = (['xliff', 'xliff1.2'] as const).map((format) => library.sourcesToString([leveraged], format));
    return [leveraged, written, documents];
  }),
  entry('mergeXliff, typed', 'mergeXliff', (text) =>
    mergeXliff(
      marked,
      documents.xliff.replace('Hallo', () => escaped(text)),
    ),
  ),
  entry('mergeXliff, typed as Markdown', 'mergeXliff', (text) =>
    mergeXliff(
      marked,
      documents.literal.replace('Hallo', () => escaped(text)),
    ),
  ),
  entry('mergeTmx, typed', 'mergeTmx', (text) =>
    mergeTmx(
      marked,
      documents.tmx.replace('Hallo', () => escaped(text)),
    ),
  ),
  // As long as the other text, with nothing of it; with another end; and all of it, twice.
  entry('diffContents', [], (text) =>
    [text.replace(/\S/gu, '\u00d8'), `x ${text} y`, `${text}${text}`].map((other) => diffContents(text, other)),
  ),
  entry('createAnalysis, lines', 'createAnalysis', (text) => {
    const analysis = library.createAnalysis();
    analysis.add({ segments: text.split('\n').map((line) => ({ source: toEntryText(line) })) });
    return analysis.build().all;
  }),
];

function toEntryText(text: string): library.EntryText {
  return { text, content: parseInline(text) };
}

/** An article, with what was made of it. */
export class Prepared {
  readonly article: library.Article;
  readonly #made = new Map<string, string>();

  constructor(article: library.Article) {
    this.article = article;
  }

  exported(format: library.Format, options: library.ExportOptions = {}): string {
    const key = `${format} ${JSON.stringify(options)}`;
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const made = exportToString([this.article], format, options);
    this.#made.set(key, made);
    return made;
  }
}

function exporting(format: library.Format, options: library.ExportOptions): Entry<Prepared> {
  const name = ['exportToString', format, ...Object.values(options)].join(' ');
  const exported = Object.entries(library).filter(([, value]) => value === library.formats[format]);
  const covers = ['exportToString', ...exported.map(([exporter]) => exporter)];
  return entry(name, covers, ({ article }) => exportToString([article], format, options));
}

/** A document that was exported, edited, and comes back: only the merge is measured. */
function returning(
  name: string,
  format: library.Format,
  options: library.ExportOptions,
  edit: (document: string) => string,
): Entry<Prepared> {
  const merge = format === 'tmx' ? mergeTmx : mergeXliff;
  return {
    name: `${merge.name}, ${name}`,
    covers: [merge.name],
    call(prepared) {
      const document = edit(prepared.exported(format, options));
      return () => merge(prepared.article, document);
    },
  };
}

const editTargets = (document: string): string => document.replaceAll('</target>', ' x</target>');
const formats: readonly library.Format[] = ['xliff', 'tmx', 'xliff1.2', 'jsonl', 'csv', 'moses'];

/** What threads write of an article, where the file is made of that later. */
function chunksOf(format: 'xlsx' | 'parquet'): Entry<Prepared> {
  const exporter = library.formats[format];
  return entry(`chunks of ${format}`, format, ({ article }) => [
    ...exporter.article(library.toExportItem(article, 'a.md'), {}),
  ]);
}

/** What takes an article that was read. */
export const articleEntries: readonly Entry<Prepared>[] = [
  ...formats.map((format) => exporting(format, {})),
  ...formats.flatMap((format) => [exporting(format, { inline: 'text' }), exporting(format, { inline: 'strip' })]),
  chunksOf('xlsx'),
  chunksOf('parquet'),
  exporting('xliff', { units: 'pair' }),
  exporting('tmx', { context: 'omegat' }),
  exporting('tmx', { context: 'memoq' }),
  ...(['best', 'all'] as const).map((keep) =>
    entry(`createMemory ${keep}`, 'createMemory', ({ article }: Prepared) => {
      const memory = library.createMemory({ keep, trgLang: 'de-DE' });
      memory.add(article);
      return [memory.entries(), memory.count()];
    }),
  ),
  entry('splitArticle source', 'splitArticle', ({ article }) => splitArticle(article, 'source')),
  entry('readSource of its English article', ['readSource'], ({ article }) =>
    library.readSource(splitArticle(article, 'source')),
  ),
  entry('splitArticle target', 'splitArticle', ({ article }) => splitArticle(article, 'target')),
  entry('splitArticle target, no anchors', 'splitArticle', ({ article }) =>
    splitArticle(article, 'target', { anchors: 'drop' }),
  ),
  entry('checkArticle', 'checkArticle', ({ article }) => library.checkArticle(article)),
  entry('checkArticle with its tree', ['checkArticle', 'collectTree', 'createTreeBuilder'], ({ article }) => {
    const tree = library.collectTree([article, article]);
    return library.checkArticle(article, {}, tree);
  }),
  entry('extractTerms', 'extractTerms', ({ article }) =>
    library.extractTerms([article], { minCount: 1, trgLang: 'de-DE' }),
  ),
  entry('checkArticle with a glossary', 'checkArticle', ({ article }) => library.checkArticle(article, { glossary })),
  entry('exportToString xliff with a glossary', 'exportToString', ({ article }) =>
    exportToString([article], 'xliff', { glossary }),
  ),
  entry('toXliffJs and fromXliffJs', ['toXliffJs', 'fromXliffJs'], ({ article }) => {
    const document = library.toXliffJs(article);
    return [document, library.fromXliffJs(document, article)];
  }),
  entry('pairsOf and toExportItem', ['pairsOf', 'stemOf', 'toExportItem'], ({ article }) => [
    library.pairsOf(article),
    library.toExportItem(article, 'a.md').stem,
  ]),
  entry('countPairs', ['countPairs', 'segmentsOf'], ({ article }) => [
    library.countPairs(article, {}),
    [...library.segmentsOf(article)].length,
  ]),
  entry('stats', [], ({ article }) => {
    const stats = createStats();
    stats.add(createArticleCounter('en-US')(article, 'ja-JP'));
    return stats.build();
  }),
  entry('viewToHtml', ['viewToHtml'], ({ article }) => {
    const findings = library.checkArticle(article);
    const files = { script: '', style: '', scriptHash: '', styleHash: '' };
    return [...toDocument({ title: 'x', srcLang: 'en-US' }, [toPageArticle({ article, findings })], files)].join('');
  }),
  returning('unchanged', 'xliff', {}, (document) => document),
  returning('targets edited', 'xliff', {}, editTargets),
  returning('targets edited, by pairs', 'xliff', { units: 'pair' }, editTargets),
  returning('targets edited, 1.2', 'xliff1.2', {}, editTargets),
  returning('targets gone', 'xliff', {}, (document) => document.replace(/<target>[\s\S]*?<\/target>/g, '')),
  returning('other ids', 'xliff', {}, (document) => document.replaceAll(' id="', ' id="x')),
  returning('other sources', 'xliff', {}, (document) => document.replaceAll('</source>', ' x</source>')),
  returning('joined segments', 'xliff', {}, (document) =>
    document.replace(/<\/segment>\s*<segment[^>]*>/g, '</segment><segment>'),
  ),
  returning('targets edited', 'tmx', {}, (document) => document.replaceAll('</seg></tuv></tu>', ' x</seg></tuv></tu>')),
  returning('targets edited, with places', 'tmx', { context: 'omegat' }, (document) =>
    document.replaceAll('</seg>\n</tuv>\n</tu>', ' x</seg></tuv></tu>'),
  ),
];

/** What takes a document. */
export const documentEntries: readonly Entry<string>[] = [
  entry('validateXliff', 'validateXliff', (document) => library.validateXliff(document)),
  entry('validateTmx', 'validateTmx', (document) => library.validateTmx(document)),
  entry('mergeXliff', 'mergeXliff', (document) => mergeXliff(plain, document)),
  entry('mergeTmx', 'mergeTmx', (document) => mergeTmx(plain, document)),
  entry('createMemory, documents', 'createMemory', (document) => {
    const memory = library.createMemory({ srcLang: 'en' });
    return [memory.add(document), memory.entries()];
  }),
  ...['tmx', 'xliff'].map((format) =>
    entry(
      `readMemoryText and entryOf, ${format}`,
      ['readMemoryText', 'createMemoryReader', 'entryOf'],
      (document: string) => {
        const { units, diagnostics } = library.readMemoryText(document);
        return [units.map((unit) => library.entryOf(unit, { markdown: true })), diagnostics];
      },
    ),
  ),
];

const glossaryForms: readonly [library.GlossaryFormatName, library.GlossaryOptions][] = [
  ['tbx', {}],
  ['tbx', { style: 'dct' }],
  ['tbx', { tbx: '2008' }],
  ['tsv', { lang: 'de-DE' }],
  ['csv', {}],
  ['json', {}],
];

/** What takes a glossary. */
export const glossaryEntries: readonly Entry<string>[] = [
  entry('readGlossary and glossaryToString', ['readGlossary', 'glossaryToString'], (text) => {
    const read = readGlossaryText(text, { srcLang: 'en-US', trgLang: 'de-DE' }, papa);
    if (read._tag === 'Left') return read.left;
    return [read, glossaryForms.map(([format, options]) => library.glossaryToString(read.right, format, options))];
  }),
];

/** `parseArticle` is measured with each article that the others take. */
export const parsing: Entry<string> = entry('parseArticle', 'parseArticle', (text) =>
  library.parseArticle(text, { path: 'a.md' }),
);
