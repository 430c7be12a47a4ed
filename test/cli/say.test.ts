import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable } from '../../src/cli/terminal/say.js';
import { reportUnexpected } from '../../src/cli/thread/unexpected.js';
import { sspr, temporaryFolder, tree } from '../support/cli.js';
import { pair } from '../support/pairs.js';

describe('printable', () => {
  it('shows what a terminal would obey, and leaves all other text alone', () => {
    expect(printable('a\u001b]0;title\u0007.md')).toBe('a\\x1b]0;title\\x07.md');
    expect(printable('a\nsspr-tm: done\r\n\tb\u009b31m\u202ec\ud800')).toBe(
      'a\\nsspr-tm: done\\r\\n b\\x9b31m\\u202ec\ufffd',
    );
    expect(printable('ポータル – «é» \u200e')).toBe('ポータル – «é» \u200e');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => !/[\p{Cc}\u2028\u2029\u202a-\u202e]/u.test(printable(text))),
    );
  });
});

describe('the command', () => {
  it('shows escape sequences of names, ids and texts instead of handing them to the terminal', () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'in'));
    const text = pair('1a2b3-102', 'In 51 \u001b[31mMinuten <b\u001b[0m>', 'In 15 minutes');
    writeFileSync(
      join(cwd, 'in', 'a\u001b]0;x\u0007\nsspr-tm: fake.md'),
      `---\nms.contentlocale: de-DE\n---\n${text}\n`,
    );
    writeFileSync(join(cwd, 'in', 'b.md'), `---\nms.contentlocale: "de\\e[31m"\n---\n${text}\n`);
    for (const args of [
      ['check', 'in'],
      ['export', 'in', '-o', 'out'],
      ['split', 'in', '-o', 'out'],
      ['view', 'in', '-o', 'p\u001b[1m.html'],
      ['merge', 'in/b.md', 'in/a\u001b]0;x\u0007\nsspr-tm: fake.md', '-o', '-'],
      ['export', 'x\u001b[31m'],
      ['export', '--x\u001b[31m'],
    ]) {
      const { stdout, stderr } = sspr(args, { cwd });
      expect([args, stderr + (args[0] === 'merge' ? '' : stdout)]).toEqual([
        args,
        expect.not.stringMatching(/(?!\n)\p{Cc}/u),
      ]);
      expect(stderr).not.toMatch(/^sspr-tm: fake/m);
    }
  });
});

describe('an unexpected error', () => {
  it('is one line and status 4; its stack is shown on request', () => {
    const told = (args: string[], env: Record<string, string> = {}): string => {
      const chunks: string[] = [];
      const stderr = { write: (chunk: string) => chunks.push(chunk) } as never;
      expect(reportUnexpected(new RangeError('out\nof it'), args, { stderr, env })).toBe(4);
      return chunks.join('');
    };
    expect(told(['check'])).toMatch(/^sspr-tm: unexpected error: RangeError: out\\nof it\. .*--verbose.*\n$/);
    expect(told(['check', '--verbose'])).toMatch(/\n {4}at /);
    expect(told(['check'], { DEBUG: '1' })).toMatch(/\n {4}at /);
  });
});

describe('a message of the command line', () => {
  it.each<[string[], Record<string, string>]>([
    [['export', 'a.md', '-f', 'x\nsspr-tm: all good'], {}],
    [['export', '--x\nsspr-tm: all good'], {}],
    [['--x\nsspr-tm: all good'], {}],
    [['check', 'a.md'], { 'sspr-tm.config.json': '{"check": {"a\\nsspr-tm: all good": 1}}' }],
  ])('is one line, whatever it quotes: %j %j', (args, files) => {
    const cwd = tree({ 'a.md': '# A\n', ...files });
    const { status, stderr } = sspr(args, { cwd });
    expect(status).toBe(2);
    expect(stderr).not.toMatch(/^sspr-tm: all good/m);
    expect(stderr).toMatch(/all good/);
  });

  it('still says what may have been meant', () => {
    expect(sspr(['export', 'a.md', '--inlin', 'codes']).stderr).toContain(
      "unknown option '--inlin' (Did you mean --inline?)\n",
    );
  });
});

describe('JSON on standard output', () => {
  it.each(['json', 'sarif'])('escapes what a terminal would obey, and says the same: %s', (format) => {
    const cwd = tree({
      'a.md': `---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-102', 'In 51 \u009b31m\u202eMinuten', 'In 15 minutes')}\n`,
    });
    const { stdout } = sspr(['check', 'a.md', '-f', format, '--fail-on', 'never'], { cwd });
    expect(stdout).not.toMatch(/[\u007f-\u009f\u202e]/);
    expect(JSON.stringify(JSON.parse(stdout))).toContain('In 51 \u009b31m\u202eMinuten');
  });
});
