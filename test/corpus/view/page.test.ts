import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createArena } from '../../../src/corpus/run/arena.js';
import { createPage, mayHaveParts } from '../../../src/corpus/view/page.js';
import { toViewedPage, type ViewedPage } from '../../../src/corpus/view/viewed-page.js';
import type { PageArticle } from '../../../src/view/page-data.js';
import type { PageIndex, PageParts } from '../../../src/view/page-index.js';
import { textOfPart } from '../../../src/view/part.js';
import { foldedTextsOf } from '../../../src/view/search/texts.js';
import { filesBelow, temporaryFolder } from '../../support/cli.js';

const evil = '*/}) */ alert(1) </script><!-- \u2028 \u2029 ` $ {1} \\*/ "*/';
const long = 'x'.repeat(1 << 20);

function article(number: number, text = evil): PageArticle {
  const finding = { code: 'check/numbers', severity: 'warning', message: evil, line: 1 } as const;
  const segments = [
    { id: '1', line: 1, source: `${text} ${number}`, target: `目 ${number}`, findings: [finding] },
    { id: '2', line: 2, source: long, target: '' },
  ];
  return { path: `${number}.md`, units: [{ block: 'paragraph', segments }] };
}

function viewed(each: PageArticle): ViewedPage {
  return toViewedPage(each, true, createArena());
}

const some = [0, 1].map((number) => article(number));
/** More than fit in one page. */
const many = Array.from({ length: 18 }, (_, number) => article(number));
const nothing = { named: [], articles: [] };

async function write(
  output: string,
  articles: readonly PageArticle[],
  options: object = {},
): Promise<string | undefined> {
  const page = createPage(output, { title: 't', srcLang: 'en-US' }, { output, ...nothing, ...options });
  try {
    for (const each of articles) await page.add(viewed(each));
    await page.end();
    return page.parts();
  } catch (error) {
    page.discard();
    throw error;
  }
}

interface Held {
  readonly index: PageIndex;
  readonly parts: PageParts;
}

function heldBy(file: string): Held {
  const html = readFileSync(file, 'utf8');
  return JSON.parse(/<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '');
}

/** What a part hands over, as a browser runs it. */
function contentOf(file: string): { readonly page: string; readonly name: string; readonly json: string } {
  const handed: [page: string, name: string, holder: () => void][] = [];
  new Function('sspr_tm_part', readFileSync(file, 'utf8'))((...args: (typeof handed)[0]) => handed.push(args));
  const [only, ...others] = handed;
  if (only === undefined || others.length > 0) throw new Error(`${file} is no part.`);
  return { page: only[0], name: only[1], json: textOfPart(only[2]) };
}

