import { kindWords, statusWords } from '../../src/model/terms/tbx-words.js';

/** The JSON schema of a glossary, as `terms` writes it. */
export function createGlossarySchema(): object {
  const text = (description: string): object => ({ description, type: 'string', minLength: 1 });
  const lang = { description: 'a BCP 47 tag', type: 'string', minLength: 2 };
  const term = objectOf(['text', 'status'], {
    text: text('the term'),
    status: { description: 'whether it should be used', enum: Object.keys(statusWords) },
    variants: { description: 'other spellings of it', type: 'array', items: { type: 'string' } },
    count: { description: 'how many segments have it', type: 'integer', minimum: 0 },
    share: {
      description: 'the share of the segments with the source that have it',
      type: 'number',
      minimum: 0,
      maximum: 1,
    },
    place: {
      description: 'where it was first seen',
      ...objectOf(['path', 'segment'], {
        path: { description: 'the path of an article', type: 'string' },
        segment: { description: 'the id of the segment', type: 'string' },
      }),
    },
    context: { description: 'a segment with it', type: 'string' },
    note: { description: 'what a person wrote to it', type: 'string' },
  });
  const concept = objectOf(['id', 'languages'], {
    id: text('unique in the glossary, a name of XML'),
    kind: {
      description: 'a name in a user interface, the title of an article, or what is never translated',
      enum: Object.keys(kindWords),
    },
    definition: { description: 'what it means', type: 'string' },
    languages: {
      description: 'what it is called, the source language first',
      type: 'array',
      items: objectOf(['lang', 'terms'], {
        lang,
        terms: { description: 'preferred ones first', type: 'array', items: term },
      }),
    },
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A glossary, as terms writes it in JSON',
    description:
      'Properties that are not known stay out; the version becomes another one where a property changes its meaning.',
    ...objectOf(['version', 'srcLang', 'concepts'], {
      version: { const: 1 },
      srcLang: { ...lang, description: 'the language of the sources, a BCP 47 tag' },
      concepts: { type: 'array', items: concept },
    }),
  };
}

function objectOf(required: readonly string[], properties: Readonly<Record<string, object>>): object {
  return { type: 'object', additionalProperties: false, required, properties };
}
