import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clients } from '../../src/write/clients/clients.js';
import { filesBelow, sspr, tree } from '../support/cli.js';
import { root } from '../vitest.config.js';

/** A recipe of docs/clients.md: its heading, and the commands of its blocks in order, as words. */
interface Recipe {
  readonly title: string;
  readonly commands: readonly (readonly string[])[];
}

const [, ...sections] = readFileSync(join(root, 'docs/clients.md'), 'utf8').split(/^## /m);
const recipes: readonly Recipe[] = sections.map((section) => ({
  title: section.slice(0, section.indexOf('\n')),
  commands: Array.from(section.matchAll(/```sh\n([\s\S]*?)```/g), ([, block = '']) => block.trim().split('\n'))
    .flat()
    .map((line) => line.split(' ')),
}));

/** Articles with all kinds of markup, as the page's `docs.ja-JP`. */
const articles: Readonly<Record<string, string>> = Object.fromEntries(
  ['headings', 'link-labels', 'lists', 'pipe-tables', 'reset-portal', 'special-characters'].map((name, index) => [
    `${index % 2 === 0 ? '' : 'more/'}${name}`,
    readFileSync(join(root, 'fixtures', name, 'input.md'), 'utf8'),
  ]),
);
const names = Object.keys(articles).sort();
/** Those whose document is edited: a word is added to a target. */
const edited = names.slice(0, 4);
const added = '編集';

/** Runs a recipe and gives the articles that come out; between its two commands, some documents are edited. */
function follow({ commands }: Recipe): Readonly<Record<string, string>> {
  const cwd = tree(Object.fromEntries(names.map((name) => [`docs.ja-JP/${name}.md`, articles[name] ?? ''])));
  const run = ([program, ...args]: readonly string[]): void => {
    expect(program).toBe('sspr-tm');
    const { status, stderr } = sspr(args, { cwd });
    expect([status, stderr]).toEqual([0, expect.stringContaining('written: ')]);
  };
  const [exporting = [], merging = [], ...more] = commands;
  expect([exporting[1], merging[1], more]).toEqual(['export', 'merge', []]);

  run(exporting);
  const work = join(cwd, 'work');
  expect(filesBelow(work)).toEqual(['en-US_ja-JP.tmx', ...names.map((name) => `${name}.xlf`)].sort());
  // A client may write into a folder of its own.
  const came = join(cwd, merging[3] ?? '');
  for (const name of names) {
    const file = join(came, `${name}.xlf`);
    mkdirSync(dirname(file), { recursive: true });
    const document = readFileSync(join(work, `${name}.xlf`), 'utf8');
    writeFileSync(file, edited.includes(name) ? document.replace(/(<target[^>]*>)(?=\p{L})/u, `$1${added}`) : document);
  }
  run(merging);
  const merged = join(cwd, 'merged');
  expect(filesBelow(merged)).toEqual(names.map((name) => `${name}.md`));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(merged, `${name}.md`), 'utf8')]));
}

describe('docs/clients.md', () => {
  const given = recipes.filter(({ commands }) => commands.length > 0);

  it('has a recipe for each client', () => {
    const named = given.map(({ title, commands: [exporting = []] }) => [
      exporting[exporting.indexOf('--client') + 1],
      title,
    ]);
    expect(Object.fromEntries(named)).toEqual(
      Object.fromEntries(Object.entries(clients).map(([name, { title }]) => [name, title])),
    );
  });

  it.each(given)('the recipe for $title gives back what was edited, and changes no other byte', (recipe) => {
    const merged = follow(recipe);
    expect(names.map((name) => merged[name]?.replace(added, ''))).toEqual(names.map((name) => articles[name]));
    expect(names.filter((name) => merged[name]?.includes(added))).toEqual(edited);
  });
});
