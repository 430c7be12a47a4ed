import type { XmlElement } from '../../xml/reader.js';
import { type AttributeRule, anyOf, type ElementRule, type Grammar, one, type Place, some } from '../structure.js';
import * as v from '../values.js';

const of = (value: v.ValueRule, name: string): AttributeRule => ({ value, clause: `TMX 1.4b, ${name}` });
const required = (value: v.ValueRule, name: string): AttributeRule => ({ ...of(value, name), required: true });

const segtype = v.oneOf('block', 'paragraph', 'sentence', 'phrase');
const text = { value: v.text };
const encoding = { 'o-encoding': text };

const dated = {
  creationdate: of(v.date, 'creationdate'),
  creationid: text,
  changedate: of(v.date, 'changedate'),
  changeid: text,
};

/** Of units and their variants. */
const used = {
  ...encoding,
  ...dated,
  datatype: text,
  usagecount: of(v.number, 'usagecount'),
  lastusagedate: of(v.date, 'lastusagedate'),
  creationtool: text,
  creationtoolversion: text,
  'o-tmf': text,
};

/** `lang` is deprecated, which is reported by itself. */
const worded = { ...encoding, 'xml:lang': of(v.language, 'xml:lang'), lang: text };

/** Of inline elements. */
const code = { x: of(v.number, 'x'), type: text };

const inline = anyOf('bpt', 'ept', 'ph', 'it', 'hi', 'ut');
const inCode: readonly Place[] = [anyOf('sub')];

const attributesOf: Readonly<Record<string, Omit<ElementRule, 'clause'>>> = {
  tmx: { attributes: { version: required(v.text, 'version') }, places: [one('header'), one('body')] },
  header: {
    attributes: {
      creationtool: required(v.text, 'creationtool'),
      creationtoolversion: required(v.text, 'creationtoolversion'),
      segtype: required(segtype, 'segtype'),
      'o-tmf': required(v.text, 'o-tmf'),
      adminlang: required(v.language, 'adminlang'),
      srclang: required(v.languageOrAll, 'srclang'),
      datatype: required(v.text, 'datatype'),
      ...encoding,
      ...dated,
    },
    places: [anyOf('note', 'prop', 'ude')],
  },
  body: { attributes: {}, places: [anyOf('tu')] },
  note: { attributes: worded, places: [], text: true },
  prop: { attributes: { type: required(v.text, 'type'), ...worded }, places: [], text: true },
  ude: { attributes: { name: required(v.text, 'name'), base: text }, places: [some('map')] },
  map: {
    attributes: {
      unicode: required(v.codePoint, 'unicode'),
      code: of(v.codePoint, 'code'),
      ent: of(v.ascii, 'ent'),
      subst: of(v.ascii, 'subst'),
    },
    places: [],
  },
  tu: {
    attributes: {
      tuid: of(v.tuid, 'tuid'),
      segtype: of(segtype, 'segtype'),
      srclang: of(v.languageOrAll, 'srclang'),
      ...used,
    },
    places: [anyOf('note', 'prop'), some('tuv')],
  },
  tuv: {
    attributes: { 'xml:lang': required(v.language, 'xml:lang'), lang: text, ...used },
    places: [anyOf('note', 'prop'), one('seg')],
  },
  seg: { attributes: {}, places: [inline], text: true },
  bpt: { attributes: { i: required(v.number, 'i'), ...code }, places: inCode, text: true },
  ept: { attributes: { i: required(v.number, 'i') }, places: inCode, text: true },
  it: { attributes: { pos: required(v.oneOf('begin', 'end'), 'pos'), ...code }, places: inCode, text: true },
  ph: { attributes: { assoc: of(v.oneOf('p', 'f', 'b'), 'assoc'), ...code }, places: inCode, text: true },
  hi: { attributes: code, places: [inline], text: true },
  ut: { attributes: { x: code.x }, places: inCode, text: true },
  sub: { attributes: { datatype: text, type: text }, places: [inline], text: true },
};

/** TMX 1.4b, as its document type has it. */
export const tmxGrammar: Grammar = {
  format: 'tmx',
  rules: new Map(Object.entries(attributesOf).map(([name, rule]) => [name, { ...rule, clause: `TMX 1.4b, ${name}` }])),
  // The only prefix that the document type has.
  nameOfAttribute: (_: XmlElement, written: string): string => (written === 'xml:lang' ? written : '*'),
  // TMX has no namespace; an element in one is a foreign one.
  nameOf: ({ namespace, name }: XmlElement): string => (namespace === '' ? name : '*'),
};
