import { linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, sspr, tree } from '../support/cli.js';
import { twoTrees } from '../support/memory-trees.js';

let made: Buffer | undefined;

/** The memory of the German tree, made once. */
function oldMemory(cwd: string): Buffer {
  made ??= Buffer.from(sspr(['memory', 'de', '-o', '-', '-q'], { cwd }).stdout);
  return made;
}

describe('wrong usage of memory is refused with advice, and nothing is written', () => {
  it.each([
    ['de -f xliff', 'none of csv, jsonl, moses, parquet, tmx, xlsx'],
    ['de -o x.xlf', 'tmx (.tmx)'],
    ['de -o x.sdlxliff.xliff', 'jsonl (.jsonl)'],
    ['de --keep bets', 'did you mean best?'],
    ['de --only human', 'ht, mt, unknown'],
    ['de --since 2020', 'write it as YYYY-MM-DD'],
    ['de --since 2020-02-30', 'write it as YYYY-MM-DD'],
    ['de --where ms.service', 'KEY=VALUE'],
    ['de --where =one', 'KEY=VALUE'],
    ['de --skip check/number', 'did you mean check/numbers?'],
    ['de --profile tm', 'did you mean tms?'],
    ['de --inline tags', 'codes, text, strip'],
    ['de --context trados', 'none, omegat, memoq'],
    ['de --holdout 1', 'below 1'],
    ['de --holdout -0.1', 'below 1'],
    ['de --holdout half', 'below 1'],
    ['de --holdout 0.5 -f jsonl -o -', 'name a folder or a file'],
    ['de --holdout 0.5 --update old.tmx', 'leave one of them out'],
    ['de --update old.tmx -o x', 'leave output (-o) out'],
    ['de --update old.tmx -f jsonl', 'leave -f (formats) out'],
    ['de --update old.tmx -f tmx,jsonl', 'leave -f (formats) out'],
    ['de --update old.jsonl', 'old.jsonl is no TMX'],
    ['de -o - --report -', 'give --report a file'],
    ['de -f tmx,jsonl -o -', 'add -f tmx'],
    ['de -f jsonl -o x.tmx', 'name a folder'],
    ['de -f moses -o -', 'name a folder'],
    ['de -o x.txt', 'name a folder'],
    ['de -j 0', '1'],
    ['de --src-lang de-DE --trg-lang de-DE', ''],
    ['de --joint', '--join'],
    // An output that is an input, by another name, too.
    ['old.tmx -o old.tmx', 'name another output'],
    ['de old.tmx -o ./de/../old.tmx', 'name another output'],
    ['old.tmx -o hard.tmx', 'name another output'],
    ['old.tmx -o soft.tmx', 'name another output'],
    ['out/*.tmx -o out', 'name another output'],
    ['de out/en-US_de-DE.tmx -o out', 'name another output'],
    ['de old.tmx --update old.tmx', 'is an input, too'],
    ['de ./old.tmx --update old.tmx', 'name another output'],
    ['de *.tmx --update old.tmx', 'name another output'],
    ['de hard.tmx --update old.tmx', 'name another output'],
    ['de -o x.tmx --report x.tmx', 'name another output'],
    ['de --update old.tmx --report old.tmx', 'name another output'],
    ['de old.tmx -o x.tmx --report old.tmx', 'name another output'],
    ['de -o x.tmx --report de/a0.md', 'name another output'],
    ['de --holdout 0.5 -o x.jsonl --report x.test.jsonl', 'name another output'],
    ['de x.test.tmx --holdout 0.5 -o x.tmx', 'name another output'],
  ])('memory %s', (line, advice) => {
    const cwd = tree(twoTrees());
    const old = oldMemory(cwd);
    writeFileSync(join(cwd, 'old.tmx'), old);
    mkdirSync(join(cwd, 'out'));
    for (const name of ['out/en-US_de-DE.tmx', 'x.test.tmx']) writeFileSync(join(cwd, name), old);
    linkSync(join(cwd, 'old.tmx'), join(cwd, 'hard.tmx'));
    symlinkSync('old.tmx', join(cwd, 'soft.tmx'));
    const before = filesBelow(cwd);
    const { status, stdout, stderr } = sspr(['memory', ...line.split(' ')], { cwd });
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining(advice) });
    expect(filesBelow(cwd)).toEqual(before);
    for (const name of ['old.tmx', 'out/en-US_de-DE.tmx', 'x.test.tmx']) {
      expect(readFileSync(join(cwd, name)).equals(old)).toBe(true);
    }
  });
});
