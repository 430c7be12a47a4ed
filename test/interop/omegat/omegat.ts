import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe } from 'vitest';
import { temporaryFolder } from '../../support/cli.js';
import { fetchedFolder, isFetched, isInstalled } from '../../support/clients.js';

/** That of Debian, and the newest that Maven Central serves. */
export type Version = '3.6' | '5.8';

/** The versions, and whether they are at hand. */
const versions: readonly (readonly [Version, boolean])[] = [
  ['3.6', isInstalled('OmegaT 3.6', 'omegat')],
  ['5.8', isFetched('OmegaT 5.8', 'omegat')],
];

/** Tests with each version. Those with one that is not at hand are skipped. */
export function describeOmegat(what: string, tests: (version: Version) => void): void {
  for (const [version, isThere] of versions) {
    describe.runIf(isThere)(`OmegaT ${version}${what}`, () => tests(version));
  }
}

/** A project for OmegaT to translate by itself. */
export interface Project {
  readonly srcLang?: string;
  readonly trgLang: string;
  /** Name to text: what is to be translated. */
  readonly sources: Readonly<Record<string, string>>;
  /** Name to TMX: the memories whose exact matches are inserted (`tm/auto`). */
  readonly memories?: Readonly<Record<string, string>>;
  /** Name to text: the files of terms (`glossary`). */
  readonly glossaries?: Readonly<Record<string, string>>;
  readonly version: Version;
  /** Whether a translation is that of all segments with the same source ("Auto-propagation of Translations"). Default: `true`. */
  readonly propagates?: boolean;
  /** Whether paragraphs are cut into sentences. Default: `true`. */
  readonly sentences?: boolean;
  /** Name to text: what the project has in its folder `omegat`, such as rules of its own. */
  readonly own?: Readonly<Record<string, string>>;
}

/** What OmegaT made of a project. */
export interface Translated {
  /** All segments of the sources, in order, as OmegaT cuts them: tags are shortcuts such as `<b0>`. */
  readonly segments: readonly {
    readonly file: string;
    readonly source: string;
    readonly translation: string | null;
    /** What tells it from others with the same source, by the names of props of `project_save.tmx`. */
    readonly key: Readonly<Record<string, string>>;
  }[];
  /** The entries of the memories, as OmegaT has read them. */
  readonly memory: readonly { readonly file: string; readonly source: string; readonly target: string }[];
  /** The entries of the files of terms, as the readers of OmegaT have read them. */
  readonly glossary: readonly {
    readonly file: string;
    readonly source: string;
    readonly target: string;
    readonly comment: string;
  }[];
  /** The text of a translated file. */
  output(name: string): string;
}

const script = join(import.meta.dirname, 'dump.groovy');

/** Translates a project as `omegat --mode=console-translate` does, in folders that go with the test. */
export function translateProject({
  srcLang = 'en-US',
  trgLang,
  sources,
  memories = {},
  glossaries = {},
  version,
  propagates = true,
  sentences = true,
  own = {},
}: Project): Translated {
  const folder = temporaryFolder();
  const project = join(folder, 'project');
  const write = (path: string, text: string): void => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  for (const name of ['source', 'target', 'tm/auto', 'omegat', 'dictionary', 'glossary']) {
    mkdirSync(join(project, name), { recursive: true });
  }
  write('project/omegat.project', settings(srcLang, trgLang, sentences, propagates));
  write('config/omegat.prefs', preferences);
  write('config/filters.xml', filters);
  for (const [name, text] of Object.entries(sources)) write(`project/source/${name}`, text);
  for (const [name, text] of Object.entries(memories)) write(`project/tm/auto/${name}`, text);
  for (const [name, text] of Object.entries(glossaries)) write(`project/glossary/${name}`, text);
  for (const [name, text] of Object.entries(own)) write(`project/omegat/${name}`, text);

  const args = [project, '--mode=console-translate', `--config-dir=${join(folder, 'config')}`, `--script=${script}`];
  const [command = '', ...program] =
    version === '3.6' ? ['omegat'] : ['java', '-cp', join(fetchedFolder('omegat'), '*'), 'org.omegat.Main'];
  const run = spawnSync(command, [...program, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 170_000,
    env: { ...process.env, LC_ALL: 'C.UTF-8', JAVA_TOOL_OPTIONS: '-Djava.awt.headless=true -Dfile.encoding=UTF-8' },
  });
  const log = `${run.stdout}\n${run.stderr}`;
  if (run.status !== 0 || !log.includes('Finished')) throw new Error(`OmegaT failed:\n${log.slice(-4000)}`);
  // A memory that cannot be read is no reason for OmegaT to stop.
  const trouble = log.split('\n').filter((line) => /: (?:Error|Severe|Warning): /i.test(line) && !isHarmless(line));
  if (trouble.length > 0) throw new Error(`OmegaT complains:\n${trouble.slice(0, 20).join('\n')}`);
  const { segments, memory, glossary } = JSON.parse(readFileSync(join(project, 'dump.json'), 'utf8')) as Omit<
    Translated,
    'output'
  >;
  return { segments, memory, glossary, output: (name) => readFileSync(join(project, 'target', name), 'utf8') };
}

/** 5.8 fails to convert any `omegat.prefs` that is there, says so with its stack, and goes on. */
function isHarmless(line: string): boolean {
  return /org\.omegat\.(?:util\.Preferences|convert\.Convert|Main\.main)/.test(line);
}

/** Inline codes of a memory count only with level 2. */
const preferences = `<?xml version="1.0" encoding="UTF-8"?>
<omegat><preference version="1.0">
<ext_tmx_show_level2>true</ext_tmx_show_level2>
</preference></omegat>
`;

/** Tags at the ends of a paragraph are part of it ("Remove leading and trailing tags" is off), as they are in a memory. */
const filters = `<?xml version="1.0" encoding="UTF-8"?>
<filters removeTags="false" removeSpacesNonseg="true" preserveSpaces="false" ignoreFileContext="false"/>
`;

function settings(srcLang: string, trgLang: string, sentences: boolean, propagates: boolean): string {
  const folders = ['source_dir', 'target_dir', 'tm_dir', 'glossary_dir', 'glossary_file', 'dictionary_dir'];
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
${folders.map((name) => `<${name}>__DEFAULT__</${name}>`).join('\n')}
<source_lang>${srcLang}</source_lang>
<target_lang>${trgLang}</target_lang>
<sentence_seg>${sentences}</sentence_seg>
<support_default_translations>${propagates}</support_default_translations>
<remove_tags>false</remove_tags>
</project></omegat>
`;
}
