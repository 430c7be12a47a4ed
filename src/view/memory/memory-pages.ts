import type { TranslationType } from '../../model/article.js';
import type { EntryTarget, MemoryEntry } from '../../model/memory/entry.js';
import type { Glossary } from '../../model/terms/glossary.js';
import { termsFor } from '../../model/terms/glossary-terms.js';
import { directionOf } from '../direction.js';
import type { PageArticle, PageMemory, PageSegment } from '../page-data.js';
import { termsOfSegment } from '../terms/segment-terms.js';
import { toPageContent } from '../view-model.js';

/** Puts entries of a memory together as a review page shows them: by the article of their first place. */
export interface MemoryPages {
  add(entry: MemoryEntry): void;
  /** The entries in the order of the paths of their articles; those without a place come last, some at a time. */
  pages(): Generator<PageArticle, void, undefined>;
}

/** Entries without a place that are shown together. */
const together = 500;

interface Group {
  readonly path: string;
  readonly trgLang: string;
  readonly type: TranslationType | undefined;
  readonly segments: PageSegment[];
}

/** `name`: what entries without a place stand under. `glossary`: its terms are marked. */
export function createMemoryPages(name: string, glossary?: Glossary): MemoryPages {
  const groups = new Map<string, Group>();
  const groupFor = (path: string, { trgLang, translationType: type }: EntryTarget): Group => {
    const key = JSON.stringify([path, trgLang, type]);
    const known = groups.get(key) ?? { path, trgLang, type, segments: [] };
    groups.set(key, known);
    return known;
  };
  /** Entries without a place so far, by language and who translated them. */
  const placeless = new Map<string, number>();
  const pathFor = (target: EntryTarget): string => {
    const [place] = target.places;
    if (place !== undefined) return place.path;
    const kind = `${target.trgLang} ${target.translationType}`;
    const number = placeless.get(kind) ?? 0;
    placeless.set(kind, number + 1);
    const first = Math.floor(number / together) * together;
    return `${name} ${(first + 1).toLocaleString('en-US')}–${(first + together).toLocaleString('en-US')}`;
  };
  return {
    add(entry) {
      for (const target of entry.targets)
        groupFor(pathFor(target), target).segments.push(toSegment(entry, target, glossary));
    },
    *pages() {
      for (const { path, trgLang, type, segments } of groups.values()) {
        segments.sort((a, b) => a.line - b.line);
        yield {
          path,
          trgLang,
          ...(directionOf(trgLang) === 'rtl' ? { dir: 'rtl' as const } : {}),
          ...(type === undefined ? {} : { type }),
          units: segments.map((segment) => ({ block: 'paragraph' as const, segments: [segment] })),
        };
      }
    },
  };
}

function toSegment({ id, source }: MemoryEntry, target: EntryTarget, glossary: Glossary | undefined): PageSegment {
  const terms = glossary === undefined ? undefined : termsFor(glossary, target.trgLang);
  const [from, to] = [toPageContent(source.content), toPageContent(target.content)];
  return {
    id,
    line: target.places[0]?.line ?? 0,
    source: from,
    target: to,
    ...(terms === undefined ? {} : termsOfSegment(from, to, terms)),
    memory: toMemory(target),
  };
}

function toMemory({
  count,
  places,
  firstHandoff,
  lastHandoff,
  service,
  topic,
  findings,
  replaced,
}: EntryTarget): PageMemory {
  const [first] = places;
  return {
    count,
    ...(first === undefined || first.line !== undefined || first.id === '' ? {} : { pair: first.id }),
    ...(firstHandoff === undefined ? {} : { first: firstHandoff }),
    ...(lastHandoff === undefined ? {} : { last: lastHandoff }),
    ...(places.length === 0
      ? {}
      : { places: places.map(({ path, id, line }) => `${path}${line === undefined ? '' : `:${line}`} ${id}`) }),
    ...(service === undefined ? {} : { service }),
    ...(topic === undefined ? {} : { topic }),
    ...(findings === undefined || findings.length === 0 ? {} : { findings }),
    ...(replaced === undefined
      ? {}
      : {
          former: {
            target: toPageContent(replaced.content),
            ...(replaced.translationType === undefined ? {} : { type: replaced.translationType }),
            ...(replaced.lastHandoff === undefined ? {} : { date: replaced.lastHandoff }),
          },
        }),
  };
}
