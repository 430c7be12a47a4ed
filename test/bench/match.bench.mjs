// Prints how fast segments are matched, and compares what is found with brute force.
//
// usage: node test/bench/match.bench.mjs [recall] [speed] [million] [characters] [stream]
//
// recall: 10,000 sources of later versions of articles, against the memory of an earlier day and all other trees; the best
//   score from 70 on has to be that of brute force, for each.
// speed, million: look-ups a second in 100,000 sources, and in a million that are made of them.
// characters: the same with the Japanese, Chinese and Thai targets as sources.
// stream: sources of later versions are indexed, and ten million entries stream past.
//
// The trees are those under ../shared (or SSPR_TM_SHARED); needs `npm run build`. Times are those of the processor.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'tsup';

const root = resolve(import.meta.dirname, '../..');
const shared = process.env.SSPR_TM_SHARED ?? resolve(root, '../shared');
const outDir = join(root, 'node_modules/.cache/sspr-tm-bench-match');
await build({
  entry: [
    'src/match/matcher.ts',
    'src/match/stream.ts',
    'src/match/index/distance.ts',
    'src/read/inline/inline.ts',
    'test/support/match-oracle.ts',
  ].map((path) => join(root, path)),
  outDir,
  format: 'esm',
  target: 'node20',
  config: false,
  dts: false,
  silent: true,
});
const load = (path) => import(pathToFileURL(join(outDir, path)).href);
const { createMatcher } = await load('src/match/matcher.js');
const { createStreamMatcher } = await load('src/match/stream.js');
const { Pattern } = await load('src/match/index/distance.js');
const { parseInline } = await load('src/read/inline/inline.js');
const { readText, scoreBy } = await load('test/support/match-oracle.js');

const asked = process.argv.slice(2);
const isAsked = (name) => asked.length === 0 || asked.includes(name);
const trgLang = 'de-DE';

/** Numbers that are the same in each run. */
let state = 1;
function random(below) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 0x1_0000_0000) * below);
}

function seconds(run) {
  const start = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(start);
  return [(user + system) / 1e6, result];
}

