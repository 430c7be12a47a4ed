import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesBelow, sspr, tree } from '../support/cli.js';
import { written } from '../support/memory-trees.js';

/** Articles that repeat what others have, and are like them, over the bounds of what a thread is given at once. */
function english(count: number): Record<string, string | Buffer> {
  const files: Record<string, string | Buffer> = {};
  for (let at = 0; at < count; at++) {
    files[`in/${String(at % 7)}/a${at}.md`] =
      `---\ntitle: Article ${at % 40}\n---\n\n# Plan the costs of ${at % 30}\n\nWait for ${at % 9} minutes. Then select **Save**.\n\n` +
      `* The budget of team ${at} is in the list.\n* Nobody said ${at % 50} before.\n`;
  }
  files['in/3/latin.md'] = Buffer.of(0x23, 0x20, 0xe9, 0x0a);
  files['in/5/pairs.md'] = written({ pairs: [['One', 'Eins']] });
  files['in/6/comment.md'] = 'Wait <!-- x --> here.\n';
  files['in/6/list.md'] = 'Then select\n\nThe budget of team 1 is in the list.\n';
  return files;
}

const pairs: readonly (readonly [string, string])[] = [
  ['Nobody said 7 before.', 'Niemand sagte 7 zuvor.'],
  ['Then select **Save**.', 'Wählen Sie dann **Speichern** aus.'],
  ['Wait for 10 minutes.', 'Warten Sie 10 Minuten.'],
  ['The budget of team 1 is in the list.', '- Das Budget von Team 1 steht in der Liste.'],
  ['Wait <!-- x --> here.', '<!-- x --> Warten Sie.'],
  ['Article 3', 'Artikel 3'],
  ['Article 3', 'Beitrag 3'],
];
const unit = ([source, target]: readonly string[]): string =>
  `<tu><tuv xml:lang="en-US"><seg>${source}</seg></tuv><tuv xml:lang="de-DE"><seg>${target}</seg></tuv></tu>`.replaceAll(
    '<!-- x -->',
    '<ph x="1">&lt;!-- x --&gt;</ph>',
  );
const tmx = `<?xml version="1.0"?><tmx version="1.4"><header creationtool="a" creationtoolversion="1" segtype="sentence" o-tmf="a" adminlang="en" srclang="en-US" datatype="plaintext"/><body>${pairs.map(unit).join('')}</body></tmx>`;
const sides = written({ type: 'HT', pairs });

it.each([
  ['documents, a file for each article', ['m.tmx'], 'xliff,md', (jobs: string) => `out-${jobs}`],
  ['documents, one file', ['m.tmx'], 'xliff', (jobs: string) => `out-${jobs}/all.xlf`],
  ['a tree', ['sides'], 'md', (jobs: string) => `out-${jobs}`],
  ['both', ['m.tmx', 'sides'], 'xliff1.2', (jobs: string) => `out-${jobs}`],
])('leverage gives the same for any number of jobs: %s', (_, memories, formats, place) => {
  const cwd = tree({ ...english(170), 'm.tmx': tmx, 'sides/s.md': sides });
  const run = (jobs: string) => {
    const output = place(jobs);
    const memory = memories.flatMap((each) => ['-m', each]);
    const more = ['--report', 'report.json', '--analysis', 'analysis.json', '--fail-on', 'never', '-q'];
    const args = ['leverage', 'in', ...memory, '--trg-lang', 'de-DE', '-f', formats, '-o', output, '-j', jobs, ...more];
    const { status, stderr } = sspr(args, { cwd });
    const files = filesBelow(join(cwd, `out-${jobs}`)).map((name) => [
      name,
      readFileSync(join(cwd, `out-${jobs}`, name), 'latin1'),
    ]);
    const read = (name: string): string => readFileSync(join(cwd, name), 'utf8').replaceAll(`out-${jobs}`, 'out');
    return {
      status,
      stderr: stderr.replaceAll(`out-${jobs}`, 'out'),
      files,
      told: [read('report.json'), read('analysis.json')],
    };
  };
  const one = run('1');
  expect(one.status).toBe(0);
  expect(one.files.length).toBeGreaterThan(0);
  for (const code of ['source/side-by-side', 'source/other-blocks']) expect(one.told[0]).toContain(code);
  expect(JSON.parse(one.told[0] ?? '').filled).toBeGreaterThan(3);
  expect(run('2')).toEqual(one);
  expect(run('3')).toEqual(one);
});

it('says what is wrong with a memory, whoever reads it', () => {
  const cwd = tree({ ...english(170), 'm.tmx': '<tmx version="1.4"><body><tu>', 'gone.md': '' });
  const run = (jobs: string, memory: string) => {
    const args = ['leverage', 'in', '-m', memory, '--trg-lang', 'de-DE', '-f', 'md', '-o', 'out', '-j', jobs];
    const { status, stderr } = sspr(args, { cwd });
    return [status, stderr];
  };
  for (const memory of ['m.tmx', 'nowhere.tmx']) expect(run('3', memory)).toEqual(run('1', memory));
});
