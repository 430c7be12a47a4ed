import type { Article } from '../../model/article.js';
import type { Diagnostic, Severity } from '../../model/diagnostics/diagnostic.js';
import { type Child, countOf, element } from '../../view/page/dom.js';
import type { Reading } from '../read/read-all.js';

/** Messages that are listed at most: the review page has those about segments, too. */
const listed = 200;

interface Message {
  readonly path?: string;
  readonly diagnostic: Diagnostic;
  readonly hasPlace: boolean;
  /** The segment that it is about, or stands in. */
  readonly segment?: string | undefined;
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * What reading said, as the command says it: place, severity, code and message. Nothing where nothing was said.
 *
 * `reveal`: shows a segment; not there where no segments are shown.
 */
export function createMessages(
  { files, general }: Reading,
  isOpen: boolean,
  reveal: ((path: string, segment: string) => void) | undefined,
): HTMLElement | undefined {
  const messages = [
    ...general.map((diagnostic): Message => ({ diagnostic, hasPlace: false })),
    ...files.flatMap(({ path, about, diagnostics, article }) => [
      ...about.map((diagnostic): Message => ({ path, diagnostic, hasPlace: false })),
      ...diagnostics.map((diagnostic): Message => {
        const segment = diagnostic.segment ?? segmentAt(article, diagnostic.offset);
        return { path, diagnostic, hasPlace: true, segment };
      }),
    ]),
  ].sort((a, b) => severities.indexOf(a.diagnostic.severity) - severities.indexOf(b.diagnostic.severity));
  if (messages.length === 0) return undefined;
  const items = messages.slice(0, listed).map((message) => createMessage(message, reveal));
  if (messages.length > listed) {
    items.push(element('li', {}, `and ${countOf(messages.length - listed, 'more message')}: the command lists all`));
  }
  const counts = severities.flatMap((severity) => {
    const number = messages.filter(({ diagnostic }) => diagnostic.severity === severity).length;
    return number === 0 ? [] : countOf(number, severity);
  });
  return element(
    'details',
    { class: 'messages', open: isOpen },
    element('summary', {}, `Messages: ${counts.join(', ')}`),
    // It scrolls, by keyboard too.
    element(
      'div',
      { class: 'findings', tabindex: 0, role: 'group', 'aria-label': 'Messages' },
      element('ul', {}, items),
    ),
  );
}

function segmentAt(article: Article | undefined, offset: number): string | undefined {
  for (const { parts } of article?.units ?? []) {
    for (const part of parts) {
      if (part.kind === 'segment' && part.range.start <= offset && offset < part.range.end) return part.id;
    }
  }
  return undefined;
}

function createMessage(
  { path, diagnostic, hasPlace, segment }: Message,
  reveal: Parameters<typeof createMessages>[2],
): HTMLElement {
  const { code, severity, message, line, column } = diagnostic;
  const place = path === undefined ? undefined : hasPlace ? `${path}:${line}:${column}` : path;
  let shown: Child = place;
  if (place !== undefined && path !== undefined && segment !== undefined && reveal !== undefined) {
    const button = element('button', { type: 'button', class: 'place' }, place);
    button.addEventListener('click', () => reveal(path, segment));
    shown = button;
  }
  return element(
    'li',
    { class: severity },
    shown,
    shown === undefined ? undefined : ' ',
    element('b', {}, severity),
    ' ',
    element('code', {}, code),
    element('span', { class: 'message' }, message),
  );
}
