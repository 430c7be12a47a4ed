import { version } from '../../version.js';
import { attribute, escapeText } from '../../xml/escapes.js';
import type { GlossaryOptions } from './format.js';

/** The data categories of TBX-Basic that a glossary of ours has. */
export type TbxCategory = 'subjectField' | 'definition' | 'administrativeStatus' | 'termType' | 'source' | 'context';

/** How a form of TBX spells what all of them have. */
export interface TbxForm {
  readonly entry: string;
  readonly language: string;
  readonly term: string;
  /** What stands before the first concept, but for `<body>`. */
  begin(srcLang: string): string;
  readonly end: string;
  category(name: TbxCategory, value: string): string;
}

/** The elements that have the categories as types (DCA), and the modules that have them as elements (DCT). */
const categories: Readonly<Record<TbxCategory, readonly [element: string, module: 'min' | 'basic']>> = {
  subjectField: ['descrip', 'min'],
  definition: ['descrip', 'basic'],
  administrativeStatus: ['termNote', 'min'],
  termType: ['termNote', 'basic'],
  source: ['admin', 'basic'],
  context: ['descrip', 'basic'],
};

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const description = (): string =>
  `<fileDesc><sourceDesc><p>Glossary written by sspr-tm ${version}</p></sourceDesc></fileDesc>`;

function byType(name: TbxCategory, value: string): string {
  const [element] = categories[name];
  return `<${element} type="${name}">${escapeText(value)}</${element}>`;
}

function byElement(name: TbxCategory, value: string): string {
  const [, module] = categories[name];
  return `<${module}:${name}>${escapeText(value)}</${module}:${name}>`;
}

function form2019(style: 'dca' | 'dct'): TbxForm {
  const modules =
    style === 'dca' ? '' : ' xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"';
  return {
    entry: 'conceptEntry',
    language: 'langSec',
    term: 'termSec',
    begin: (srcLang) =>
      `${declaration}<tbx type="TBX-Basic" style="${style}"${attribute('xml:lang', srcLang)} xmlns="urn:iso:std:iso:30042:ed-2"${modules}>\n<tbxHeader>${description()}</tbxHeader>\n<text>\n`,
    end: '</text>\n</tbx>\n',
    category: style === 'dca' ? byType : byElement,
  };
}

const form2008: TbxForm = {
  entry: 'termEntry',
  language: 'langSet',
  term: 'tig',
  begin: (srcLang) =>
    `${declaration}<martif type="TBX"${attribute('xml:lang', srcLang)}>\n<martifHeader>${description()}</martifHeader>\n<text>\n`,
  end: '</text>\n</martif>\n',
  category: byType,
};

/** @throws {RangeError} DCT is asked for in TBX of 2008, which does not have it. */
export function tbxFormOf({ tbx = '2019', style }: GlossaryOptions): TbxForm {
  if (tbx === '2019') return form2019(style ?? 'dca');
  if (style === 'dct') throw new RangeError('style: TBX of 2008 has no DCT; take tbx: "2019", or style: "dca".');
  return form2008;
}
