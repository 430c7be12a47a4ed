import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Article,
  type Content,
  codesOf,
  exportToString,
  type Ignorable,
  type Segment,
} from '../../../src/index.js';
import { dropIllegal } from '../../../src/xml/escapes.js';
import { temporaryFolder } from '../../support/cli.js';
import { inScope } from '../../support/interop-scope.js';
import { articleGroups, type OwnArticle } from '../every-article.js';
import { type Edit, editsOf, wrongWith } from '../round-trip.js';
import { describeToolkits, documents, type Toolkit } from './toolkits.js';

type Form = 'xliff' | 'xliff1.2';

/** Tests with each version and format: 3.8 knows no XLIFF 2. */
function describeForms(what: string, tests: (toolkit: Toolkit, form: Form) => void): void {
  describeToolkits(what, (toolkit) => {
    const forms: readonly Form[] = toolkit.version === '3.8' ? ['xliff1.2'] : ['xliff1.2', 'xliff'];
    describe.each(forms)('%s', (form) => tests(toolkit, form));
  });
}

/** A unit as the client reads it. */
interface Unit {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly codes: readonly number[];
  readonly state: readonly (string | null)[];
  readonly approved: boolean;
  readonly translated: boolean;
  readonly notes: string;
}

/** What it should read: a unit for each segment. */
function expected({ units, localization: { translationType } }: Article, form: Form): readonly Unit[] {
  const state = {
    ht: { approved: true, state: ['final', null] },
    mt: { approved: false, state: ['translated', 'ms:mt'] },
    none: { approved: false, state: ['translated', null] },
  }[translationType ?? 'none'];
  return units.flatMap(({ parts, notes = [] }) =>
    parts.filter(isWritten).map(
      (part): Unit => ({
        id: part.id,
        source: textOf(part.source.content),
        target: textOf(part.target.content),
        codes: [codesOf(part.source.content).length, codesOf(part.target.content).length],
        state: form === 'xliff' ? state.state : [null, null],
        // Of XLIFF 2, what is nothing but codes is not translated; of 1.2, what is not approved.
        approved: state.approved && (form === 'xliff1.2' || textOf(part.target.content) !== ''),
        translated: textOf(part.target.content) !== '' && (form === 'xliff' || state.approved),
        // Those of XLIFF 2 stand at the unit; it looks for them in the segment.
        notes: form === 'xliff1.2' && part === parts[0] ? notes.join('\n') : '',
      }),
    ),
  );
}

function isWritten(part: Segment | Ignorable): part is Segment {
  return part.kind === 'segment' && part.skip === undefined;
}

function textOf(content: Content): string {
  return dropIllegal(content.map((inline) => (inline.kind === 'text' ? inline.text : '')).join(''));
}

/** 3.8 makes one space of white space, whatever `xml:space` says. */
function laidOut(units: readonly Unit[] | undefined): readonly Unit[] | undefined {
  const oneLine = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
  return units?.map((unit) => {
    const [source, target, notes] = [unit.source, unit.target, unit.notes].map(oneLine) as [string, string, string];
    return { ...unit, source, target, notes, translated: unit.translated && target !== '' };
  });
}

describeForms('', (toolkit, form) => {
  const seen = (units: readonly Unit[] | undefined) => (toolkit.version === '3.8' ? laidOut(units) : units);

  it.each(articleGroups())('reads $name', { timeout: 600_000 }, ({ articles }) => {
    const folder = temporaryFolder();
    const all = articles(inScope(60, Number.POSITIVE_INFINITY));
    const lines = all.map(({ article, trgLang }, index) => {
      const file = join(folder, `${index}.xlf`);
      writeFileSync(file, exportToString([article], form, { trgLang }));
      return ['read', form, file];
    });
    const answers = documents<readonly Unit[]>(toolkit, lines);
    for (const [index, { article }] of all.entries()) {
      const { result, error } = answers[index] ?? {};
      expect([article.path, error, seen(result)]).toEqual([article.path, undefined, seen(expected(article, form))]);
    }
  });

  it.each(articleGroups())(
    'writes $name back with nothing changed but ten edited targets of each article',
    { timeout: 1_200_000 },
    ({ articles }) => {
      const all = articles(inScope(60, 300));
      // Codes as what they are, and text where Markdown is literal text.
      expect(wrongAfter(toolkit, all, form, 'codes')).toEqual([]);
      expect(wrongAfter(toolkit, all, form, 'text')).toEqual([]);
    },
  );
});

describeForms(', a document with a processing instruction', (toolkit, form) => {
  it('is read, and written by 3.8 only', () => {
    const file = join(temporaryFolder(), 'a.xlf');
    const [own] = articleGroups()[0]?.articles() ?? [];
    writeFileSync(file, exportToString(own ? [own.article] : [], form));
    const [read, written] = documents<unknown>(toolkit, [
      ['read', form, file],
      ['write', form, file, `${file}.back`, 'text'],
    ]);
    expect([read?.error, written?.error]).toEqual([
      undefined,
      toolkit.version === '3.8' ? undefined : expect.stringContaining('AttributeError'),
    ]);
  });
});

function wrongAfter(toolkit: Toolkit, articles: readonly OwnArticle[], form: Form, way: 'codes' | 'text'): string[] {
  const folder = temporaryFolder();
  const inline = way === 'text' ? 'text' : 'codes';
  const trips = articles.flatMap((own, index) =>
    [[], editsOf(own.article, isAbleFor(toolkit))].map((edits: readonly Edit[]) => {
      const file = join(folder, `${index}-${edits.length}.xlf`);
      const { article, trgLang } = own;
      writeFileSync(file, exportToString([article], form, { trgLang, inline, client: 'translate-toolkit' }));
      return { article, edits, file, back: `${file}.back` };
    }),
  );
  const answers = documents<number>(
    toolkit,
    trips.map(({ edits, file, back }) => [
      ...['write', form, file, back, way],
      ...edits.flatMap(({ segment, text }) => [segment, text]),
    ]),
  );
  return trips.flatMap(({ article, edits, back }, index) => {
    const { error, result } = answers[index] ?? {};
    const what =
      result === edits.length
        ? wrongWith(article, readFileSync(back, 'utf8'), edits, { inline, sameTexts: sameFor(toolkit) })
        : [error ?? `${result} of ${edits.length} units were found`];
    return what.map((each) => `${article.path}, ${edits.length} edits: ${each}`);
  });
}

/**
 * Which targets are edited: a text whose white space 3.8 has changed is another one, and is spelled anew, so that escapes
 * that nothing needs are gone. The samples have none.
 */
function isAbleFor({ version }: Toolkit): (text: string) => boolean {
  return (text) => version !== '3.8' || inScope(true, !text.includes('\\'));
}

/** Illegal characters are in no document; of a target that is edited, 3.8 makes one space of white space. */
function sameFor({ version }: Toolkit): (text: string) => string {
  return version === '3.8' ? (text) => dropIllegal(text).replace(/\s+/g, '') : dropIllegal;
}
