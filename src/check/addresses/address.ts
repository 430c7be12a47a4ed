import { createLanguageParts, type LanguageParts } from './language-part.js';

const parts = /^(?:([a-z][a-z0-9+.-]*:)?\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([\s\S]*))?$/;
/** Names of parameters that say a language, as far as whole words of them do. */
const languageName =
  /(?:^|[^a-z])(?:hl|gl|l|lc|lng|lang|locale|loc|ui|mkt|market|cc|culture|setlang)(?:$|[^a-z])|lang(?:uage|code)?$|locale/;
/** Languages as numbers of Windows: `clcid=0x409`. */
const lcid = /lcid$/;

const known = new Map<string | undefined, LanguageParts>();

/**
 * What of an address is the same in both languages: without the scheme, what names a language, and whatever spelling
 * makes no difference. Addresses with the same key differ by no more than that.
 */
export function addressKey(address: string, trgLang: string | undefined): string {
  let languages = known.get(trgLang);
  if (languages === undefined) {
    languages = createLanguageParts(trgLang);
    known.set(trgLang, languages);
  }
  const plain = simplify(address);
  const [, scheme = '', host, path = '', query, fragment] = parts.exec(plain) ?? ['', '', undefined, plain];
  const kept = [host === undefined ? '' : hostKey(host, languages), pathKey(path, host !== undefined, languages)];
  const parameters = query === undefined ? '' : queryKey(query, languages);
  if (scheme !== '' && scheme !== 'http:' && scheme !== 'https:') kept.unshift(scheme);
  if (parameters !== '') kept.push('?', parameters);
  if (fragment !== undefined && fragment !== '') kept.push('#', fragment);
  return kept.join('');
}

function simplify(address: string): string {
  let plain = address.toLowerCase();
  try {
    plain = decodeURI(plain);
  } catch {
    // A percent sign that encodes nothing.
  }
  plain = plain.replace(/[\\\u200b-\u200f\u2060\ufeff]/g, '').replaceAll('&amp;', '&');
  return (plain.startsWith('www.') ? `https://${plain}` : plain).normalize('NFC');
}

/** `ja.wikipedia.org`: labels before the name of the site. */
function hostKey(host: string, languages: LanguageParts): string {
  const labels = host.split('.');
  const site = labels.length - 2;
  const kept = labels.filter((label, index) => index >= site || (label !== 'www' && !languages.isTag(label)));
  return `//${kept.join('.')}`;
}

/**
 * Segments that name a language: in an address with a host, or one from the root, any tag with a region, or the first
 * segment. In a path from one file to another only what names these languages and nothing else (`../en-us/a.md`).
 */
function pathKey(path: string, isAbsolute: boolean, languages: LanguageParts): string {
  const segments = path.split('/');
  const last = segments.length - 1;
  const kept = segments.flatMap((segment, index) => {
    if (segment === '') return index === 0 ? [segment] : [];
    if (languages.isOwnTag(segment)) return [];
    if ((isAbsolute || segments[0] === '') && (index === 1 ? languages.isTag : languages.isFullTag)(segment)) return [];
    return [index === last ? nameKey(segment, languages) : segment];
  });
  return kept.join('/');
}

/** `guide.ja.pdf`, `guide_ja.pdf`, `guide-ja-jp.pdf` */
function nameKey(name: string, languages: LanguageParts): string {
  const [stem = '', ...labels] = name.split('.');
  const extension = labels.at(-1);
  const middle = labels.slice(0, -1).filter((label) => !languages.isOwnTag(label));
  const [whole = '', suffix] = /[-_]([a-z]{2,3}(?:[-_][a-z]{2,4})?)$/.exec(stem) ?? [];
  const base = suffix !== undefined && languages.isOwnTag(suffix) ? stem.slice(0, -whole.length) : stem;
  return [base, ...middle, ...(extension === undefined ? [] : [extension])].join('.');
}

function queryKey(query: string, languages: LanguageParts): string {
  const kept = query.split('&').filter((parameter) => {
    const [name = '', value = ''] = parameter.split('=');
    if (lcid.test(name) || languages.isFullTag(value)) return false;
    return !(languageName.test(name) && languages.isTag(value));
  });
  return kept.join('&');
}
