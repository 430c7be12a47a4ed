import type { XmlElement } from '../../../xml/reader.js';
import type { Report } from '../../problem.js';
import { childrenNamed } from '../elements.js';
import { moduleAttribute } from '../rules.js';

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

/** What the value of an attribute must be in the profiles of the specification (section 5.7.6). */
interface SizeValue {
  readonly attribute: string;
  readonly profile: keyof Profiles;
  isValid(value: string): boolean;
  readonly expected: string;
}

/** `maximum` or `minimum,maximum`, where the maximum may be `*`. */
function isRestriction(value: string): boolean {
  const match = /^(?:([0-9]+),)?([0-9]+|\*)$/.exec(value);
  if (match === null) return false;
  const [, minimum = '0', maximum = '*'] = match;
  return maximum === '*' || !isLarger(minimum, maximum);
}

/** Compares digits as long as they may be. */
function isLarger(one: string, other: string): boolean {
  const [a, b] = [one.replace(/^0+/, ''), other.replace(/^0+/, '')];
  return a.length === b.length ? a > b : a.length > b.length;
}

const expectedRestriction = '*, a whole number, or a smaller and a larger one with a comma between them';
const isSize = (value: string): boolean => /^[0-9]*$/.test(value);

const values: readonly SizeValue[] = [
  { attribute: 'slr:sizeRestriction', profile: 'general', isValid: isRestriction, expected: expectedRestriction },
  { attribute: 'slr:sizeInfo', profile: 'general', isValid: isSize, expected: 'a whole number' },
  { attribute: 'slr:storageRestriction', profile: 'storage', isValid: isRestriction, expected: expectedRestriction },
  { attribute: 'slr:equivStorage', profile: 'storage', isValid: isSize, expected: 'a whole number' },
];

const standardProfiles: Readonly<Record<keyof Profiles, readonly string[]>> = {
  general: ['xliff:codepoints'],
  storage: ['xliff:utf8', 'xliff:utf16', 'xliff:utf32'],
};

/** Checks the names of the profiles of a file: those of the prefix `xliff` are the standard ones. */
export function checkProfiles(file: XmlElement, report: Report): void {
  for (const profiles of childrenNamed(file, 'slr:profiles')) {
    for (const kind of ['general', 'storage'] as const) {
      const name = profiles.attributes.get(`${kind}Profile`) ?? '';
      if (!name.startsWith('xliff:') || standardProfiles[kind].includes(name)) continue;
      const expected = standardProfiles[kind].join(', ');
      report.at(profiles, `${kind}Profile`, 'xliff/size-profile', [`${kind}Profile`, expected, name]);
    }
  }
}

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
  for (const { attribute, profile: kind, isValid, expected } of values) {
    const found = moduleAttribute(element, attribute);
    if (found === undefined || isValid(found.value)) continue;
    const profile = profiles[kind];
    if (profile === '') {
      report.at(element, found.written, 'xliff/size-without-profile', [found.written, found.value, expected]);
    } else if (standardProfiles[kind].includes(profile)) {
      report.at(element, found.written, 'xliff/size-value', [found.written, expected, found.value]);
    }
    // Other profiles define values of their own.
  }
}
