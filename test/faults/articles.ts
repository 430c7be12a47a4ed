import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';

/** The pairs that {@link article} has. */
export const pairsOfArticle = 200;

/** An article of some 25 KB. */
export const article: string = `---\nms.contentlocale: de-DE\n---\n${Array.from(
  { length: pairsOfArticle },
  (_, index) => pair(`1a2b3-${102 + index}`, 'Ein Satz.', 'A sentence.'),
).join('\n\n')}\n`;

/** An article of three pairs. */
export const shortArticle: string = `---\nms.contentlocale: de-DE\n---\n${[102, 103, 104]
  .map((number) => pair(`1a2b3-${number}`, 'Ein Satz.', 'A sentence.'))
  .join('\n\n')}\n`;

/** A folder `in` with many articles, and an older memory in `out`. */
export function manyArticles(count: number, text: string = article): string {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'in'));
  mkdirSync(join(cwd, 'out'));
  for (let index = 0; index < count; index++) writeFileSync(join(cwd, 'in', `${index}.md`), text);
  writeFileSync(join(cwd, 'out/en-US_de-DE.tmx'), 'old');
  return cwd;
}