const toText = (text) => ({ text, content: parseInline(text) });
const toEntry = (source, at) => ({
  id: String(at),
  srcLang: 'en-US',
  source,
  targets: [
    {
      text: `T ${at}`,
      content: [{ kind: 'text', text: `T ${at}` }],
      trgLang,
      translationType: at % 3 === 0 ? 'ht' : 'mt',
      lastHandoff: '2020-01-01',
      count: 1,
      places: [
        {
          path: `articles/a${at >> 6}.md`,
          id: `12345-${101 + (at & 63)}`,
          sourceHash: (at >> 6).toString(16).padStart(40, '0'),
        },
      ],
      // As what is read from a file: no text that is put together of others.
      contexts: JSON.parse(`["${hex(at)}-${hex(at + 2)}"]`),
    },
  ],
});
const hex = (at) => (Math.imul(at, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');

/** The rows of the memories of all trees, and of the history of one of them. */
function readMemories() {
  const folder = mkdtempSync(join(tmpdir(), 'sspr-tm-bench-match-'));
  const rows = (name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  const memory = (input, output, ...more) =>
    execFileSync(
      'node',
      [join(root, 'dist/command/cli.js'), 'memory', input, '-q', '-f', 'jsonl', '-o', output, ...more],
      {
        cwd: folder,
        stdio: 'ignore',
      },
    );
  try {
    const trees = [];
    for (const place of ['corpus', 'trees']) {
      for (const file of readdirSync(join(shared, place))) {
        const [, name] = /^(.*\.sxs)\.tar\.gz$/.exec(file) ?? [];
        if (name === undefined) continue;
        mkdirSync(join(folder, name));
        execFileSync('tar', ['xzf', join(shared, place, file), '-C', join(folder, name)]);
        memory(name, `${name}.jsonl`);
        trees.push({ name, rows: rows(`${name}.jsonl`) });
      }
    }
    execFileSync('git', ['clone', '-q', '--bare', join(shared, 'trees/quantum.ja-JP.live-sxs.bundle'), 'history'], {
      cwd: folder,
      stdio: 'ignore',
    });
    memory('history', 'history.jsonl', '--rev', 'live-sxs', '--history', '--keep', 'distinct');
    return { trees, history: rows('history.jsonl') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Texts with one to three words exchanged, left out, or put in. */
function edited(text) {
  const words = text.split(' ');
  for (let edit = 1 + random(3); edit > 0; edit--) {
    const at = random(words.length);
    const kind = random(3);
    words.splice(at, kind === 2 ? 0 : 1, ...(kind === 0 ? [] : [vocabulary[random(vocabulary.length)]]));
  }
  return words.join(' ').trim() || text;
}

/** Times of single look-ups, sorted, in milliseconds. */
function measure(name, matcher, queries, expected) {
  for (const query of queries.slice(0, 2000)) matcher.match(query);
  const times = new Float64Array(queries.length);
  let found = 0;
  const [time] = seconds(() => {
    for (const [at, query] of queries.entries()) {
      const start = performance.now();
      const [best] = matcher.match(query);
      times[at] = performance.now() - start;
      if ((best?.score ?? 0) >= 70) found++;
    }
  });
  times.sort();
  const at = (share) => times[Math.floor((times.length - 1) * share)].toFixed(2);
  const rate = Math.round(queries.length / time);
  console.log(
    `  ${name}: ${rate} a second (wanted ${expected}); 50 %: ${at(0.5)} ms, 95 %: ${at(0.95)}, 99 %: ${at(0.99)}, max ${at(1)}; ${found} of ${queries.length} from 70 on`,
  );
}

function timedMatcher(entries, options) {
  global.gc?.();
  const before = process.memoryUsage();
  const [time, matcher] = seconds(() => createMatcher(entries, options));
  global.gc?.();
  const after = process.memoryUsage();
  const bytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  console.log(
    `  built of ${entries.length} entries: ${Math.round(entries.length / time)} a second, ${Math.round(bytes / entries.length)} bytes an entry${global.gc ? '' : ' (run with --expose-gc for a figure that holds)'}`,
  );
  return matcher;
}

/** The best score of each query by brute force. */
function* bruteForce(entries, queries, language) {
  const numbers = new Map();
  const number = (word) => {
    if (!numbers.has(word)) numbers.set(word, numbers.size + 1);
    return numbers.get(word);
  };
  const read = ({ content }) => {
    const text = readText(content, language);
    return { text, words: Int32Array.from(text.words, number) };
  };
  const known = entries.map(({ source }) => read(source));
  const keys = new Set(known.map(({ text }) => text.key));
  const asked = queries.map(read);
  const pattern = new Pattern(numbers.size + 1);
  for (const query of asked) {
    if (keys.has(query.text.key)) {
      yield 100;
      continue;
    }
    let best = 49;
    pattern.set(query.words, query.words.length);
    for (const each of known) {
      const longer = Math.max(each.words.length, query.words.length);
      const most = Math.floor((longer * (99 - best)) / 100);
      const distance = pattern.distanceTo(each.words, 0, each.words.length, most);
      if (distance <= most) best = Math.max(best, scoreBy(query.text, each.text, distance));
    }
    yield best;
  }
}

function compare(name, matcher, entries, queries, language) {
  let wrong = 0;
  let below = 0;
  let lower = 0;
  const bands = {};
  const [time] = seconds(() => {
    for (const [at, best] of [...bruteForce(entries, queries, language)].entries()) {
      const [match] = matcher.match(queries[at]);
      const found = match?.score ?? 49;
      bands[match?.band ?? 'new'] = (bands[match?.band ?? 'new'] ?? 0) + 1;
      if (best < 70) {
        below++;
        if (found < best) lower++;
      }
      if ((best >= 70 || found >= 70) && found !== best && wrong++ < 5) {
        console.log(`    ${found} instead of ${best}: ${JSON.stringify(queries[at].text)}`);
      }
    }
  });
  console.log(
    `  ${name}: ${queries.length} queries, ${wrong} with another best score; below 70: ${below}, of which ${lower} lower than brute force; ${JSON.stringify(bands)}; ${time.toFixed(0)} s`,
  );
}

const { trees, history } = readMemories();
const distinct = (texts) => [...new Set(texts)];
const sources = distinct(trees.flatMap(({ rows }) => rows.map(({ source }) => source)));
const vocabulary = distinct(sources.slice(0, 20_000).flatMap((text) => text.split(' ')));
const sample = (texts, count) =>
  Array.from({ length: Math.min(count, texts.length) }, () => texts[random(texts.length)]);
const entriesOf = (texts) => texts.map((text, at) => toEntry(toText(text), at));

if (isAsked('recall')) {
  const first = new Map();
  for (const { source, firstHandoff } of history) {
    const known = first.get(source);
    if (known === undefined || (firstHandoff ?? '') < known) first.set(source, firstHandoff ?? '');
  }
  const day = '2020-05-10';
  const old = [...first].filter(([, date]) => date <= day).map(([source]) => source);
  const later = [...first].filter(([, date]) => date > day).map(([source]) => source);
  const others = trees.filter(({ name }) => !name.startsWith('quantum'));
  const entries = entriesOf(distinct([...old, ...others.flatMap(({ rows }) => rows.map(({ source }) => source))]));
  console.log(`recall: ${later.length} sources of articles after ${day}`);
  const matcher = timedMatcher(entries, { trgLang, minScore: 50 });
  compare('later versions', matcher, entries, later.map(toText), 'en-US');
}

if (isAsked('speed') || isAsked('million')) {
  const own = sources.filter((_, at) => at % 20 !== 0);
  const unseen = sources.filter((_, at) => at % 20 === 0);
  const queries = (texts) => ({
    exact: sample(texts, 50_000).map(toText),
    edited: sample(texts, 10_000).map((text) => toText(edited(text))),
    unseen: unseen.map(toText),
  });
  const run = (texts, expected) => {
    const entries = entriesOf(texts);
    for (const limit of [5, 1]) {
      const matcher = timedMatcher(entries, { trgLang, limit });
      const { exact, edited, unseen } = queries(texts);
      console.log(`  at most ${limit}:`);
      measure('exact', matcher, exact, 50_000);
      measure('edited', matcher, edited, expected);
      measure('unseen', matcher, unseen, expected);
    }
  };
  if (isAsked('speed')) {
    console.log(`speed: ${own.length} sources`);
    run(own, 10_000);
  }
  if (isAsked('million')) {
    const made = new Set(own);
    while (made.size < 1_000_000) made.add(edited(own[random(own.length)]));
    console.log(`million: ${made.size} sources`);
    run([...made], 4000);
  }
}

if (isAsked('characters')) {
  const texts = { 'ja-JP': [], 'zh-CN': [], 'th-TH': [] };
  for (const { rows } of trees) for (const { target, trgLang: language } of rows) texts[language]?.push(target);
  for (const [language, all] of Object.entries(texts)) {
    const own = distinct(all);
    if (own.length < 100) continue;
    const known = own.filter((_, at) => at % 20 !== 0);
    const entries = entriesOf(known).map((entry) => ({ ...entry, srcLang: language }));
    console.log(`characters: ${known.length} ${language}`);
    const matcher = timedMatcher(entries, { srcLang: language, trgLang });
    const unseen = own.filter((_, at) => at % 20 === 0).map(toText);
    const shifted = sample(known, 3000).map((text) => {
      const at = random(text.length);
      return toText(text.slice(0, at) + text.slice(at + 1 + random(3)));
    });
    measure('exact', matcher, sample(known, 20_000).map(toText), 50_000);
    measure('edited', matcher, shifted, 400);
    measure('unseen', matcher, unseen, 400);
    const few = entries.slice(0, 20_000);
    compare('brute force', createMatcher(few, { srcLang: language, trgLang }), few, unseen.slice(0, 600), language);
  }
}

if (isAsked('stream')) {
  const count = Number(process.env.SSPR_TM_STREAM ?? 1_000_000);
  const segments = Array.from({ length: 60_000 }, (_, at) => {
    const text = sources[random(sources.length)];
    return { source: toText(at % 2 === 0 ? edited(text) : text) };
  });
  const [time, stream] = seconds(() => createStreamMatcher(segments, { trgLang }));
  console.log(`stream: ${segments.length} segments, indexed in ${time.toFixed(2)} s`);
  let spent = 0;
  for (let at = 0; at < count; at += 10_000) {
    const entries = Array.from({ length: 10_000 }, (_, each) =>
      toEntry(toText(edited(sources[random(sources.length)])), at + each),
    );
    spent += seconds(() => stream.add({ name: 'made', entries }))[0];
  }
  const matches = stream.matches();
  const bytes = process.memoryUsage().rss;
  console.log(
    `  ${count} entries: ${Math.round(count / spent)} a second (wanted 35000); ${matches.filter(([best]) => best !== undefined).length} segments have matches; ${Math.round(bytes / 1e6)} MB, of which the trees take a part`,
  );
}
