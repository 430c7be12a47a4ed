// Plants errors in articles of a tree, one at a time, and says how many of them are found:
// node test/precision/planted.mjs FOLDER. The same tree gives the same errors. Needs a build.
import { checkArticle, createTreeBuilder, parseArticle, segmentsOf } from '../../dist/index.js';
import { readArticles } from '../../dist/node.js';

let state = 1;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const withoutMarkup = (text) => text.replace(/\]\([^)]*\)|`[^`]*`|<[^>]*>/g, (found) => ' '.repeat(found.length));
const replaceAt = (text, { index, 0: found }, by) => text.slice(0, index) + by + text.slice(index + found.length);

/** What becomes of a target; `undefined` where the error cannot be made of it. */
const errors = {
  'check/numbers': ({ source, target }) => {
    const number = source.text.includes('$') ? null : /[0-9]+/.exec(withoutMarkup(target.text));
    return number === null ? undefined : replaceAt(target.text, number, String(Number(number[0]) + 1));
  },
  'check/urls': ({ target }) =>
    /\]\([^)]+\)/.test(target.text) ? target.text.replace(/\]\([^)]+\)/, '](https://example.com/other)') : undefined,
  'check/untranslated': ({ source, target }) =>
    source.text !== target.text && source.text.split(' ').length > 4 ? source.text : undefined,
  'check/mojibake': ({ target }) => {
    const letter = /[^\0-\x7f]/.exec(target.text);
    return letter === null ? undefined : replaceAt(target.text, letter, Buffer.from(letter[0]).toString('latin1'));
  },
  'check/length': ({ source, target }) => (source.text.length > 60 ? target.text.slice(0, 4) : undefined),
  'check/misaligned': ({ target }, next) => (target.text === next.target.text ? undefined : next.target.text),
};

const articles = [];
const builder = createTreeBuilder();
for await (const { article } of readArticles(process.argv.slice(2))) {
  if (article?.localization.trgLang === undefined) continue;
  articles.push(article);
  builder.add(article);
}
const tree = builder.build();
for (const [code, make] of Object.entries(errors)) {
  let planted = 0;
  let found = 0;
  for (const article of articles) {
    const pairs = [...segmentsOf(article)].filter(({ recovered, skip }) => !recovered && skip === undefined);
    const at = Math.floor(random() * (pairs.length - 1));
    const [pair, next] = pairs.slice(at, at + 2);
    const target = next === undefined ? undefined : make(pair, next);
    if (target === undefined) continue;
    const { text } = article;
    const { range } = pair.target;
    const other = next.target.range;
    const rest =
      code === 'check/misaligned'
        ? text.slice(range.end, other.start) + pair.target.text + text.slice(other.end)
        : text.slice(range.end);
    const read = parseArticle(text.slice(0, range.start) + target + rest);
    if (read._tag === 'Left') continue;
    planted++;
    if (checkArticle(read.right, {}, tree).some((finding) => finding.code === code && finding.segment === pair.id))
      found++;
  }
  console.log(`${code}: ${found} of ${planted} (${Math.round((found / planted) * 100)} %)`);
}
