import { describe, expect, it } from 'vitest';
import { termsFor } from '../../../src/model/terms/glossary-terms.js';
import type { PageContent, PageTerm } from '../../../src/view/page-data.js';
import { piecesOf } from '../../../src/view/page-data.js';
import { termsOfSegment } from '../../../src/view/terms/segment-terms.js';
import { glossaryOf, type TermsByStatus } from '../../support/glossary-of.js';

/** The terms of a segment: what is underlined, its status, and what is said of it. */
function termsIn(
  lang: string,
  concepts: readonly (readonly [string, TermsByStatus])[],
  source: PageContent,
  target: PageContent,
): { source: unknown[]; target: unknown[] } {
  const terms = termsFor(glossaryOf(lang, concepts), lang);
  if (terms === undefined) throw new Error('There are no terms.');
  const found = termsOfSegment(source, target, terms).terms;
  const said = (content: PageContent, list: readonly PageTerm[] = []): unknown[] => {
    const text = piecesOf(content).map((piece) =>
      typeof piece === 'string' ? piece : piece.kind === 'ph' ? '\ufffc' : '',
    );
    return list.map(({ start, end, status, of, names }) => [text.join('').slice(start, end), status, of, names.length]);
  };
  return { source: said(source, found?.source), target: said(target, found?.target) };
}

const folder = ['folder', { preferred: ['Ordner'], admitted: ['Mappe'], forbidden: ['Verzeichnis'] }] as const;

describe('the terms of a segment', () => {
  it('are those of the source, and in the target what their concepts are called, with its status', () => {
    const target = 'Ordner, Mappe oder Verzeichnis';
    expect(termsIn('de-DE', [folder], 'A Folder here', target)).toEqual({
      source: [['Folder', undefined, 'folder', 3]],
      target: [
        ['Ordner', 'preferred', 'folder', 3],
        ['Mappe', 'admitted', 'folder', 3],
        ['Verzeichnis', 'forbidden', 'folder', 3],
      ],
    });
    // What the source does not speak of may be called anything.
    expect(termsIn('de-DE', [folder], 'Nothing of it', target)).toEqual({ source: [], target: [] });
  });

  it('are the longer ones, over the borders of codes, and not over placeholders', () => {
    const user = ['user', { preferred: ['ユーザー'] }] as const;
    const account = ['user account', { preferred: ['ユーザー アカウント'] }] as const;
    const code = { kind: 'sc', id: '1', data: '**' } as const;
    const image = { kind: 'ph', id: '2', data: '![]()', disp: 'picture' } as const;
    expect(
      termsIn(
        'ja-JP',
        [user, account],
        ['A user ', code, 'account', image, ' of a user'],
        [image, 'ユーザーアカウント'],
      ),
    ).toEqual({
      source: [
        ['user account', undefined, 'user account', 1],
        ['user', undefined, 'user', 1],
      ],
      target: [['ユーザーアカウント', 'preferred', 'user account', 1]],
    });
    expect(termsIn('ja-JP', [account], ['user', image, 'account'], '').source).toEqual([]);
  });

  it('is the source term where a concept is never translated', () => {
    expect(termsIn('de-DE', [['Contoso', { kind: 'fixed' }]], 'Open Contoso', 'Contoso öffnen').target).toEqual([
      ['Contoso', 'preferred', 'Contoso', 1],
    ]);
  });

  it('is accepted where another concept forbids what this one is called', () => {
    const file = ['file', { preferred: ['Datei'], forbidden: ['Ordner'] }] as const;
    expect(termsIn('de-DE', [folder, file], 'A file in a folder', 'Datei im Ordner').target).toEqual([
      ['Datei', 'preferred', 'file', 2],
      ['Ordner', 'preferred', 'folder', 3],
    ]);
  });
});
