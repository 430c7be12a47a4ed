import type { Entry, Localization, TranslationType } from '../../model/article.js';
import { finding, type ReadFinding } from '../../model/diagnostics/diagnostic.js';
import { normalizeLanguage } from '../../model/language.js';

/** What a localization key says, and how its value is understood: `undefined` where it is of another form. */
interface LocalizationKey {
  readonly name: keyof Localization;
  read(value: string): string | undefined;
}

const localizationKeys: ReadonlyMap<string, LocalizationKey> = new Map<string, LocalizationKey>([
  ['ms.contentlocale', { name: 'trgLang', read: languageOf }],
  ['ms.translationtype', { name: 'translationType', read: (value) => translationTypes.get(value) }],
  ['ms.lasthandoff', { name: 'lastHandoff', read: isoDate }],
  ['ms.openlocfilehash', { name: 'sourceHash', read: digestOf }],
  ['ms.sourcegitcommit', { name: 'sourceCommit', read: digestOf }],
  ['ms.locfileid', { name: 'fileId', read: (value) => (/^[0-9]+$/.test(value) ? value : undefined) }],
]);

/** Whether a key of the front matter is one of the six that the localization system adds. */
export function isLocalizationKey(key: string): boolean {
  return localizationKeys.has(key);
}

/** All articles of a tree name the same language: the last one is kept. */
let lastLanguage: { readonly value: string; readonly tag: string | undefined } | undefined;

function languageOf(value: string): string | undefined {
  if (lastLanguage?.value !== value) lastLanguage = { value, tag: normalizeLanguage(value) };
  return lastLanguage.tag;
}

const translationTypes: ReadonlyMap<string, TranslationType> = new Map([
  ['HT', 'ht'],
  ['MT', 'mt'],
]);

/** Reads the keys that the localization system adds; what is of another form is reported. */
export function readLocalization(entries: readonly Entry[], findings: ReadFinding[]): Localization {
  const localization: { -readonly [K in keyof Localization]: string } = {};
  const seen = new Set<string>();
  for (const { key, value, valueRange } of entries) {
    const known = localizationKeys.get(key);
    if (known === undefined || seen.has(key)) continue;
    seen.add(key);
    const read = typeof value === 'string' ? known.read(value) : undefined;
    if (read !== undefined) localization[known.name] = read;
    else findings.push(finding('metadata/invalid-value', valueRange, key, typeof value === 'string' ? value : '…'));
  }
  return localization as Localization;
}

/** A SHA-1 or a SHA-256, which Git can name commits by as well, in lower case. */
function digestOf(value: string): string | undefined {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(value) ? value.toLowerCase() : undefined;
}

const daysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `MM/DD/YYYY` as `YYYY-MM-DD`, where it is a day of the calendar. */
function isoDate(value: string): string | undefined {
  const [, month = '', day = '', year = ''] = /^([0-9]{2})\/([0-9]{2})\/([0-9]{4})$/.exec(value) ?? [];
  const days = month === '02' && !isLeapYear(Number(year)) ? 28 : daysOfMonths[Number(month) - 1];
  return days === undefined || Number(day) < 1 || Number(day) > days ? undefined : `${year}-${month}-${day}`;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
