import { diffContents } from '../../diff/content-diff.js';
import type { PageArticle, PageMemory, PageSegment } from '../../page-data.js';
import { type Child, count, countOf, element } from '../dom.js';
import { renderJoined } from './content.js';

/** What a memory knows of a translation: days, places, and the translation that it replaced. */
export function createMemoryFacts(
  { source, target, memory }: PageSegment,
  { trgLang, dir }: Pick<PageArticle, 'trgLang' | 'dir'>,
): HTMLElement | undefined {
  if (memory === undefined) return undefined;
  const { count: seen, first, last, places = [], service, topic, findings = [], former } = memory;
  const facts: Child[] = [
    daysOf(first, last),
    service === undefined && topic === undefined
      ? undefined
      : [service, topic].filter((each) => each !== undefined).join(' · '),
    findings.length === 0 ? undefined : `found: ${findings.join(', ')}`,
  ].map((text) => (text === undefined ? undefined : element('span', {}, text)));
  const seenIn = countOf(seen, 'place');
  const more = seen - places.length;
  const list =
    places.length === 0
      ? element('span', {}, `seen in ${seenIn}`)
      : element(
          'details',
          {},
          element('summary', {}, `seen in ${seenIn}`),
          element('ul', {}, [
            ...places.map((place) => element('li', { class: 'path' }, place)),
            ...(more > 0 ? [element('li', {}, `and ${count(more)} more`)] : []),
          ]),
        );
  return element(
    'div',
    { class: 'memory', lang: 'en', dir: 'ltr' },
    former === undefined
      ? undefined
      : element(
          'div',
          { class: 'former' },
          element(
            'small',
            {},
            `Replaced${former.type === undefined ? '' : ` ${former.type.toUpperCase()}`}${former.date === undefined ? '' : ` of ${former.date}`}: `,
          ),
          element(
            'div',
            { lang: trgLang, dir: dir ?? 'ltr' },
            renderJoined(diffContents(former.target, target).joined, source),
          ),
        ),
    element('div', { class: 'facts' }, facts, list),
  );
}

function daysOf(first: PageMemory['first'], last: PageMemory['last']): string | undefined {
  if (first === undefined && last === undefined) return undefined;
  return first === undefined || last === undefined || first === last ? (last ?? first) : `${first} to ${last}`;
}
