import { type ContentDiff, diffContents } from '../../diff/content-diff.js';
import type { PageArticle, PageContent, PageFinding, PageRefusal } from '../../page-data.js';
import { type Child, element, heard } from '../dom.js';
import type { Entry } from '../store/store.js';
import { markTerms } from '../terms/mark-terms.js';
import { createCandidates } from './candidates.js';
import { type Marker, renderContent, renderJoined, renderStretches } from './content.js';
import { createMemoryFacts } from './memory.js';
import type { Outline } from './outline.js';

/** What is marked in sources, and in targets. */
export type Markers = Readonly<Record<'source' | 'target', Marker>>;

/** What all rows of a table share. */
export interface RowContext {
  readonly article: PageArticle;
  readonly srcLang: string;
  /** What is marked in the texts of each language. */
  readonly markers: Markers;
  readonly outline: Outline;
}

const blockNames: Readonly<Record<string, string>> = {
  title: 'Title',
  'front-matter': 'Front matter',
  heading: 'Heading',
  'list-item': 'List item',
  quote: 'Quote',
  'table-cell': 'Table cell',
  html: 'HTML',
};

/** A segment as a row: its line, both languages, and what was found. `isFirst`: no row of its block stands above. */
export function createRow(entry: Entry, isFirst: boolean, context: RowContext): HTMLTableRowElement {
  const { unit, segment } = entry;
  const { article, srcLang } = context;
  const block = unit.block === 'heading' ? `heading h${Math.min(unit.level ?? 1, 4)}` : unit.block;
  const level = isFirst && unit.block === 'heading' ? context.outline.next(unit.level ?? 1) : undefined;
  const { changed } = segment;
  const diff = changed === undefined ? undefined : diffContents(segment.target, changed);
  const newTarget = changed ?? segment.target;
  // Of a document, a target may be missing: then no code of the source lacks a partner.
  const isMissing = segment.state !== undefined && newTarget === '';
  const source = frame(
    renderContent(segment.source, isMissing ? segment.source : newTarget, context.markers.source),
    level,
  );
  const target = frame(
    diff === undefined
      ? renderContent(newTarget, segment.source, context.markers.target)
      : renderStretches(diff.after, 'ins', segment.source, context.markers.target),
    undefined,
  );
  markTerms(source, segment.terms?.source);
  markTerms(target, segment.terms?.target);
  const cell = (side: 'source' | 'target', ...children: readonly Child[]): HTMLElement =>
    element(
      'td',
      {
        role: 'cell',
        class: side,
        lang: side === 'source' ? srcLang : article.trgLang,
        dir: side === 'source' ? 'ltr' : (article.dir ?? 'ltr'),
      },
      [...marksBefore(entry, isFirst), ...children],
    );
  return element(
    'tr',
    {
      role: 'row',
      class: [
        block,
        ...(unit.depth === undefined ? [] : [`depth-${unit.depth}`]),
        ...(isFirst ? ['first'] : []),
        ...(segment.changed === undefined ? [] : ['changed']),
        ...(segment.refused === undefined ? [] : ['refused']),
      ].join(' '),
      tabindex: -1,
      'data-id': segment.id,
    },
    createPlace(entry, isFirst, article),
    cell('source', source),
    cell(
      'target',
      target,
      diff === undefined ? undefined : oldTarget(diff, entry, context),
      createRefusals(
        segment.refused ?? [],
        (proposed) => renderContent(proposed, segment.source, context.markers.target),
        article,
        { srcLang, source: segment.source, target: segment.target },
      ),
      createMemoryFacts(segment, article),
      createCandidates(segment, srcLang, article),
    ),
    element('td', { role: 'cell', class: 'findings', dir: 'ltr' }, createFindings(segment.findings ?? [])),
  );
}

/** A segment that stands beside one that was found: to be read, no stop for keys, without findings and candidates. */
export function createContextRow(
  { unit, segment: { findings, refused, candidates, ...segment } }: Entry,
  isFirst: boolean,
  context: RowContext,
): HTMLTableRowElement {
  const row = createRow({ unit, segment }, isFirst, { ...context, markers: { source: () => [], target: () => [] } });
  row.classList.add('context');
  row.removeAttribute('data-id');
  row.removeAttribute('tabindex');
  return row;
}

/** A heading is one for those who hear the page, too; once, in the source. */
function frame(content: DocumentFragment, level: number | undefined): HTMLElement {
  const hasText = content.textContent?.trim() !== '';
  return element(level === undefined || !hasText ? 'div' : toHeading(level), { class: 'text' }, content);
}

function toHeading(level: number): 'h3' | 'h4' | 'h5' | 'h6' {
  return level <= 3 ? 'h3' : level === 4 ? 'h4' : level === 5 ? 'h5' : 'h6';
}

