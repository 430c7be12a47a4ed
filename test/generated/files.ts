import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConfigSchema } from './config-schema.js';
import { createGlossarySchema } from './glossary-schema.js';
import { parts } from './parts.js';
import { createRowSchema } from './row-schema.js';

/** The files of the project that hold something that is made from its code, as they are to be; by their paths. */
export function generatedFiles(root: string): ReadonlyMap<string, string> {
  const files = new Map([
    ['schema/config.schema.json', `${JSON.stringify(createConfigSchema(), null, 2)}\n`],
    ['schema/glossary.schema.json', `${JSON.stringify(createGlossarySchema(), null, 2)}\n`],
    ['schema/row.schema.json', `${JSON.stringify(createRowSchema(), null, 2)}\n`],
    ['src/read/carriers/syntaxes.ts', syntaxesOf(readFileSync(join(root, 'src/read/carriers/list.ts'), 'utf8'))],
  ]);
  for (const name of readdirSync(join(root, 'docs'))) {
    if (!name.endsWith('.md')) continue;
    const page = readFileSync(join(root, 'docs', name), 'utf8');
    const filled = fill(page);
    if (filled !== undefined) files.set(`docs/${name}`, filled);
  }
  return files;
}

/** Of each carrier in the list, the half that reading takes. */
function syntaxesOf(list: string): string {
  const lines = Array.from(
    list.matchAll(/^export \{ (\w+) \} from '(.+)';$/gm),
    ([, name = '', path = '']) => `export { syntax as ${name} } from '${path}';\n`,
  );
  return `/** How pairs stand in each carrier of \`list.ts\`, without their writing. Made by \`npm run generate\`. */\n${lines.join('')}`;
}

/** The page with its parts made anew; `undefined` where it has none. */
function fill(page: string): string | undefined {
  const mark = /(<!-- generated: ([a-z-]+) -->\n)[\s\S]*?(\n<!-- \/generated -->)/g;
  if (!mark.test(page)) return undefined;
  return page.replace(mark, (_, start: string, name: string, end: string) => {
    const make = parts[name];
    if (make === undefined) throw new Error(`There is no part "${name}"; there are ${Object.keys(parts).join(', ')}.`);
    return start + make() + end;
  });
}
