import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exportToString, type InlineMode, type Segment, type Side, toPlainText } from '../../../src/index.js';
import { sspr, temporaryFolder } from '../../support/cli.js';
import { readPairs } from '../../support/corpus-pairs.js';
import { pairsOf } from '../../support/pairs.js';
import { markdownFiles, shared, unpack } from '../../support/shared.js';
import { fixturesAndSeed } from '../articles.js';
import { describeToolkits, type Toolkit } from './toolkits.js';

interface Store {
  readonly srcLang: string;
  readonly units: readonly {
    readonly id: string;
    readonly languages: readonly string[];
    readonly source: string;
    readonly target: string;
  }[];
}

function read({ run }: Toolkit, file: string): Store {
  return JSON.parse(run(join(import.meta.dirname, 'read-tmx.py'), file)) as Store;
}

/** A side as the Translate Toolkit reads it: what is in the codes is text to it. */
function textOf({ text, content }: Side, inline: InlineMode): string {
  if (inline === 'text') return text;
  if (inline === 'strip') return toPlainText(content);
  return content.map((part) => (part.kind === 'text' ? part.text : part.data)).join('');
}

function trim(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

function expected(pairs: readonly Segment[], inline: InlineMode): [string, string][] {
  return pairs
    .filter(({ skip }) => skip === undefined)
    .map(({ source, target }): [string, string] => [trim(textOf(source, inline)), trim(textOf(target, inline))])
    .filter(([source, target]) => inline !== 'strip' || (source !== '' && target !== ''));
}

describeToolkits('', (toolkit) => {
  it.each(['codes', 'text', 'strip'] as const)('reads the TMX of fixtures and seed, --inline %s', (inline) => {
    for (const { name, article } of fixturesAndSeed()) {
      const trgLang = article.localization.trgLang ?? 'ja-JP';
      const file = join(temporaryFolder(), `${name}.tmx`);
      writeFileSync(file, exportToString([article], 'tmx', { inline, trgLang }));
      const { srcLang, units } = read(toolkit, file);
      expect(srcLang).toBe('en-US');
      expect([name, units.map(({ source, target }) => [source, target])]).toEqual([
        name,
        expected(pairsOf(article), inline),
      ]);
      for (const { languages } of units) expect(languages).toEqual(['en-US', trgLang]);
    }
  });

  it.runIf(shared !== undefined)('reads the TMX of a whole tree', () => {
    const root = unpack('quantum.de-DE.sxs');
    const file = join(temporaryFolder(), 'tree.tmx');
    expect(sspr(['export', root, '-f', 'tmx', '--inline', 'text', '-o', file, '-q']).status).toBe(0);
    const { units } = read(toolkit, file);
    // Fetched by a scan of its own, not by what is tested.
    const pairs = markdownFiles(root).flatMap((path) => readPairs(path, readFileSync(join(root, path), 'utf8')));
    expect(units.length).toBe(pairs.length);
    expect(units.map(({ source, target }) => [source, target])).toEqual(
      pairs.map(({ source, target }) => [trim(source), trim(target)]),
    );
    expect(new Set(units.map(({ id }) => id)).size).toBe(units.length);
  });
});
