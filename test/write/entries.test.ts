import { describe, expect, it } from 'vitest';
import { type EntryTarget, type Exporter, entriesToString, type MemoryEntry, validateTmx } from '../../src/index.js';
import { pairsOf } from '../../src/model/article.js';
import { articleOf } from '../support/pairs.js';

const [pair] = pairsOf(
  articleOf(
    '<span data-ttu-id="1a2b3-101">Klicken Sie auf **Weiter** & `<b>`.</span><span class="sxs-lookup"><span data-stu-id="1a2b3-101">Click **Next** & `<b>`.</span></span>',
  ),
);
if (pair === undefined) throw new Error('There is a pair.');
const german: EntryTarget = {
  text: pair.target.text,
  content: pair.target.content,
  trgLang: 'de-DE',
  translationType: 'ht',
  firstHandoff: '2019-12-31',
  lastHandoff: '2021-03-04',
  count: 3,
  places: [
    { path: 'a & "b".md', id: '1a2b3-101' },
    { path: 'c.md', id: '1a2b3-102' },
  ],
};
const plain = (text: string): Pick<EntryTarget, 'text' | 'content'> => ({ text, content: [{ kind: 'text', text }] });
const entry: MemoryEntry = {
  id: '1a2b3-101',
  srcLang: 'en-US',
  source: { text: pair.source.text, content: pair.source.content },
  targets: [german, { ...plain('次へ'), trgLang: 'ja-JP', count: 1, places: [] }],
};

describe('entries of a memory', () => {
  it('are units of a valid TMX, with a variant for each translation', () => {
    const text = entriesToString([entry, { ...entry, id: 'x', targets: [] }].slice(0, 1), 'tmx');
    expect(validateTmx(text)).toEqual([]);
    const unit = text.split('\n').find((line) => line.startsWith('<tu '));
    expect(unit).toContain('<tu tuid="1a2b3-101"><tuv xml:lang="en-US"><seg>Click <bpt i="1" x="1" type="bold">');
    expect(unit).toContain(
      '<tuv xml:lang="de-DE" creationdate="20191231T000000Z" creationid="sspr-tm" changedate="20210304T000000Z" changeid="sspr-tm" usagecount="3" lastusagedate="20210304T000000Z"><prop type="x-article">a &amp; "b".md</prop>',
    );
    expect(unit).toContain('<prop type="x-translation-type">HT</prop><seg>Klicken Sie auf ');
    expect(unit).toContain('<tuv xml:lang="ja-JP" usagecount="1"><seg>次へ</seg></tuv></tu>');
  });

  it('have markup as options say', () => {
    expect(entriesToString([entry], 'tmx', { inline: 'text' })).toContain(
      '<seg>Click **Next** &amp; `&lt;b&gt;`.</seg>',
    );
    expect(entriesToString([entry], 'tmx', { inline: 'strip', metadata: false })).not.toMatch(/bpt|x-translation-type/);
  });

  it('are taken by exporters of your own, and not by formats of articles', () => {
    const own: Exporter = {
      name: 'own',
      title: 'sources',
      extension: '.txt',
      scope: 'language',
      begin: () => '',
      article: () => [],
      entry: ({ source, targets }) => [`${source.text}\t${targets.length}\n`],
      end: () => '',
    };
    expect(entriesToString([entry], own)).toBe(`${pair.source.text}\t2\n`);
    expect(entriesToString([], 'tmx')).toContain('<body>\n</body>');
    expect(() => entriesToString([entry], 'xliff')).toThrow('XLIFF 2 takes articles, and no entries of a memory.');
    expect(() => entriesToString([entry], { ...own, entry: 1 } as never)).toThrow('function entry');
    expect(() => entriesToString([entry, { ...entry, srcLang: 'fr-FR' }], 'tmx')).toThrow('there are en-US and fr-FR');
  });
});
