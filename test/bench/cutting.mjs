// Compares how English articles are cut with how side-by-side trees were: takes the English article of each article of a
// tree, reads it, and looks for the sources of its pairs among the segments, and among all grains. Numbers of docs come from it.
//
// usage: node test/bench/cutting.mjs [--misses N] [--every N] TREE…
//
// TREE: a folder of side-by-side articles (Markdown). --misses N: so many examples of each cause. --every N: each n-th
// article only. White space is compared as one space.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  articleOf,
  createGrains,
  pairsOf,
  parseArticle,
  readSource,
  sourceArticleOf,
  sourceSegmentsOf,
  splitArticle,
} from '../../dist/index.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: 'string', default: '0' }, every: { type: 'string', default: '1' } },
});
const spaced = (text) => text.replace(/\s+/g, ' ').trim();
const percent = (part, whole) => `${((100 * part) / whole).toFixed(2)} %`;

/** Why a source of a tree is none of our segments, or of our grains. */
function causeOf(id, text, segments, blocks) {
  if (/-p[0-9]/.test(id)) return 'whole paragraph (p pair)';
  if (!blocks.some((block) => block.includes(text))) return 'in no block: code, comment, mark of DocFX, damage';
  if (/^!?\[.*\]\([^()]*\)$/.test(text)) return 'link or image as a whole';
  for (const segment of segments) if (text.includes(segment)) return 'cut here, not in the tree';
  for (const segment of segments) if (segment.includes(text)) return 'cut in the tree, not here';
  return 'nothing to translate here';
}

for (const tree of positionals) {
  const counts = { pairs: 0, segments: 0, grains: 0, ours: 0, unknown: 0, p: 0, characters: 0 };
  const misses = { segments: new Map(), grains: new Map() };
  const miss = (kind, cause, path, text) => {
    const examples = misses[kind].get(cause) ?? [];
    misses[kind].set(cause, examples);
    examples.push(`${basename(path)}: ${text.slice(0, 160)}`);
  };
  let time = 0;
  const paths = readdirSync(tree, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
  for (const [index, path] of paths.sort().entries()) {
    if (index % Number(values.every) !== 0) continue;
    const article = articleOf(parseArticle(readFileSync(join(tree, path), 'utf8')));
    const pairs = article === undefined ? [] : pairsOf(article);
    if (pairs.length === 0) continue;
    const english = splitArticle(article, 'source');
    const start = performance.now();
    const source = sourceArticleOf(readSource(english));
    time += performance.now() - start;
    counts.characters += english.length;
    if (source === undefined) continue;
    const segments = new Set();
    for (const segment of sourceSegmentsOf(source)) segments.add(spaced(segment.source.text));
    const grains = new Set();
    const allGrains = createGrains(source);
    const blocks = source.units.map(({ lines }) =>
      spaced(lines.map((line) => english.slice(line.start, line.end)).join(' ')),
    );
    for (const unit of source.units) for (const { text } of allGrains.of(unit)) grains.add(spaced(text));
    const known = new Set();
    for (const { id, source: side } of pairs) {
      const text = spaced(side.text);
      known.add(text);
      counts.pairs++;
      if (/-p[0-9]/.test(id)) counts.p++;
      if (segments.has(text)) counts.segments++;
      else miss('segments', causeOf(id, text, segments, blocks), path, text);
      if (grains.has(text)) counts.grains++;
      else miss('grains', causeOf(id, text, segments, blocks), path, text);
    }
    const all = [...known];
    for (const { block, parts } of source.units) {
      if (block === 'title' || block === 'front-matter') continue;
      for (const part of parts) {
        if (part.kind !== 'segment') continue;
        counts.ours++;
        const text = spaced(part.source.text);
        if (!known.has(text) && !all.some((each) => each.includes(text) || text.includes(each))) {
          counts.unknown++;
          miss('segments', 'a segment that the tree does not have', path, text);
        }
      }
    }
  }
  const { pairs, p } = counts;
  console.log(`${basename(tree)}: ${pairs} pairs, ${p} of them whole paragraphs (p)`);
  console.log(`  as a segment: ${percent(counts.segments, pairs)}; but for p: ${percent(counts.segments, pairs - p)}`);
  console.log(`  at any grain: ${percent(counts.grains, pairs)}`);
  console.log(`  segments: ${counts.ours}, of which the tree knows nothing: ${counts.unknown}`);
  console.log(`  read: ${(counts.characters / 1000 / time).toFixed(1)} million characters a second`);
  for (const [kind, causes] of Object.entries(misses)) {
    for (const [cause, examples] of [...causes].sort((a, b) => b[1].length - a[1].length)) {
      console.log(`  ${kind === 'grains' ? 'at no grain' : 'no segment'}: ${examples.length} ${cause}`);
      const step = Math.max(1, Math.floor(examples.length / Number(values.misses)));
      for (let at = 0; at < examples.length && Number(values.misses) > 0; at += step)
        console.log(`    ${examples[at]}`);
    }
  }
}
