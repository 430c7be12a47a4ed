import type { XmlElement } from '../read/xml.js';
import type { Report } from './problem.js';
import { childrenNamed } from './xliff-elements.js';
import { moduleAttribute } from './xliff-rules.js';

/** The profiles that a file names for its size restrictions; empty where it names none. */
export interface Profiles {
  readonly general: string;
  readonly storage: string;
}

/** The profiles of a file (section 5.7). */
export function profilesOf(file: XmlElement): Profiles {
  const [profiles] = childrenNamed(file, 'slr:profiles');
  return {
    general: profiles?.attributes.get('generalProfile') ?? '',
    storage: profiles?.attributes.get('storageProfile') ?? '',
  };
}

const restriction = /^(?:\*|[0-9]+(?:,(?:[0-9]+|\*))?)$/;
const wholeNumber = /^(?:[0-9]+)?$/;

/** The attributes whose values the profiles of the specification define (section 5.7.6). */
const values = [
  ['slr:sizeRestriction', 'general', restriction, '*, a number, or two with a comma between them'],
  ['slr:sizeInfo', 'general', wholeNumber, 'a whole number'],
  ['slr:storageRestriction', 'storage', restriction, '*, a number, or two with a comma between them'],
  ['slr:equivStorage', 'storage', wholeNumber, 'a whole number'],
] as const;

const standardProfiles: ReadonlySet<string> = new Set(['xliff:codepoints', 'xliff:utf8', 'xliff:utf16', 'xliff:utf32']);

/**
 * Checks the attributes of the size and length restriction module. `dataIds` are the ids of the `slr:data` beside the
 * element and beside those around it.
 */
export function checkSizes(
  element: XmlElement,
  profiles: Profiles,
  dataIds: readonly ReadonlySet<string>[],
  report: Report,
): void {
  const ref = moduleAttribute(element, 'slr:sizeInfoRef');
  if (ref !== undefined) {
    if (moduleAttribute(element, 'slr:sizeInfo') !== undefined) {
      report.at(element, ref.written, 'xliff/size-info-and-ref', []);
    } else if (!dataIds.some((ids) => ids.has(ref.value))) {
      report.at(element, ref.written, 'xliff/unresolved-size-info', [ref.value]);
    }
  }
  for (const [name, kind, pattern, expected] of values) {
    const found = moduleAttribute(element, name);
    if (found === undefined || pattern.test(found.value)) continue;
    const profile = profiles[kind];
    // Other profiles define values of their own.
    if (profile === '') report.at(element, found.written, 'xliff/size-without-profile', [found.written, found.value]);
    else if (standardProfiles.has(profile)) {
      report.at(element, found.written, 'xliff/size-value', [found.written, expected, found.value]);
    }
  }
}
