import { type OptionKindsOf, type OptionValues, object } from '../model/options.js';
import type { Glossary } from '../model/terms/glossary.js';

/** The source language where none is named. */
export const defaultSrcLang = 'en-US';

/** What can be chosen of the output, in all formats. An option is added here, and read where it has an effect. */
export const exportOptions = {
  /** The source language, a BCP 47 tag. Default: `en-US`. */
  srcLang: { kind: 'language', argument: 'tag', about: 'source language', default: 'en-US' },
  /** The target language, a BCP 47 tag. Default: that of the article, else `und`. */
  trgLang: { kind: 'language', argument: 'tag', about: 'target language of articles that name none' },
  /**
   * How inline markup is written. `codes`: as inline elements; `text`: the Markdown as literal text, for clients that
   * read Markdown as plain text; `strip`: not at all. Default: `codes`.
   */
  inline: {
    kind: 'name',
    of: ['codes', 'text', 'strip'],
    argument: 'mode',
    about: 'how inline markup is written',
    default: 'codes',
  },
  /** XLIFF: a unit for each block, with its pairs as segments; or one for each pair. Default: `block`. */
  units: {
    kind: 'name',
    of: ['block', 'pair'],
    argument: 'mode',
    about: 'XLIFF: a unit for each block or pair',
    default: 'block',
  },
  /** XLIFF 2: its version. 2.2 has another namespace; what documents hold is the same. Default: `2.0`. */
  xliffVersion: {
    kind: 'name',
    of: ['2.0', '2.1', '2.2'],
    argument: 'version',
    about: 'XLIFF 2: its version',
    elsewhere: { '1.2': '1.2 is a format of its own: -f xliff1.2' },
    default: '2.0',
  },
  /**
   * TMX: in whose way a unit says where its text stands. `omegat`: file, sentence before and sentence after, so that
   * OmegaT applies the unit there only; `memoq`: the texts before and after. Default: `none`.
   */
  context: {
    kind: 'name',
    of: ['none', 'omegat', 'memoq'],
    argument: 'dialect',
    about: 'TMX: say where each text stands, in the way of a client',
    default: 'none',
  },
  /**
   * XLIFF 1.2: how targets are written. `own`: as they are; `source`: with the codes of their sources (what a target alone
   * has is text), the white space at the ends of their sources, and in NFC, for clients that take these from the source.
   * `mergeXliff` puts a target's own back. Default: `own`.
   */
  targetShape: {
    kind: 'name',
    of: ['own', 'source'],
    argument: 'shape',
    about:
      'XLIFF 1.2: write the codes of targets as they are, or as those of their sources, for clients that take them there',
    default: 'own',
  },
  /**
   * A program that takes the output in: it stands for the formats, and for `inline`, `units`, `context`, `targetShape` and
   * `digest`, with which that program loses nothing. Options that are given win. Default: none.
   */
  client: {
    kind: 'name',
    of: ['omegat', 'poedit', 'lokalize', 'okapi', 'translate-toolkit', 'trados', 'memoq', 'weblate'],
    argument: 'name',
    about:
      'write what this client takes best; stands for formats and options (trados, memoq, weblate: as documented, not run here)',
  },
  /** Whether the front matter is written, as XLIFF metadata and TMX properties. Default: `true`. */
  metadata: { kind: 'truth', about: 'leave the front matter out of the output', default: true },
  /**
   * XLIFF: each file ends with a processing instruction that holds a digest of it, so that `export` knows what was edited and
   * keeps it. Without one, every file counts as edited. Some clients cannot write a file with it. Default: `true`.
   */
  digest: { kind: 'truth', about: 'XLIFF: leave out what says whether a file was edited', default: true },
  /** When the output was made, `YYYYMMDDThhmmssZ`, for formats that can say so. Default: it is not said. */
  date: { kind: 'date' },
} as const;

/** What can be chosen of the output. */
export interface ExportOptions extends OptionValues<typeof exportOptions> {
  /**
   * XLIFF 2: the terms of this glossary that stand in a unit are in it, with what they are in the target language
   * (glossary module). `skip` and `with` take it for `check/ui-terms`, too. Default: none.
   */
  readonly glossary?: Glossary;
}

/** What the options take, for those who have more of them. */
export const exportOptionKinds: OptionKindsOf<ExportOptions> = { ...exportOptions, glossary: object };

/** How inline markup is written. */
export type InlineMode = NonNullable<ExportOptions['inline']>;

/** What a unit of XLIFF is. */
export type UnitMode = NonNullable<ExportOptions['units']>;

/** A version of XLIFF 2. */
export type XliffVersion = NonNullable<ExportOptions['xliffVersion']>;

/** In whose way a unit of TMX says where its text stands. */
export type ContextDialect = NonNullable<ExportOptions['context']>;

/** The name of a client that is known. */
export type ClientName = NonNullable<ExportOptions['client']>;
