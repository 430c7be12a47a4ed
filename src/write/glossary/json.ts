import type { GlossaryFormat } from './format.js';

/** The properties of a concept and all in it, in the order in which they are written. */
const properties = [
  'id',
  'kind',
  'definition',
  'languages',
  'lang',
  'terms',
  'text',
  'status',
  'variants',
  'count',
  'share',
  'place',
  'path',
  'segment',
  'context',
  'note',
];

/** JSON: all of the glossary, a concept on each line. Its schema is `sspr-tm/glossary.schema.json`. */
export const jsonGlossary: GlossaryFormat<'json'> = {
  name: 'json',
  title: 'JSON',
  extension: '.json',
  multilingual: true,
  *chunks({ srcLang, concepts }) {
    yield `{"version":1,"srcLang":${JSON.stringify(srcLang)},"concepts":[`;
    let separator = '\n';
    for (const concept of concepts) {
      yield separator + JSON.stringify(concept, properties);
      separator = ',\n';
    }
    yield '\n]}\n';
  },
};
