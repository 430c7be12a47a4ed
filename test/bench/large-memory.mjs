// Makes a memory of many entries out of a few: each has up to three words exchanged, left out or put in, so that some of them
// are near to what they were made of, and most are not.
//
// usage: node test/bench/large-memory.mjs ENTRIES ROWS OUT
//
// ROWS: the JSONL of a memory (`sspr-tm memory TREE -f jsonl -o ROWS`); OUT: the JSONL to write. The same numbers give the
// same bytes.
import { createWriteStream, readFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';

const [entries = '1000000', rowsPath = '', out = ''] = process.argv.slice(2);
const rows = readFileSync(rowsPath, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const isWord = (text) => /^[\p{L}\p{N},.]+$/u.test(text);
const vocabulary = [...new Set(rows.flatMap(({ source }) => source.split(' ').filter(isWord)))];

let state = 1;
function random(below) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 0x1_0000_0000) * below);
}

function edited(text) {
  const words = text.split(' ');
  for (let edit = random(4); edit > 0; edit--) {
    const kind = random(3);
    const at = random(words.length);
    // Markup stays whole.
    if (!isWord(words[at])) continue;
    words.splice(at, kind === 2 ? 0 : 1, ...(kind === 0 ? [] : [vocabulary[random(vocabulary.length)]]));
  }
  return words.join(' ').trim() || text;
}

const stream = createWriteStream(out);
let piece = '';
for (let at = 0; at < Number(entries); at++) {
  const { source, target, srcLang, trgLang, translationType, lastHandoff } = rows[random(rows.length)];
  const made = {
    entry: String(at),
    source: edited(source),
    target,
    srcLang,
    trgLang,
    translationType,
    lastHandoff,
    count: 1,
  };
  piece += `${JSON.stringify({ ...made, path: `articles/a${at >> 6}.md`, id: `12345-${101 + (at & 63)}` })}\n`;
  if (piece.length < 1 << 20) continue;
  if (!stream.write(piece)) await new Promise((done) => stream.once('drain', done));
  piece = '';
}
stream.end(piece);
await finished(stream);
