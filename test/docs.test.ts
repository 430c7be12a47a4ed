import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnosticKinds, exportToString, problemKinds, version } from '../src/index.js';
import { temporaryFolder } from './support/cli.js';
import { articleOf } from './support/pairs.js';

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const documents = readdirSync(join(root, 'docs')).filter((file) => file.endsWith('.md'));
const pages = ['README.md', 'CHANGELOG.md', ...documents.map((file) => `docs/${file}`)];
const update = process.env['UPDATE_GOLDEN'] !== undefined;

describe('docs/diagnostics.md', () => {
  it('lists every kind of diagnostic', () => {
    const rows = Object.entries(diagnosticKinds).map(
      ([code, { severity, meaning }]) => `| \`${code}\` | ${severity} | ${meaning} |`,
    );
    const page = `# Diagnostics

What is odd in an article is told by a diagnostic: a code, a severity, a message and a place. This page is made from the code (\`src/model/diagnostic.ts\`).

Severities: *error*: something of the input is not in the output; *warning*: look at it; *info*: told for completeness.
The command prints errors and warnings, and exits with 1 when there is an error; \`--fail-on\` changes that.

| code | severity | meaning |
| --- | --- | --- |
${rows.join('\n')}
`;
    if (update) writeFileSync(join(root, 'docs/diagnostics.md'), page);
    expect(read('docs/diagnostics.md')).toBe(page);
  });
});

describe('docs/validation.md', () => {
  it('lists every kind of problem', () => {
    const rows = (format: string): string =>
      Object.entries(problemKinds)
        .filter(([code]) => code.startsWith(`${format}/`))
        .map(([code, { severity, clause, meaning }]) => `| \`${code}\` | ${severity} | ${clause} | ${meaning} |`)
        .join('\n');
    const head = '| code | severity | clause | meaning |\n| --- | --- | --- | --- |';
    const page = `# Validation

\`validateXliff\` and \`validateTmx\` tell what in an XLIFF 2 document, or in a TMX 1.4b document, is not as its specification asks for: a code, a severity, a message that names the clause, and a place. This page is made from the code (\`src/validate\`).

Severities: *error*: the document is not what its specification asks for; *warning*: clients differ over it; *info*: told for completeness.
Of a text that is no well-formed XML, the first fault is all that is told. Nothing outside of the text is read: document types are not loaded, entities are refused.
A schema (XSD, NVDL, DTD) finds other things; use both.

Files may be in any encoding that they declare and that the Encoding Standard knows (UTF-8, UTF-16, windows-125x, ISO-8859-x, Shift_JIS, GB18030…); bytes that are not legal in it, and a declaration that contradicts the first bytes, are refused. UTF-32 and EBCDIC are refused.

Limits: elements 250 deep, 1,000 attributes of an element, 1,000,000 characters of a tag; an XLIFF document, 128,000,000 characters and 1,000,000 tags and attributes. A TMX document is read unit by unit, and may be of any length: a unit may have 8,000,000 characters and 200,000 tags and attributes, the rest of it as much as an XLIFF document.

## XML

${head}
${rows('xml')}

## XLIFF 2

The core and the eight modules of 2.0, and what 2.2 adds to them: notes and metadata of the document, references of notes, notes of resources, and the plural, gender and select module, whose \`case\` stands on segments, as in its examples (the schema of OASIS does not allow it there). Documents of 2.1 are held to the rules of 2.0. ITS and extensions are let pass, but for their ids.

${head}
${rows('xliff')}

## TMX 1.4b

TMX numbers no sections; the clause is the element or attribute as the specification lists it.

${head}
${rows('tmx')}
`;
    if (update) writeFileSync(join(root, 'docs/validation.md'), page);
    expect(read('docs/validation.md')).toBe(page);
  });
});

describe('the library page', () => {
  const examples = Array.from(read('docs/library.md').matchAll(/```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g));

  it('has examples', () => expect(examples.length).toBe(8));

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
          join(root, 'docs/library.md'),
          read('docs/library.md').replace(
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
