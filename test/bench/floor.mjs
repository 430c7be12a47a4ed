// The floor: the least that a script can do to get a translation memory out of a tree of side-by-side articles. One
// regular expression and template strings, one thread, no codes, no checks, no report.
//
// usage: node test/bench/floor.mjs TREE OUT.tmx
import { closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const [tree, out] = process.argv.slice(2);
const pair =
  /<span data-ttu-id="([^"]*)">(.*?)<\/span><span class="sxs-lookup"><span data-stu-id="[^"]*">(.*?)<\/span><\/span>(?!<\/span>)/gs;
const escapeXml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const memory = openSync(out, 'w');
writeSync(
  memory,
  `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="floor" creationtoolversion="1" segtype="sentence" o-tmf="floor" adminlang="en-US" srclang="en-US" datatype="unknown"/>
<body>
`,
);
let count = 0;
for (const name of readdirSync(tree, { recursive: true })) {
  if (!name.endsWith('.md')) continue;
  const article = readFileSync(join(tree, name), 'utf8');
  const language = /^ms\.contentlocale: *(\S+)/m.exec(article)?.[1] ?? 'ja-JP';
  let units = '';
  for (const [, id, target, source] of article.matchAll(pair)) {
    units += `<tu tuid="${id}"><prop type="x-article">${escapeXml(name)}</prop><tuv xml:lang="en-US"><seg>${escapeXml(source)}</seg></tuv><tuv xml:lang="${language}"><seg>${escapeXml(target)}</seg></tuv></tu>\n`;
    count++;
  }
  if (units !== '') writeSync(memory, units);
}
writeSync(memory, '</body>\n</tmx>\n');
closeSync(memory);
console.log(`${count} pairs`);