function createPlace({ unit, segment }: Entry, isFirst: boolean, { href, path }: PageArticle): HTMLElement {
  const place = `${path}:${segment.line}`;
  const line = String(segment.line);
  const link =
    segment.line === 0
      ? undefined
      : href === undefined
        ? element('span', { title: place }, line)
        : element('a', { href: `${href}#L${line}`, title: place, tabindex: -1 }, heard('Line '), line);
  const name = blockNames[unit.block];
  const level = unit.block === 'heading' ? ` ${unit.level ?? 1}` : '';
  const title = segment.recovered ? element('small', {}, 'title') : undefined;
  const state = segment.state === undefined ? undefined : element('small', {}, segment.state);
  const pair =
    segment.memory?.pair === undefined ? undefined : element('span', {}, heard('Pair '), segment.memory.pair);
  return element(
    'th',
    { role: 'rowheader', scope: 'row', class: 'place' },
    link,
    pair,
    name === undefined || !isFirst || title !== undefined ? undefined : heard(`, ${name}${level}`),
    title,
    state,
    // A row has a name, even where there is nothing to be seen: an entry of a memory may have no place.
    [link, pair, title, state].every((each) => each === undefined) ? heard('Entry') : undefined,
  );
}

/** The mark of a list item, and what stands between two texts of a block; the same in both languages. */
function marksBefore({ unit, segment }: Entry, isFirst: boolean): readonly Child[] {
  const marks: Child[] = [];
  if (unit.marker !== undefined) {
    marks.push(element('span', { class: 'marker', 'aria-hidden': 'true' }, isFirst ? unit.marker : ''));
  }
  if (segment.before !== undefined) {
    marks.push(
      element('bdi', { class: 'between', lang: 'en', dir: 'ltr', title: 'Stands between the texts' }, segment.before),
    );
  }
  return marks;
}

/** The target of the article, with what is not in the new one as deletions. */
function oldTarget({ before }: ContentDiff, { segment }: Entry, { markers }: RowContext): HTMLElement {
  const old = renderStretches(before, 'del', segment.source, markers.target);
  return element('div', { class: 'old' }, heard('Before: '), old);
}

/** The segment that a target is not taken for. */
interface RefusedSegment {
  readonly srcLang: string;
  readonly source: PageContent;
  readonly target: PageContent;
}

/** The source that a target was made for, where it is another one now: from the one to the other. */
function staleSource(stale: PageContent, { srcLang, source, target }: RefusedSegment): HTMLElement {
  const { joined } = diffContents(stale, source);
  return element(
    'div',
    { class: 'source-diff', lang: srcLang, dir: 'ltr' },
    element('small', { lang: 'en' }, 'Its source, and what it is now: '),
    renderJoined(joined, target),
  );
}

/** Targets that are not taken, each with the reason; nothing where there are none. A target is shown once. */
export function createRefusals(
  refusals: readonly PageRefusal[],
  render: (proposed: NonNullable<PageRefusal['proposed']>) => Node,
  { trgLang, dir }: Pick<PageArticle, 'trgLang' | 'dir'>,
  segment?: RefusedSegment,
): HTMLElement | undefined {
  if (refusals.length === 0) return undefined;
  const shown = new Set<string>();
  const items = refusals.map(({ code, message, line, proposed, source }) => {
    const key = JSON.stringify(proposed ?? '');
    const isNew = proposed !== undefined && proposed.length > 0 && !shown.has(key);
    shown.add(key);
    return element(
      'li',
      {},
      source === undefined || segment === undefined ? undefined : staleSource(source, segment),
      isNew
        ? element('div', { class: 'proposed', lang: trgLang, dir: dir ?? 'ltr' }, heard('Proposed: '), render(proposed))
        : undefined,
      element(
        'p',
        { class: 'reason', lang: 'en', dir: 'ltr', title: `Line ${line} of the document with changes` },
        element('b', {}, 'refused'),
        ' ',
        element('code', {}, code),
        element('span', { class: 'message' }, message),
      ),
    );
  });
  return element('ul', { class: 'refusals' }, items);
}

/** Findings as a list; nothing where there are none. */
export function createFindings(findings: readonly PageFinding[]): HTMLElement | undefined {
  if (findings.length === 0) return undefined;
  const items = findings.map(({ code, severity, message, side }) =>
    element(
      'li',
      { class: severity },
      element('b', {}, severity),
      ' ',
      element('code', {}, code),
      side === undefined ? undefined : ` (${side})`,
      element('span', { class: 'message' }, message),
    ),
  );
  return element('ul', {}, items);
}
