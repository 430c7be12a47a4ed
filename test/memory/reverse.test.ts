import { describe, expect, it } from 'vitest';
import {
  createMatcher,
  entriesToString,
  entryOf,
  type MemoryEntry,
  parseInline,
  readMemoryText,
  reverseEntries,
} from '../../src/index.js';

const read = (text: string) => ({ text, content: parseInline(text) });
const place = { path: 'a.md', id: '1a2b3-101', line: 3, commit: 'c0' };

const entry: MemoryEntry = {
  id: '1',
  srcLang: 'en-US',
  source: read('Select **Save** & wait'),
  targets: [
    {
      ...read('**保存**を選択して待つ'),
      trgLang: 'ja-JP',
      translationType: 'ht',
      firstHandoff: '2019-01-01',
      lastHandoff: '2020-02-02',
      count: 7,
      places: [{ ...place, sourceHash: 'ab'.repeat(20), sourceCommit: 'ef'.repeat(20) }],
      service: 's',
      topic: 't',
      findings: ['check/numbers'],
      contexts: ['00000001-00000002'],
      previous: read('Before'),
      next: read('After'),
      replaced: { ...read('以前'), translationType: 'mt', lastHandoff: '2018-01-01' },
      props: [{ type: 'x-own', value: 'v' }],
    },
    { ...read('**Speichern** wählen'), trgLang: 'de-DE', count: 1, places: [] },
    { ...read('**Sichern** wählen'), trgLang: 'de-DE', translationType: 'mt', count: 2, places: [] },
  ],
};

describe('reverseEntries', () => {
  const turned = [...reverseEntries([entry])];

  it('exchanges texts and languages, one entry for each target, with ids of their own', () => {
    expect(turned.map(({ id, srcLang, source }) => [id, srcLang, source.text])).toEqual([
      ['1', 'ja-JP', '**保存**を選択して待つ'],
      ['1~2', 'de-DE', '**Speichern** wählen'],
      ['1~3', 'de-DE', '**Sichern** wählen'],
    ]);
    for (const { targets } of turned) {
      expect(targets.map(({ text, content, trgLang }) => ({ text, content, trgLang }))).toEqual([
        { ...entry.source, trgLang: 'en-US' },
      ]);
    }
  });

  it('keeps who, when, where and how often, and nothing of the English original and its neighbours', () => {
    expect(turned[0]?.targets).toEqual([
      {
        ...entry.source,
        trgLang: 'en-US',
        translationType: 'ht',
        firstHandoff: '2019-01-01',
        lastHandoff: '2020-02-02',
        count: 7,
        places: [place],
        service: 's',
        topic: 't',
        findings: ['check/numbers'],
        props: [{ type: 'x-own', value: 'v' }],
      },
    ]);
  });

  it('gives texts and facts back where it is done twice', () => {
    const [first] = reverseEntries(reverseEntries([entry]));
    expect(first?.source).toEqual(entry.source);
    expect(first?.targets[0]).toMatchObject({ ...turned[0]?.source, trgLang: 'ja-JP', count: 7, places: [place] });
  });

  it('changes nothing that it is given, and has nothing of nothing', () => {
    const before = JSON.stringify(entry);
    expect([...reverseEntries([entry])]).toHaveLength(3);
    expect(JSON.stringify(entry)).toBe(before);
    expect([...reverseEntries([])]).toEqual([]);
    expect([...reverseEntries([{ ...entry, targets: [] }])]).toEqual([]);
  });

  it('asks for an entry when it is needed only', () => {
    let asked = 0;
    const endless = function* (): Generator<MemoryEntry> {
      for (;;) {
        asked++;
        yield entry;
      }
    };
    const reversed = reverseEntries(endless());
    reversed.next();
    reversed.next();
    expect(asked).toBe(1);
  });

  it('is a memory for a matcher of the other direction, with adapted codes and numbers', () => {
    const numbers: MemoryEntry = {
      ...entry,
      id: '2',
      source: read('Wait *10* minutes.'),
      targets: [{ ...read('*10* 分待ちます。'), trgLang: 'ja-JP', count: 1, places: [] }],
    };
    const matcher = createMatcher(reverseEntries([entry, numbers]), { srcLang: 'ja-JP', trgLang: 'en-US' });
    const best = (text: string) => {
      const [match] = matcher.match(read(text));
      return match && [match.score, match.kind, match.target.text];
    };
    expect(best('**保存**を選択して待つ')).toEqual([100, 'exact', 'Select **Save** & wait']);
    expect(best('**20** 分待ちます。')).toEqual([98, 'near', 'Wait **20** minutes.']);
    expect(best('*10* 分間待ちます。')).toEqual([85, 'fuzzy', 'Wait *10* minutes.']);
    expect(matcher.count).toMatchObject({ translations: 2, leftOut: { language: 2 } });
  });

  it('has two entries for two sources with one target, which are ambiguous', () => {
    const other = { ...entry, id: '3', source: read('Save and wait') };
    const matcher = createMatcher([{ name: 'm', entries: reverseEntries([entry, other]) }], {
      srcLang: 'ja-JP',
      trgLang: 'en',
    });
    expect(matcher.match(read('**保存**を選択して待つ')).map(({ score, target }) => [score, target.text])).toEqual([
      [99, 'Select **Save** & wait'],
      [99, 'Save and wait'],
    ]);
  });

  it('is written as a TMX of the other direction, which is read again', () => {
    const one = { ...entry, targets: entry.targets.slice(0, 1) };
    const tmx = entriesToString([...reverseEntries([one])], 'tmx', { srcLang: 'ja-JP', trgLang: 'en-US' });
    const { units, diagnostics } = readMemoryText(tmx);
    expect(diagnostics).toEqual([]);
    const known = units.map((unit) => entryOf(unit, { srcLang: 'ja-JP' }));
    expect(known.map((each) => [each.srcLang, each.source?.text, each.targets.map(({ text }) => text)])).toEqual([
      ['ja-JP', '**保存**を選択して待つ', ['Select **Save** & wait']],
    ]);
  });
});
