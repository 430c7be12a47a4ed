import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PageData, PageSegment } from '../../src/view/page-data.js';
import { sspr, temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';

type Pairs = Readonly<Record<string, readonly [target: string, source: string]>>;

/** Writes a tree of articles: the pairs of each by their ids. */
function tree(folder: string, articles: Readonly<Record<string, Pairs>>): string {
  for (const [path, pairs] of Object.entries(articles)) {
    const texts = Object.entries(pairs).map(([id, [target, source]]) => pair(id, target, source));
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `---\nms.contentlocale: de-DE\n---\n${texts.join('\n\n')}\n`);
  }
  return folder;
}

const articles = {
  'index.md': { '00aa1-101': ['Start', 'Home'] },
  'a/index.md': {
    '00aa2-101': ['Erste Seite', 'First page'],
    '00aa2-102': ['Siehe [hier](a.md).', 'See [here](a.md).'],
  },
  'b/index.md': { '00aa3-101': ['Zweite Seite', 'Second page'] },
} as const;

/** Exports a tree; gives one XLIFF document of all its articles, or a memory, as a translator gave it back. */
function documentOf(cwd: string, input: string, format: 'xliff' | 'tmx', edit: (text: string) => string): string {
  const { status, stdout } = sspr(['export', input, '-f', format, '-o', '-'], { cwd });
  expect(status).toBe(0);
  const [first = '', ...others] = stdout.split(/(?=<\?xml)/);
  const files = others.map((text) => `\n${/<file[\s\S]*<\/file>/.exec(text)?.[0] ?? ''}`).join('');
  const name = join(temporaryFolder(), format === 'tmx' ? 'back.tmx' : 'back.xlf');
  writeFileSync(name, edit(first.replace(/(?<=<\/file>)/, () => files)));
  return name;
}

/** What is a page becomes a sheet. */
const blatt = (text: string): string => text.replaceAll('Seite<', 'Blatt<');

interface Viewed {
  readonly status: number | null;
  readonly stderr: string;
  readonly data: PageData;
  readonly segments: ReadonlyMap<string, PageSegment>;
}

function view(inputs: string | readonly string[], document: string, cwd: string, ...args: readonly string[]): Viewed {
  const { status, stdout, stderr } = sspr(['view', ...[inputs].flat(), '-o', '-', '--changes', document, ...args], {
    cwd,
  });
  const data: PageData = JSON.parse(
    /<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(stdout)?.[1] ?? '{"articles":[]}',
  );
  const all = data.articles.flatMap(({ units }) => units.flatMap(({ segments }) => segments));
  return { status, stderr, data, segments: new Map(all.map((segment) => [segment.id, segment])) };
}

/** The lines of standard error with a code. */
const linesWith = (stderr: string, code: string): readonly string[] =>
  stderr.split('\n').filter((line) => line.includes(` ${code} `));

