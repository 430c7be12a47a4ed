import { expect, it } from 'vitest';
import { addressKey } from '../../src/check/addresses/address.js';
import { localeSegment } from '../../src/model/locale-segment.js';
import { similarData } from '../../src/read/align/similar.js';
import { canonicalize } from '../../src/read/recover/canonical.js';

const segment = new RegExp(`^${localeSegment}$`);

it.each(['/en-us', '/zh-hant-tw', '/sr-latn-rs', '/fil-ph', '/es-419', '/en-001', '/en-150'])('%s is one', (path) => {
  expect(path).toMatch(segment);
});

it.each(['/en', '/docs-en', '/rfc-822', '/a-b', '/en-usa', '/zh-hant', '/x-es-419'])('%s is none', (path) => {
  expect(path).not.toMatch(segment);
});

it.each([
  ['en-us', 'es-419', 'es-419'],
  ['en-us', 'sr-latn-rs', 'sr-Latn-RS'],
  ['en-us', 'zh-hant-tw', 'zh-Hant-TW'],
  ['en-001', 'de-de', 'de-DE'],
])('addresses with %s and %s are the same to all that compare them', (one, other, trgLang) => {
  const [source, target] = [one, other].map((tag) => `https://example.org/${tag}/a/b`);
  expect(addressKey(source ?? '', trgLang)).toBe(addressKey(target ?? '', trgLang));
  expect(similarData(`](${source})`)).toEqual(similarData(`](${target})`));
  expect(canonicalize(`](${source})`).text).toBe(canonicalize(`](${target})`).text);
});
