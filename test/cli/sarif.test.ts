import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { diagnosticKinds, problemKinds, ruleKinds } from '../../src/index.js';
import { sspr, temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';

/** The schema of SARIF 2.1.0, as a package has it. */
const schemaFile: string = join(
  dirname(createRequire(import.meta.url).resolve('@microsoft/jest-sarif')),
  'schemas/sarif-2.1.0-rtm.5.json',
);
const ajv: Ajv.default = addFormats.default(new Ajv.default({ strict: false, unicodeRegExp: false }));
const isSarif = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));

describe('SARIF', () => {
  it('is valid by its schema, and says where all is', () => {
    const cwd = temporaryFolder();
    const articles = {
      'ä?.md': pair('1a2b3-102', 'In 51\nMinuten', 'In 15 minutes'),
      'b.md': '<span data-ttu-id="1a2b3-103">\ud800\u0001',
      'c.tmx': '<tmx/>',
      'empty.md': '',
    };
    for (const [path, text] of Object.entries(articles)) writeFileSync(join(cwd, path), text);
    const { stdout } = sspr(['check', '.', 'c.tmx', '--format', 'sarif'], { cwd });
    const log = JSON.parse(stdout);
    expect(isSarif(log) ? [] : isSarif.errors).toEqual([]);
    const [run] = log.runs;
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(
      Object.keys({ ...ruleKinds, ...diagnosticKinds, ...problemKinds }),
    );
    expect(run.results.length).toBeGreaterThan(2);
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'check/numbers')).toMatchObject({
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: '%C3%A4%3F.md' },
            region: { startLine: 1, startColumn: 34, endLine: 1, endColumn: 36 },
          },
          logicalLocations: [{ name: '1a2b3-102' }],
        },
      ],
      relatedLocations: [
        { message: { text: 'source' }, physicalLocation: { region: { snippet: { text: 'In 15 minutes' } } } },
        {
          message: { text: 'target' },
          physicalLocation: {
            artifactLocation: { uri: '%C3%A4%3F.md' },
            region: { startLine: 1, startColumn: 31, endLine: 2, endColumn: 8, snippet: { text: 'In 51\nMinuten' } },
          },
        },
      ],
      properties: { side: 'target', source: 'In 15 minutes', target: 'In 51\nMinuten' },
    });
    const snippets = run.results.flatMap(({ locations }: { locations: { physicalLocation: { region: object } }[] }) =>
      locations.map(({ physicalLocation }) => physicalLocation.region),
    );
    expect(snippets).toContainEqual(expect.objectContaining({ snippet: { text: '51' } }));
  });

  it('is valid where nothing is found, and refused where it is not', () => {
    const { stdout } = sspr(['check', '-', '--format', 'sarif'], { input: '' });
    expect(isSarif(JSON.parse(stdout))).toBe(true);
    expect(isSarif({ ...JSON.parse(stdout), version: '2' })).toBe(false);
  });
});
