// Prints how fast the inline reader is beside those of markdown-it and micromark: the same segments, by turns in one
// run, and the medians compared.
//
// usage: node test/bench/inline.bench.mjs [rounds]
//
// The segments are those of the trees under ../shared/corpus (or SSPR_TM_SHARED); without them there is nothing to read.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import MarkdownIt from 'markdown-it';
import { parse, preprocess } from 'micromark';
import { build } from 'tsup';

const root = resolve(import.meta.dirname, '../..');
// Inside the project, so that what is built finds its dependencies.
const outDir = join(root, 'node_modules/.cache/sspr-tm-bench');
process.env.SSPR_TM_SHARED ??= resolve(root, '../shared');
await build({
  entry: [join(root, 'src/read/inline/inline.ts'), join(root, 'test/support/corpus-pairs.ts')],
  outDir,
  format: 'esm',
  target: 'node20',
  config: false,
  dts: false,
  silent: true,
});
const load = (path) => import(pathToFileURL(join(outDir, path)).href);
const { parseInline } = await load('src/read/inline/inline.js');
const { corpusPairs, corpusSegments, corpusTrees } = await load('test/support/corpus-pairs.js');

const rounds = Number(process.argv[2] ?? 7);
const segments = corpusTrees().flatMap((tree) => corpusSegments(corpusPairs(tree)));
if (segments.length === 0) console.log('skipped: no corpora at ../shared/corpus or SSPR_TM_SHARED');
else {
  const bytes = segments.reduce((sum, segment) => sum + Buffer.byteLength(segment), 0);
  const markdownIt = new MarkdownIt();
  const readers = [
    ['sspr-tm', (segment) => parseInline(segment), 1],
    ['markdown-it', (segment) => markdownIt.parseInline(segment, {}), 1],
    // An order of magnitude slower, so it reads every tenth segment.
    [
      'micromark',
      (segment) =>
        parse()
          .text()
          .write(preprocess()(segment, undefined, true)),
      10,
    ],
  ];
  const times = readers.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, [, read, step]] of readers.entries()) {
      const start = performance.now();
      for (let at = 0; at < segments.length; at += step) read(segments[at]);
      // The first round is for the compiler.
      if (round > 0) times[index].push((performance.now() - start) * step);
    }
  }
  const medians = times.map((list) => list.sort((a, b) => a - b)[list.length >> 1]);
  console.log(`${segments.length} segments, ${(bytes / 1e6).toFixed(1)} MB of UTF-8, median of ${rounds} rounds`);
  for (const [index, [name]] of readers.entries()) {
    const speed = (bytes / 1e3 / medians[index]).toFixed(1).padStart(7);
    console.log(
      `${name.padEnd(12)} ${speed} MB/s  ${(medians[index] / medians[0]).toFixed(1).padStart(5)} times our time`,
    );
  }
}
