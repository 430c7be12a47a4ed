// Counts the segments of trees whose codes do not match, by cause: node test/precision/unmatched.mjs FOLDER…
// SHOW=1 lists them. Needs a build.
import { codesOf, segmentsOf } from '../../dist/index.js';
import { readArticles } from '../../dist/node.js';

const markers = (text) => text.match(/\\?[*_~＊＿]/g)?.length ?? 0;
const shown = (content) => content.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('');
const has = (codes, type) => codes.some(({ subType }) => subType === type);

/** Why codes of a segment have no partner; `source` and `target` are those codes. */
function causeOf(segment, source, target) {
  const emphasis = ['xlf:b', 'xlf:i', 'md:s'];
  const all = [...source, ...target];
  if (all.every(({ subType }) => subType === 'md:math')) return 'formulas that a machine mangled';
  if (all.every(({ subType }) => subType === 'xlf:lb')) return 'hard breaks on one side only';
  if (!all.every(({ subType }) => emphasis.includes(subType))) return 'other codes';
  const [left, right] = [markers(segment.source.text), markers(segment.target.text)];
  if (left === right) return 'emphasis, with as many markers on both sides';
  if (source.length === 0) return 'emphasis that only the target has';
  if (/[*＊]/.test(shown(segment.target.content))) return 'emphasis lost, other markers left as text';
  if (right === 0) return 'emphasis lost: the target has no marker';
  return has(target, 'xlf:b') || has(target, 'xlf:i')
    ? 'emphasis of another kind or number on the other side'
    : 'emphasis lost in part: the target has markers of the rest only';
}

for (const folder of process.argv.slice(2)) {
  const causes = new Map();
  let segments = 0;
  let empty = 0;
  for await (const { path, article } of readArticles([folder])) {
    if (article === undefined) continue;
    for (const segment of segmentsOf(article)) {
      if (segment.recovered || segment.skip !== undefined) continue;
      segments++;
      const codes = [codesOf(segment.source.content), codesOf(segment.target.content)];
      const content = segment.target.content;
      if (content.some(({ kind, id, recovered }, at) => recovered && kind === 'sc' && content[at + 1]?.id === id))
        empty++;
      const [source, target] = codes.map((own, side) => {
        const ids = new Set(codes[1 - side].map(({ id }) => id));
        return own.filter(({ id }) => !ids.has(id));
      });
      if (source.length + target.length === 0) continue;
      const cause = causeOf(segment, source, target);
      causes.set(cause, (causes.get(cause) ?? 0) + 1);
      if (process.env.SHOW !== undefined) {
        console.log(`${cause}: ${path} ${segment.id}\n  ${segment.source.text}\n  ${segment.target.text}`);
      }
    }
  }
  const sum = [...causes.values()].reduce((all, count) => all + count, 0);
  console.log(
    `${folder}: ${segments} segments, ${sum} with codes that do not match; ${empty} with recovered emphasis without content`,
  );
  for (const [cause, count] of [...causes].sort((a, b) => b[1] - a[1])) console.log(`  ${count} ${cause}`);
}