describe('a tree by another path than that of its export', () => {
  it.each([
    ['as it was', 'docs', 'here', 2],
    ['with a dot', './docs/', 'here', 2],
    ['absolute', 'ABSOLUTE', 'else', 2],
    ['from another folder', '../../here/docs', 'else/deep', 2],
    ['from within', '.', 'here/docs', 2],
    ['through a symbolic link', '../link/.', 'else/deep', 2],
    ['where it was moved to', 'moved', 'else', 2],
    ['as a folder of it', 'docs/a', 'here', 1],
    ['as that folder, from within', '.', 'here/docs/a', 1],
    ['as a file of it', 'docs/b/index.md', 'here', 1],
    ['as a glob', 'docs/*/index.md', 'here', 2],
    ['as a folder around it', '.', 'here', 2],
  ])('finds its files %s', (_, input, cwd, changed) => {
    const home = temporaryFolder();
    const docs = tree(join(home, 'here/docs'), articles);
    mkdirSync(join(home, 'else/deep'), { recursive: true });
    symlinkSync(docs, join(home, 'else/link'));
    cpSync(docs, join(home, 'else/moved'), { recursive: true });
    const document = documentOf(join(home, 'here'), 'docs', 'xliff', blatt);
    const viewed = view(input === 'ABSOLUTE' ? docs : input, document, join(home, cwd));
    expect(viewed.stderr).toContain(`changed targets: ${changed}\n`);
    expect(viewed.status).toBe(0);
    const targets = { '00aa2-101': 'Erste Blatt', '00aa3-101': 'Zweite Blatt' };
    for (const [id, target] of Object.entries(targets)) {
      if (viewed.segments.has(id)) expect(viewed.segments.get(id)?.changed).toBe(target);
    }
  });

  it('is exported to the same document by an absolute path', () => {
    const home = temporaryFolder();
    const docs = tree(join(home, 'docs'), articles);
    const [relative, absolute] = ['docs', docs].map((input) => documentOf(home, input, 'xliff', String));
    expect(readFileSync(absolute ?? '', 'utf8')).toBe(readFileSync(relative ?? '', 'utf8'));
  });

  it('keeps apart what has the same name elsewhere', () => {
    const home = temporaryFolder();
    tree(join(home, 'docs'), articles);
    tree(join(home, 'other'), { 'a/index.md': { '00bb1-101': ['Andere Seite', 'Other page'] } });
    const { status, stderr, segments } = view('.', documentOf(home, 'docs', 'xliff', blatt), home);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('changed targets: 2\n') });
    expect(segments.get('00bb1-101')?.changed).toBeUndefined();
  });

  it('leaves alone what may be of several articles, and says so', () => {
    const home = temporaryFolder();
    const document = documentOf(tree(join(home, 'was'), articles), '.', 'xliff', blatt);
    tree(join(home, 'now/one'), articles);
    tree(join(home, 'now/two'), articles);
    const { status, stderr } = view('now', document, home);
    expect(stderr).toContain('changed targets: 0\n');
    const lines = linesWith(stderr, 'merge/several-articles');
    expect(lines.length).toBe(3);
    expect(lines[1]).toMatch(/back\.xlf:\d+:\d+ error .*one\/.*index\.md, .*two\/.*index\.md/);
    expect(status).toBe(1);
  });
});

describe('a document of other articles', () => {
  const others: Readonly<Record<string, Pairs>> = {
    'x/other.md': { '00cc1-101': ['Anderes', 'Else'] },
    'x/more.md': { '00cc2-101': ['Mehr', 'More'] },
  };

  it.each(['xliff', 'tmx'] as const)('is an error: %s', (format) => {
    const home = temporaryFolder();
    tree(join(home, 'docs'), articles);
    tree(join(home, 'others'), others);
    const document = documentOf(home, 'others', format, (text) => text.replaceAll('Mehr', 'Weniger'));
    for (const input of [['docs'], ['docs/a', 'docs/b/index.md']]) {
      const { status, stderr } = view(input, document, home);
      expect(linesWith(stderr, 'merge/no-article')).toEqual([
        expect.stringMatching(
          /back\.\w+:1:1 error merge\/no-article The document is of none of these articles: .+ Name /,
        ),
      ]);
      expect(status).toBe(1);
      expect(view(input, document, home, '--fail-on', 'never').status).toBe(0);
    }
  });

  it('is an error for a single article, too', () => {
    const home = temporaryFolder();
    tree(join(home, 'docs'), articles);
    tree(join(home, 'others'), { 'x.md': others['x/more.md'] ?? {} });
    const { status, stderr } = view('docs/index.md', documentOf(home, 'others', 'xliff', String), home);
    expect(linesWith(stderr, 'merge/other-article').length).toBe(1);
    expect(stderr).not.toContain('changed targets');
    expect(status).toBe(1);
    const memory = view('docs/index.md', documentOf(home, 'others', 'tmx', String), home);
    expect(linesWith(memory.stderr, 'merge/no-article').length).toBe(1);
    expect(memory.status).toBe(1);
  });

  it('is named as far as it is of others', () => {
    const home = temporaryFolder();
    tree(join(home, 'docs'), { ...articles, ...others });
    const document = documentOf(home, 'docs', 'xliff', blatt);
    const { status, stderr } = view(['docs/a', 'docs/b'], document, home);
    const lines = linesWith(stderr, 'merge/unused-file');
    expect(lines).toEqual([
      expect.stringMatching(/back\.xlf:\d+:\d+ warning merge\/unused-file The file (?:docs\/)?index\.md is of none/),
      expect.stringMatching(/The file (?:docs\/)?x\/more\.md is of none/),
      expect.stringMatching(/The file (?:docs\/)?x\/other\.md is of none/),
    ]);
    expect(status).toBe(0);
    expect(view(['docs/a', 'docs/b'], document, home, '--fail-on', 'warning').status).toBe(1);
  });

  it('is nothing to tell where a memory has something for one of many', () => {
    const home = temporaryFolder();
    const document = documentOf(tree(join(home, 'docs'), articles), '.', 'tmx', blatt);
    tree(join(home, 'docs'), others);
    const { status, stderr } = view('docs', document, home);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('changed targets: 2\n') });
    expect(stderr).not.toContain('merge/');
  });
});

