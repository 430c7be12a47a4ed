import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLeft, type These } from 'fp-ts/lib/These.js';
import { type Article, type Diagnostic, type ExportOptions, exportToString } from '../../src/index.js';

const root: string = join(import.meta.dirname, '../../fixtures');

/** A folder under `fixtures/`: one article, and beside it what is expected of it. */
export interface Fixture {
  /** The name of the folder. */
  readonly name: string;
  /** The path of the article as a caller would give it: `fixtures/NAME/input.md`. */
  readonly path: string;
  readonly text: string;
  /** Of `options.json`: what the caller must say because the article does not. Default: nothing. */
  readonly options: Pick<ExportOptions, 'trgLang'>;
}

/** Names of files that a folder may hold besides the expected ones. */
const givenFile = /^(?:input\.\w+|options\.json)$/;

/** All fixtures, by name. */
export function readFixtures(): Fixture[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readFixture(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readFixture(name: string): Fixture {
  const inputs = readdirSync(join(root, name)).filter((file) => file.startsWith('input.'));
  const [input] = inputs;
  if (input === undefined || inputs.length > 1)
    throw new Error(`fixtures/${name} must hold one input, not [${inputs}]`);
  const optionsFile = join(root, name, 'options.json');
  return {
    name,
    path: `fixtures/${name}/${input}`,
    text: readFileSync(join(root, name, input), 'utf8'),
    options: existsSync(optionsFile) ? JSON.parse(readFileSync(optionsFile, 'utf8')) : {},
  };
}

/** The expected files of a fixture, by name, made from what the library reads. Nothing but diagnostics where it reads nothing. */
export function goldenFiles(
  { options }: Fixture,
  reading: These<readonly Diagnostic[], Article>,
): Readonly<Record<string, string>> {
  if (isLeft(reading)) return { 'diagnostics.json': toJson(reading.left) };
  const article = reading.right;
  const { text: _, ...model } = article;
  return {
    'diagnostics.json': toJson(reading._tag === 'Both' ? reading.left : []),
    'model.json': toJson(model),
    'out.xlf': exportToString([article], 'xliff', options),
    'out.pairs.xlf': exportToString([article], 'xliff', { ...options, units: 'pair' }),
    'out.tmx': exportToString([article], 'tmx', options),
  };
}

/** The expected files as they stand in the folder of a fixture. */
export function readGolden({ name }: Fixture): Record<string, string> {
  const files = readdirSync(join(root, name)).filter((file) => !givenFile.test(file));
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(root, name, file), 'utf8')]));
}

/** Replaces the expected files in the folder of a fixture. */
export function writeGolden(fixture: Fixture, files: Readonly<Record<string, string>>): void {
  for (const stale of Object.keys(readGolden(fixture))) rmSync(join(root, fixture.name, stale));
  for (const [file, content] of Object.entries(files)) writeFileSync(join(root, fixture.name, file), content);
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
