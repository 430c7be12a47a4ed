import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLeft } from 'fp-ts/lib/These.js';
import { expect, it } from 'vitest';
import { diagnosticsOf, type LeveragedArticle, mergeSource, type Side, sourceSegmentsOf } from '../../src/index.js';
import { shared, unpack } from '../support/shared.js';
import { type NamedArticle, sample } from './articles.js';
import { changed, filled, fixtureFolder, markdownFixtures } from './leveraged.js';
import { describeOmegat, translateProject } from './omegat/omegat.js';
import { describeToolkits, type Toolkit } from './translate-toolkit/toolkits.js';

const trgLang = 'ja-JP';

/** A unit as the Translate Toolkit reads it. */
interface Unit {
  readonly id: string;
  readonly source: string;
  readonly target: string | null;
  readonly candidates: readonly Readonly<Record<'source' | 'target' | 'score' | 'origin', string>>[];
}

function read({ run }: Toolkit, files: readonly string[]): readonly (readonly Unit[])[] {
  const json = run(join(import.meta.dirname, 'translate-toolkit/read-candidates.py'), ...files);
  return JSON.parse(json, (_key, value: unknown) => (typeof value === 'string' ? oneLine(value) : value)) as Unit[][];
}

/** Codes are nothing to it. */
function textOf({ content }: Pick<Side, 'content'>): string {
  return oneLine(content.map((inline) => (inline.kind === 'text' ? inline.text : '')).join(''));
}

/** Older versions of it make one space of white space, whatever `xml:space` says. */
function oneLine(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

/** What an article was given, as that client should read it. */
function expected(article: LeveragedArticle): readonly Unit[] {
  return [...sourceSegmentsOf(article)].map(({ id, source, target, candidates = [] }) => ({
    id,
    source: textOf(source),
    target: target === undefined ? null : textOf(target),
    candidates: candidates.map((candidate) => ({
      source: textOf(candidate.source),
      target: textOf(candidate.target),
      score: `${candidate.score}%`,
      origin: [candidate.origin?.memory, candidate.origin?.path, candidate.origin?.id].join(' '),
    })),
  }));
}

describeToolkits('', (toolkit) => {
  /** How many candidates there are, and how many of them of another source. */
  const check = async (articles: readonly NamedArticle[], memory: string): Promise<[number, number]> => {
    const all = await filled(articles.map(changed), { memory, trgLang, format: 'xliff1.2' });
    expect(
      read(
        toolkit,
        all.map(({ file }) => file),
      ),
    ).toEqual(all.map(({ article }) => expected(article)));
    const scores = all.flatMap(({ article }) =>
      [...sourceSegmentsOf(article)].flatMap(({ candidates = [] }) => candidates.map(({ score }) => score)),
    );
    return [scores.length, scores.filter((score) => score < 99).length];
  };

  it('reads the candidates of fixtures and seed in XLIFF 1.2', async () => {
    const [count, others] = await check(markdownFixtures(), fixtureFolder);
    expect(count).toBeGreaterThan(100);
    expect(others).toBeGreaterThan(0);
  });

  it.runIf(shared !== undefined)('reads those of a sample of five trees, from the memory of one', async () => {
    const [count, others] = await check(sample(trgLang, 60), unpack('quantum.ja-JP.sxs'));
    console.log(`${count} candidates, ${others} of them of other sources`);
    expect(count).toBeGreaterThan(500);
    expect(others).toBeGreaterThan(100);
  });
});

describeOmegat('', (version) => {
  it('takes the candidates of XLIFF 1.2 for no memory; 3.6 leaves them as they stand, 5.8 shows some as translations', async () => {
    const lists = markdownFixtures().filter(({ name }) => name === 'lists');
    const [one] = await filled(lists.map(changed), { memory: fixtureFolder, trgLang, format: 'xliff1.2' });
    if (one === undefined) throw new Error('nothing was filled');
    const document = readFileSync(one.file, 'utf8');
    const project = { version, trgLang, sentences: false, sources: { 'article.xlf': document } };
    const { segments, memory, output } = translateProject(project);
    const candidatesOf = (xml: string): readonly string[] => xml.match(/<alt-trans[\s\S]*?<\/alt-trans>/g) ?? [];
    expect(candidatesOf(document).length).toBeGreaterThan(10);
    const came = output('article.xlf');
    if (version === '3.6') expect(candidatesOf(came)).toEqual(candidatesOf(document));
    else {
      // 5.8 keeps the sources of candidates, and most of their targets not.
      const sourcesOf = (xml: string): readonly string[] =>
        candidatesOf(xml).map((each) => (each.split('</source>')[0] ?? '').replaceAll(/<[^>]*>/g, ''));
      expect(sourcesOf(came)).toEqual(sourcesOf(document));
      expect(came.split('</target>').length).toBeLessThan(document.split('</target>').length);
    }
    // What it makes of them is nothing to the article.
    const merged = [document, came].map((xml) => mergeSource(one.article, xml));
    expect(merged.map(diagnosticsOf)).toEqual([[], []]);
    const [whole, theirs] = merged.map((result) => (isLeft(result) ? undefined : result.right.text));
    expect(theirs).toBe(whole);
    const targets = [...sourceSegmentsOf(one.article)].filter(({ target }) => target !== undefined);
    expect(memory).toEqual([]);
    if (version === '3.6') expect(segments.length).toBe(targets.length);
    // 5.8 shows candidates as the translations of some segments that have none.
    else expect(segments.filter(({ translation }) => translation !== null).length).toBeGreaterThan(targets.length);
  });
});