describe('a page', () => {
  it('is one file where that is not too large, or where that is asked for', async () => {
    const cwd = temporaryFolder();
    const file = join(cwd, 'page.html');
    expect(await write(file, some)).toBeUndefined();
    expect(heldBy(file)).toMatchObject({ title: 't', articles: some });
    expect(await write(file, many, { single: true })).toBeUndefined();
    expect(heldBy(file)).toMatchObject({ articles: many });
    expect(filesBelow(cwd)).toEqual(['page.html']);
    expect(mayHaveParts(file, { single: true })).toBe(false);
  });

  it('is an index and parts otherwise, which hold all articles and all texts, whatever stands in them', async () => {
    const cwd = temporaryFolder();
    const file = join(cwd, 'a b%.html');
    expect(await write(file, many)).toBe(join(cwd, 'a b%.pages'));
    const { index, parts } = heldBy(file);
    expect(parts.folder).toBe('a b%.pages');
    expect(index.articles.map(({ path, segments }) => ({ path, segments }))).toEqual(
      many.map(({ path }) => ({ path, segments: 2 })),
    );
    expect(index.kinds).toEqual([{ code: 'check/numbers', severity: 'warning', count: many.length }]);
    const read = (ranges: PageParts['data']): unknown[] =>
      ranges.flatMap(([name, articles]) => {
        const { page, name: said, json } = contentOf(join(cwd, parts.folder, `${name}.js`));
        expect({ page, said }).toEqual({ page: 'a b%.html', said: name });
        expect(createHash('sha256').update(`${page}\0${json}`).digest('hex').slice(0, 32)).toBe(name);
        const content = JSON.parse(`[${json}]`);
        expect(content.length).toBe(articles);
        return content;
      });
    expect(read(parts.data)).toEqual(many);
    expect(read(parts.texts)).toEqual(many.map(foldedTextsOf));
    const all = [...parts.data, ...parts.texts].map(([name]) => `${name}.js`);
    expect(readdirSync(join(cwd, parts.folder)).sort()).toEqual([...new Set(all)].sort());
  });

  it('is the same where what is searched was announced, even with fewer findings, and bytes are used again', async () => {
    for (const articles of [some, many, many.slice(0, 17)]) {
      const files = [temporaryFolder(), temporaryFolder()].map((folder) => join(folder, 'page.html'));
      const [first = '', second = ''] = files;
      await write(first, articles);
      const page = createPage(second, { title: 't', srcLang: 'en-US' }, { output: second, ...nothing });
      const pages = articles.map(viewed);
      const wiped = async (each: ViewedPage, take: (page: ViewedPage) => Promise<void>): Promise<void> => {
        const copy = (pieces: ViewedPage['data'] = []): Buffer<ArrayBuffer>[] =>
          pieces.map((piece) => Buffer.from(piece));
        const data = copy(each.data);
        const texts = copy(each.texts);
        await take({ note: each.note, data, ...(each.texts === undefined ? {} : { texts }) });
        for (const piece of [...data, ...texts]) piece.fill(0);
      };
      const announced = pages.slice(0, -1);
      const others = pages.slice(-1);
      for (const { data, ...each } of announced) {
        await wiped({ ...each, data: data.map((piece) => piece.subarray(100)) }, page.announce);
      }
      for (const { data, note } of announced) await wiped({ data, note }, page.add);
      // What found no room was not announced.
      for (const each of others) await wiped(each, page.add);
      await page.end();
      const held = files.map((file) =>
        filesBelow(join(file, '..')).map((name) => [name, readFileSync(join(file, '..', name), 'utf8')]),
      );
      expect(held[1]).toEqual(held[0]);
    }
  });

  it('keeps what others have in its folder, and what is the same, and removes what earlier pages had there', async () => {
    const cwd = temporaryFolder();
    const file = join(cwd, 'page.html');
    const folder = join(cwd, 'page.pages');
    mkdirSync(folder);
    const own = ['mine.js', `${'0'.repeat(32)}.js`, 'notes.txt'];
    for (const name of own) writeFileSync(join(folder, name), 'mine');
    await write(file, many);
    const before = heldBy(file).parts;
    const [same = ''] = before.data[0] ?? [];
    const { ino } = statSync(join(folder, `${same}.js`));
    await write(file, [...many.slice(0, -1), article(99)]);
    const after = heldBy(file).parts;
    expect(after.data[0]?.[0]).toBe(same);
    expect(statSync(join(folder, `${same}.js`)).ino).toBe(ino);
    const names = [...after.data, ...after.texts].map(([name]) => `${name}.js`);
    expect(readdirSync(folder).sort()).toEqual([...own, ...names].sort());
    // Parts of another page of that folder are none of this one.
    await write(join(cwd, 'page.HTML'), many);
    await write(file, some);
    const { data, texts } = heldBy(join(cwd, 'page.HTML')).parts;
    expect(readdirSync(folder).sort()).toEqual([...own, ...[...data, ...texts].map(([name]) => `${name}.js`)].sort());
    await write(join(cwd, 'page.HTML'), some);
    expect(readdirSync(folder).sort()).toEqual([...own].sort());
    for (const name of own) expect(readFileSync(join(folder, name), 'utf8')).toBe('mine');
  });

  describe('of which two are written at the same time', () => {
    const others = [...many.slice(0, 9), ...Array.from({ length: 9 }, (_, number) => article(100 + number))];
    const open = (file: string): ReturnType<typeof createPage> =>
      createPage(file, { title: 't', srcLang: 'en-US' }, { output: file, ...nothing });
    /** All parts that the page names are there and whole, and nothing else is. */
    const expectWhole = (file: string, articles: readonly PageArticle[], more: readonly string[] = []): void => {
      const folder = file.replace(/html$/, 'pages');
      const { data, texts } = heldBy(file).parts;
      const read = data.flatMap(([name]) => JSON.parse(`[${contentOf(join(folder, `${name}.js`)).json}]`));
      expect(read).toEqual(articles);
      const names = [...data, ...texts].map(([name]) => `${name}.js`);
      for (const name of names) expect(readdirSync(folder)).toContain(name);
      if (more.length === 0) expect(readdirSync(folder).sort()).toEqual([...new Set(names)].sort());
    };

    it('is whole, whichever of them is in its place', async () => {
      const file = join(temporaryFolder(), 'page.html');
      await write(file, many.slice(3).concat(some, article(50)));
      const [one, other] = [open(file), open(file)];
      for (const each of many) await one.add(viewed(each));
      for (const each of others) await other.add(viewed(each));
      await other.end();
      expectWhole(file, others, ['of the other']);
      await one.end();
      expectWhole(file, many);
    });

    it('is whole where both end at once', async () => {
      const file = join(temporaryFolder(), 'page.html');
      const [one, other] = [open(file), open(file)];
      for (const [index, each] of many.entries()) {
        await one.add(viewed(each));
        await other.add(viewed(others[index] ?? each));
      }
      await Promise.all([one.end(), other.end()]);
      const isOne = heldBy(file).index.articles.at(-1)?.path === many.at(-1)?.path;
      expectWhole(file, isOne ? many : others, ['of the other']);
      await write(file, many);
      expectWhole(file, many);
    });

    it('is whole where the other run fails, before or after', async () => {
      const file = join(temporaryFolder(), 'page.html');
      const [one, other] = [open(file), open(file)];
      for (const each of many) await one.add(viewed(each));
      // It finds parts of the first that are there.
      for (const each of others) await other.add(viewed(each));
      one.discard();
      await other.end();
      expectWhole(file, others, ['of the other']);
      const [third, fourth] = [open(file), open(file)];
      for (const each of many) await third.add(viewed(each));
      for (const each of many) await fourth.add(viewed(each));
      await fourth.end();
      third.discard();
      expectWhole(file, many, ['of the other']);
    });

    it('is not put in its place where its parts were removed', async () => {
      const file = join(temporaryFolder(), 'page.html');
      await write(file, others);
      const before = readFileSync(file, 'utf8');
      const page = open(file);
      for (const each of many) await page.add(viewed(each));
      const folder = file.replace(/html$/, 'pages');
      const { data } = heldBy(file).parts;
      rmSync(join(folder, `${data[0]?.[0]}.js`));
      await expect(page.end()).rejects.toThrow(/was removed by something else meanwhile; run it again/);
      page.discard();
      expect(readFileSync(file, 'utf8')).toBe(before);
    });
  });

  it('leaves the page before it whole where it fails', async () => {
    const cwd = temporaryFolder();
    const file = join(cwd, 'page.html');
    await write(file, many);
    const before = filesBelow(cwd).map((name) => [name, readFileSync(join(cwd, name), 'utf8')]);
    const others = many.map((_, number) => article(number, 'others'));
    const page = createPage(file, { title: 't', srcLang: 'en-US' }, { output: file, ...nothing });
    for (const each of others) await page.add(viewed(each));
    page.discard();
    await expect
      .poll(() => filesBelow(cwd).map((name) => [name, readFileSync(join(cwd, name), 'utf8')]))
      .toEqual(before);
  });

  it('is refused where its folder is none, or leads elsewhere, or is an input', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'file.pages'), 'mine');
    await expect(write(join(cwd, 'file.html'), many)).rejects.toThrow('file.pages');
    symlinkSync(temporaryFolder(), join(cwd, 'link.pages'));
    await expect(write(join(cwd, 'link.html'), many)).rejects.toThrow('symbolic link');
    const folder = join(cwd, 'in.pages');
    mkdirSync(folder);
    await expect(write(join(cwd, 'in.html'), many, { named: [folder] })).rejects.toThrow('is an input');
    writeFileSync(join(folder, 'a.md'), '');
    const articles = [{ file: join(folder, 'a.md'), path: 'a.md' }];
    await expect(write(join(cwd, 'in.html'), many, { articles })).rejects.toThrow('is an input');
    // One file needs no folder.
    await write(join(cwd, 'in.html'), some, { named: [folder] });
    expect(filesBelow(cwd)).toEqual(['file.pages', 'in.html', 'in.pages/a.md', 'link.pages']);
  });

  it('goes to a stream as one file only, and says what to do where that is too large', async () => {
    const chunks: Uint8Array[] = [];
    const stdout = new Writable({
      write(chunk, _, done) {
        chunks.push(chunk);
        done();
      },
    });
    await expect(write('-', many, { stdout })).rejects.toThrow(/--output.*--single/);
    expect(chunks).toEqual([]);
    await write('-', many, { stdout, single: true });
    expect(Buffer.concat(chunks).toString('utf8')).toContain('</html>');
    expect(mayHaveParts('-', {})).toBe(false);
  });
});
