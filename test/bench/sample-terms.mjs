// Draws terms of a tree at random, to be judged by eye: node test/bench/sample-terms.mjs TREE [NUMBER] [SEED] [KIND]
// KIND: ui, title or fixed; all of them where it is left out. Build before.
import { termsCorpus } from '../../dist/node.js';

const [tree, number = '200', seed = '1', kind] = process.argv.slice(2);
if (tree === undefined) throw new Error('Name a tree.');
const { glossary } = await termsCorpus([tree]);
const lines = glossary.concepts
  .filter((concept) => kind === undefined || concept.kind === kind)
  .flatMap(({ kind: own, languages: [source, ...targets] }) =>
    targets.flatMap(({ terms }) =>
      terms.map(({ text, status, count, share, context }) =>
        [own, source.terms[0].text, text, status === 'preferred' ? '' : status, count, share, context ?? ''].join('\t'),
      ),
    ),
  );

// A linear congruential generator (Numerical Recipes): the same seed draws the same terms.
let state = Number(seed) >>> 0;
const next = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const drawn = [];
while (drawn.length < Number(number) && lines.length > 0) {
  drawn.push(...lines.splice(Math.floor(next() * lines.length), 1));
}
console.log(drawn.join('\n'));
console.error(`${drawn.length} of ${drawn.length + lines.length}`);
