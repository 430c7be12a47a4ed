import { language, type OptionKindsOf } from '../../model/options.js';
import type { Glossary } from '../../model/terms/glossary.js';
import type { Packer } from '../exporter.js';

/** How a glossary is written. */
export interface GlossaryOptions {
  /**
   * The only target language that is written, a BCP 47 tag; concepts without a term in it are left out. Default: all; a
   * format of one language takes the only one.
   */
  readonly lang?: string;
  /** The edition of TBX: ISO 30042 of 2019, or of 2008, which OmegaT and Translate Toolkit read. Default: `2019`. */
  readonly tbx?: TbxEdition;
  /** How TBX of 2019 names data categories: by attributes (`dca`) or by elements (`dct`). Default: `dca`. */
  readonly style?: TbxStyle;
}

export type TbxEdition = '2019' | '2008';
export type TbxStyle = 'dca' | 'dct';

export const glossaryOptionKinds: OptionKindsOf<GlossaryOptions> = {
  lang: language,
  tbx: { kind: 'name', of: ['2019', '2008'] },
  style: { kind: 'name', of: ['dca', 'dct'] },
};

/** A format of glossaries: all that the command line and paths of outputs need. */
export interface GlossaryFormat<Name extends string = string> {
  /** By which options know it: lower case. */
  readonly name: Name;
  /** What people call it. */
  readonly title: string;
  /** The end of its name, with its dot. */
  readonly extension: string;
  /** Extensions by which a file of the format can be named, too. Default: none. */
  readonly otherExtensions?: readonly string[];
  /** Whether one file may hold several target languages. */
  readonly multilingual: boolean;
  /** The glossary in chunks: all of its languages. */
  chunks(glossary: Glossary, options: GlossaryOptions): Iterable<string>;
  /** What makes the file of its chunks, for formats that are no text. Default: the chunks are the file. */
  pack?(): Promise<Packer>;
}
