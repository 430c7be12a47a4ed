import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leverage, type MemoryEntry, translateSource, writeTargets } from '../../src/index.js';
import { keyOf } from '../../src/model/memory/text-key.js';
import { sourceOf } from '../support/sources.js';
import { known, matcherOf, segmentsIn } from './tools.js';

const sentences = [
  'Open the portal.',
  'Open the **portal**.',
  'Wait 10 minutes.',
  'Wait 15 minutes.',
  'Select [Help](help.md), then `Copy`.',
  'Note: do this.',
  'Is it all?',
  'Save',
];
const sentence = fc.constantFrom(...sentences);
const joined = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const block = fc.tuple(fc.constantFrom('', '# ', '- ', '> ', '1. '), joined).map(([mark, text]) => mark + text);
const body = fc.array(block, { minLength: 1, maxLength: 6 }).map((blocks) => `${blocks.join('\n\n')}\n`);
const article = fc
  .tuple(fc.option(sentence), body)
  .map(([title, text]) => (title === null ? text : `---\ntitle: '${title}'\n---\n\n${text}`));
const entry = fc
  .record({
    source: joined,
    number: fc.nat(3),
    facts: fc.record({ translationType: fc.constantFrom('ht', 'mt') }, { requiredKeys: [] }),
    before: fc.option(sentence),
  })
  .map(({ source, number, facts, before }): MemoryEntry => {
    const previous = before === null ? {} : { previous: known(before, before).source };
    return {
      ...known(source, `Z${number} ${source}`, { ...facts, ...previous }),
      id: `${source} ${number} ${before} ${facts.translationType}`,
    };
  });

const options = fc.record({ fill: fc.integer({ min: 50, max: 101 }), show: fc.integer({ min: 50, max: 101 }) });

it('fills and shows what memories have, and nothing else', () => {
  fc.assert(
    fc.property(article, fc.array(entry, { maxLength: 8 }), options, (text, entries, { fill, show }) => {
      const english = sourceOf(text);
      const leveraged = leverage(english, matcherOf(entries), { fill, show });
      // Plain data, the same for any order of the entries.
      expect(JSON.parse(JSON.stringify(leveraged))).toEqual(leveraged);
      expect(leverage(english, matcherOf(entries.toReversed()), { fill, show })).toEqual(leveraged);
      // What a matcher can say before a text is read saves time, and changes nothing.
      const { match, knows } = matcherOf(entries);
      expect(
        leverage(english, { match: (segment, context) => match(segment, context), knows }, { fill, show }),
      ).toEqual(leveraged);
      // Every byte stands in a segment, or stays.
      expect(translateSource(leveraged, ({ range }) => text.slice(range.start, range.end))).toBe(text);
      const segments = segmentsIn(leveraged);
      expect(new Set(segments.map(({ id }) => id)).size).toBe(segments.length);
      for (const { source, target, state, match, candidates, score } of segments) {
        expect(state).toBe(target === undefined ? 'initial' : 'translated');
        expect(candidates.length).toBeLessThanOrEqual(5);
        for (const [index, each] of candidates.entries()) {
          expect(each.score).toBeGreaterThanOrEqual(show);
          expect(each.score).toBeLessThanOrEqual(candidates[index - 1]?.score ?? 101);
        }
        if (target === undefined) continue;
        expect(score).toBe(match?.score);
        expect(match?.score).toBeGreaterThanOrEqual(fill);
        const same = entries.filter((each) => keyOf(each.source) === keyOf(source));
        if ((match?.score ?? 0) >= 100) expect(same.map(({ targets: [first] }) => first?.text)).toContain(target.text);
        // Of several targets, the context decided.
        if (match?.score === 100) expect(new Set(same.map(({ targets: [first] }) => first?.text)).size).toBe(1);
      }
    }),
    { numRuns: 150 },
  );
});

it('fills all of an article that stands in the memory, however it was cut', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(joined, fc.boolean()), { minLength: 1, maxLength: 5 }), (blocks) => {
      const text = `${blocks.map(([block]) => block).join('\n\n')}\n`;
      const pieces = blocks.flatMap(([block, isWhole]) =>
        isWhole ? [block] : segmentsIn(leverage(sourceOf(block), matcherOf([]))).map(({ source }) => source.text),
      );
      const entries = [...new Set(pieces)].map((piece) => known(piece, `Z ${piece}`));
      const segments = segmentsIn(leverage(sourceOf(text), matcherOf(entries)));
      expect(segments.map(({ target, source }) => target?.text ?? source.text)).toEqual(
        segments.map(({ source }) => `Z ${source.text}`),
      );
      const { text: written, unwritten } = writeTargets(leverage(sourceOf(text), matcherOf(entries)));
      expect(unwritten).toEqual([]);
      expect(written.replaceAll('Z ', '')).toBe(text);
    }),
    { numRuns: 100 },
  );
});
