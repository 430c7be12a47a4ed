import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateTmx } from '../../../src/index.js';
import { isInstalled } from '../../support/clients.js';
import { rowsIn } from '../../support/memory-rows.js';
import { shared } from '../../support/shared.js';
import { describeToolkits, type Toolkit } from '../translate-toolkit/toolkits.js';
import { type Made, numbersOf, reported } from './runner.js';
import type { Run } from './runs.js';

const dtd = join(shared ?? '', 'schemas/tmx14/tmx14.dtd');

interface Unit {
  readonly languages: readonly string[];
  readonly source: string;
  readonly target: string;
}

function unitsByToolkit({ run }: Toolkit, file: string): readonly Unit[] {
  return (JSON.parse(run(join(import.meta.dirname, '../translate-toolkit/read-tmx.py'), file)) as { units: Unit[] })
    .units;
}

/** What the DTD, our validator and the Translate Toolkit say of the TMX of all runs. */
export function describeTmx(all: readonly Run[], make: (run: Run) => Made): void {
  const runs = all.filter(({ formats }) => formats.includes('tmx'));

  describe.runIf(shared !== undefined && isInstalled('xmllint', 'xmllint'))('the DTD and our validator', () => {
    it.each(runs)('find the TMX of $name valid', (run) => {
      const file = make(run).file('.tmx');
      const args = ['--nonet', '--noout', '--huge', '--dtdvalid', dtd, file];
      const { status, stderr } = spawnSync('xmllint', args, { encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, '']);
      expect(validateTmx(readFileSync(file, 'utf8'))).toEqual([]);
    });
  });

  describeToolkits('', (toolkit) => {
    it.each(runs)('has the units, languages and texts of $name', (run) => {
      const made = make(run);
      const { args, command } = run;
      const isJoined = args.includes('--join');
      const units = unitsByToolkit(toolkit, made.file('.tmx'));
      const { 'en-US': sources, ...translations } = numbersOf(units.flatMap(({ languages }) => languages));
      expect(translations).toEqual(reported(made));
      expect(sources).toBe(units.length);
      for (const { languages } of units) expect(new Set(languages).size).toBe(languages.length);
      const rows = rowsIn(made.file('.jsonl'));
      if (isJoined) expect(units).toHaveLength(new Set(rows.map(({ entry }) => entry)).size);
      else expect(units).toHaveLength(command === 'memory' ? made.report.memory.entries : rows.length);
      if (isJoined && !args.includes('distinct')) expect(units).toHaveLength(made.report.memory.sources);
      // The inside of codes is text to it; without codes it has the texts of the rows.
      if (isJoined || !args.some((value) => value === 'text' || value === 'strip')) return;
      const texts = units.map(({ source, target }) => [source, target]);
      expect(texts).toEqual(rows.map(({ source, target }) => [source, target]));
    });
  });
}
