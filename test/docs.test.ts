import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportToString, version } from '../src/index.js';
import * as limits from '../src/model/limits.js';
import { temporaryFolder } from './support/cli.js';
import { articleOf } from './support/pairs.js';

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const documents = readdirSync(join(root, 'docs')).filter((file) => file.endsWith('.md'));
const pages = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', ...documents.map((file) => `docs/${file}`)];
/** A number as pages have it. */
const shown = (value: number): string => value.toLocaleString('en-US');
const update = process.env['UPDATE_GOLDEN'] !== undefined;

it('docs/merge.md has the limits of documents', () => {
  const rows = [
    ['elements in each other', shown(limits.deepestXml)],
    ['a tag', `${shown(limits.longestXmlTag)} characters`],
    ['attributes of an element', shown(limits.mostXmlAttributes)],
    [
      'a unit that the article asks for',
      `${shown(limits.longestUnit)} characters, ${shown(limits.mostUnitMarkup)} tags and attributes`,
    ],
    [
      'a `<file>` that the article asks for',
      `${shown(limits.longestFile)} characters, ${shown(limits.mostFileUnits)} units`,
    ],
    ['entries of a memory that an article asks for', shown(limits.mostMemoryEntries)],
    ['a document', `${shown(limits.mostFiles)} files, ${shown(limits.mostUnits)} units`],
    [
      'namespaces and languages around units that differ',
      `${shown(limits.mostSurroundings)}, ${shown(limits.longestSurroundings)} characters`,
    ],
  ];
  const table = rows.map(([what, limit]) => `| ${what} | ${limit} |`).join('\n');
  expect(read('docs/merge.md')).toContain(`| what | limit |\n| --- | --- |\n${table}\n\n`);
});

it('docs/validation.md has the limits of documents', () => {
  const { deepestXml, longestXml, longestXmlTag, longestXmlText, mostXmlAttributes, mostXmlMarkup } = limits;
  const page = read('docs/validation.md');
  expect(page).toContain(
    `Limits: elements ${shown(deepestXml)} deep, ${shown(mostXmlAttributes)} attributes of an element, ${shown(longestXmlTag)} characters of a tag, ${shown(longestXmlText)} of a text; an XLIFF document, ${shown(longestXml)} characters and ${shown(mostXmlMarkup)} tags and attributes.`,
  );
  expect(page).toContain(
    `a unit may have ${shown(limits.longestUnit)} characters and ${shown(limits.mostUnitMarkup)} tags and attributes`,
  );
});

describe.each([
  ['docs/library.md', 12],
  ['docs/source.md', 2],
])('the examples of %s', (page, count) => {
  const examples = Array.from(read(page).matchAll(/```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g));

  it('are there', () => expect(examples.length).toBe(count));

  it.each(examples.map(([, code = '', output = '']) => ({ code, output })))(
    'prints what it says: $output',
    ({ code, output }) => {
      const folder = temporaryFolder();
      mkdirSync(join(folder, 'node_modules'));
      symlinkSync(root, join(folder, 'node_modules/sspr-tm'));
      symlinkSync(join(root, 'fixtures'), join(folder, 'fixtures'));
      writeFileSync(join(folder, 'example.mjs'), code);
      const printed = execFileSync(process.execPath, ['example.mjs'], { cwd: folder, encoding: 'utf8' });
      if (update)
        writeFileSync(
          join(root, page),
          read(page).replace(
            `${code}\`\`\`\n\n\`\`\`text\n${output}`,
            () => `${code}\`\`\`\n\n\`\`\`text\n${printed.trimEnd()}\n`,
          ),
        );
      else expect(printed.trimEnd()).toBe(output.trimEnd());
    },
  );
});

describe('the README', () => {
  it('shows what comes out of its example', () => {
    const path = 'fixtures/reset-portal/input.md';
    // As the command names an article that is named itself.
    const article = articleOf(read(path), 'input.md');
    const blocks = Array.from(read('README.md').matchAll(/```xml\n([\s\S]*?)```/g), ([, block = '']) => block);
    const xliff = /<unit id="4be71-106"[\s\S]*?<\/unit>\n/.exec(exportToString([article], 'xliff'))?.[0] ?? '';
    const tmx = /<tu tuid="[^"]*-106"[\s\S]*?<\/tu>\n/.exec(exportToString([article], 'tmx'))?.[0] ?? '';
    expect(xliff).not.toBe('');
    if (update) {
      const [shownXliff = '', shownTmx = ''] = blocks;
      writeFileSync(
        join(root, 'README.md'),
        read('README.md')
          .replace(shownXliff, () => xliff)
          .replace(shownTmx, () => tmx),
      );
    } else {
      expect(blocks).toEqual([xliff, tmx]);
    }
  });
});

describe('all pages', () => {
  it.each(pages)('%s has links that lead somewhere', (page) => {
    const text = read(page).replaceAll(/^```[\s\S]*?^```|`` [^\n]*? ``|`[^`\n]*`/gm, '');
    for (const [, link = ''] of text.matchAll(/\]\((?!https?:)([^)#]+)/g)) {
      expect(existsSync(join(root, dirname(page), link)), link).toBe(true);
    }
  });

  it('have the version of the package', () => {
    expect(version).toBe(JSON.parse(read('package.json')).version);
  });
});

describe('the architecture page', () => {
  it('says what each dependency is for, and names no other', () => {
    const [, table = ''] = read('docs/architecture.md').split('## What each dependency is for');
    const named = Array.from(table.matchAll(/^\| ([a-z][a-z0-9-]*) \| \S/gm), ([, name]) => name);
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: object };
    expect(named.filter((name) => name !== 'package').toSorted()).toEqual(Object.keys(dependencies));
  });
});
