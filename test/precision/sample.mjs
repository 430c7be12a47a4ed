// Lists a sample of what a rule finds in trees, to be judged by eye: node test/precision/sample.mjs CODE COUNT FOLDER…
// Equal findings are listed once. The same findings give the same sample. Needs a build.
import { ruleKinds, segmentsOf } from '../../dist/index.js';
import { checkFiles } from '../../dist/node.js';

const [code = '', count = '50', ...folders] = process.argv.slice(2);
const kind = ruleKinds[code];
if (kind === undefined) {
  console.error(`Give one of ${Object.keys(ruleKinds).join(', ')}, a number, and folders.`);
  process.exit(2);
}
const rules = Object.fromEntries(Object.keys(ruleKinds).map((name) => [name, name === code ? kind.severity : 'off']));
const findings = new Map();
let total = 0;
for (const folder of folders) {
  let own = 0;
  for await (const { path, article, findings: all } of checkFiles([folder], { rules })) {
    for (const { segment, message, line } of all.filter((finding) => finding.code === code)) {
      const pair = [...segmentsOf(article)].find(({ id, recovered }) => id === segment && !recovered);
      own++;
      findings.set(`${pair?.source.text}\n${pair?.target.text}`, { path, line, message, pair });
    }
  }
  total += own;
  console.log(`${folder}: ${own}`);
}
console.log(`${total} findings, ${findings.size} different ones`);

let state = 1;
const random = (below) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const left = [...findings.values()];
for (let number = 1; number <= Number(count) && left.length > 0; number++) {
  const [{ path, line, message, pair }] = left.splice(random(left.length), 1);
  console.log(`\n${number}. ${path}:${line} ${message}\n   ${pair?.source.text}\n   ${pair?.target.text}`);
}