describe('a target that cannot be taken', () => {
  it('is shown as refused, with the reason and its place in the document', () => {
    const home = temporaryFolder();
    tree(join(home, 'docs'), articles);
    const document = documentOf(home, 'docs', 'xliff', (text) =>
      blatt(text)
        .replace(/(<target[^>]*>Siehe )<pc[^>]*>hier<\/pc>/, '$1dort')
        .replace('>Start<', '><'),
    );
    const { status, stderr, segments, data } = view('docs', document, home);
    expect(stderr).toContain('changed targets: 2, refused: 2\n');
    expect(status).toBe(1);
    expect(view('docs', document, home, '--fail-on', 'never').status).toBe(0);
    expect(segments.get('00aa2-101')?.changed).toBe('Erste Blatt');
    const link = segments.get('00aa2-102');
    expect(link?.changed).toBeUndefined();
    expect(link?.refused?.[0]).toMatchObject({ code: 'merge/lost-code', proposed: 'Siehe dort.' });
    expect(link?.refused?.[0]?.message).toContain('00aa2-102');
    expect(segments.get('00aa1-101')?.refused?.[0]).toMatchObject({ code: 'merge/empty-target', proposed: '' });
    expect(data.articles.flatMap(({ refused = [] }) => refused)).toEqual([]);
    const lines = readFileSync(document, 'utf8').split('\n');
    for (const { refused = [] } of segments.values()) {
      for (const { code, line, message } of refused) {
        expect(stderr).toMatch(new RegExp(`back\\.xlf:${line}:\\d+ error ${code} `));
        expect(stderr).toContain(message);
        expect(lines[line - 1]).toMatch(/<(?:unit|segment|target)/);
      }
    }
  });

  it('is shown where its source has changed since', () => {
    const home = temporaryFolder();
    tree(join(home, 'docs'), articles);
    const document = documentOf(home, 'docs', 'xliff', blatt);
    tree(join(home, 'docs'), { 'b/index.md': { '00aa3-101': ['Zweite Seite', 'Second sheet'] } });
    const { status, stderr, segments } = view('docs', document, home);
    expect(stderr).toContain('changed targets: 1, refused: 1\n');
    expect(segments.get('00aa3-101')?.refused).toMatchObject([
      { code: 'merge/source-differs', proposed: 'Zweite Blatt' },
    ]);
    expect(status).toBe(1);
  });

  it('is shown with the article where it has no such segment', () => {
    const home = temporaryFolder();
    const document = documentOf(tree(join(home, 'docs'), articles), '.', 'xliff', blatt);
    tree(join(home, 'docs'), { 'a/index.md': { '00aa2-101': ['Erste Seite', 'First page'] } });
    const { status, stderr, data } = view('docs', document, home);
    expect(stderr).toMatch(/refused: 1\n/);
    expect(data.articles.find(({ path }) => path.endsWith('a/index.md'))?.refused).toMatchObject([
      { code: 'merge/unknown-segment', proposed: ['Siehe ', { kind: 'sc' }, 'hier', { kind: 'ec' }, '.'] },
    ]);
    expect(status).toBe(1);
  });
});
