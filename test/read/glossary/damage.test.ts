import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diagnosticKinds, diagnosticsOf, glossaryToString, readGlossary } from '../../../src/index.js';
import { invented } from '../../support/glossary.js';

const written: readonly string[] = [
  glossaryToString(invented, 'tbx'),
  glossaryToString(invented, 'tbx', { style: 'dct' }),
  glossaryToString(invented, 'tbx', { tbx: '2008' }),
  glossaryToString(invented, 'csv'),
  glossaryToString(invented, 'tsv', { lang: 'ja-JP' }),
  glossaryToString(invented, 'json'),
];
const pieces = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    '<',
    '>',
    '"',
    '&a;',
    '\n',
    ',',
    '\t',
    '<term>',
    '</conceptEntry>',
    '<langSec xml:lang="">',
    '{',
    ']',
    '\0',
    'sep=,\n',
  ),
);

it.each(written.map((text) => [text.slice(0, 60), text]))('no damage makes reading throw: %j', async (_, text) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(text.length), fc.nat(40), pieces), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(undefined, 'tbx', 'json', 'csv', 'tsv'),
      async (cuts, format) => {
        let damaged = text;
        for (const [at, length, piece] of cuts) damaged = damaged.slice(0, at) + piece + damaged.slice(at + length);
        const result = await readGlossary(damaged, { ...(format && { format }), trgLang: 'de-DE' });
        for (const { code, message, offset, end } of diagnosticsOf(result)) {
          expect(diagnosticKinds[code]).toBeDefined();
          expect(message).not.toMatch(/\{\d\}|undefined(?!-entity)/);
          expect(offset).toBeLessThanOrEqual(Math.min(end, damaged.length));
        }
        // What is read can be written, and is read again.
        if (result._tag === 'Left') return;
        const again = await readGlossary(glossaryToString(result.right, 'json'), { format: 'json' });
        expect(again._tag === 'Left' ? undefined : again.right).toEqual(result.right);
      },
    ),
    { numRuns: 80 },
  );
});
