import type { Code, Content } from '../../../model/content.js';
import { codesOf } from '../../../model/content.js';
import { addressKey } from '../../addresses/address.js';
import { type BareAddress, bareAddressesOf } from '../../addresses/bare-addresses.js';
import type { PairRule } from '../../rule.js';
import { rangeIn } from '../../view.js';

const anyAddress = /\]\(|:\/\/|www\.|@/i;

/** Partners that lead to different addresses, and bare addresses of one side. Codes without a partner are reported by the reader. */
export const urls: PairRule<'check/urls'> = {
  code: 'check/urls',
  scope: 'pair',
  severity: 'info',
  meaning:
    'Links that correspond to each other lead to addresses that differ by more than the language in them, or an address in the text of one side is not on the other side. The language may stand in the host (`ja.wikipedia.org`), the path, the name of a file, or a parameter.',
  message: 'The source links to {0}, the target to {1}.',
  example: {
    trgLang: 'de-DE',
    source: 'See [roles](https://example.com/en-us/roles).',
    target: 'Siehe [Rollen](https://example.com/de-de/groups).',
  },
  issueType: 'inconsistent-entities',
  mqm: 'entity',
  precision: { findings: 1, judged: 1, right: 1, planted: 985, found: 985 },
  check(pair, report) {
    const { segment, target: side, trgLang } = pair;
    const { source, target } = segment;
    if (!anyAddress.test(source.text) && !anyAddress.test(target.text)) return;
    const partners = new Map<string, string>();
    for (const code of codesOf(source.content)) {
      const address = addressOf(code);
      if (address !== undefined) partners.set(code.id, address);
    }
    for (const code of codesOf(target.content)) {
      const address = addressOf(code);
      const partner = partners.get(code.id);
      if (address === undefined || partner === undefined || address === partner) continue;
      if (addressKey(address, trgLang) === addressKey(partner, trgLang)) continue;
      report({ pair, side, range: code.range, args: [partner, address] });
    }
    const sources = bareAddressesOf(source.content);
    const targets = bareAddressesOf(target.content);
    if (sources.length === 0 && targets.length === 0) return;
    const lost = without(sources, target.content, targets, trgLang);
    const come = without(targets, source.content, sources, trgLang);
    for (let index = 0; index < Math.max(lost.length, come.length); index++) {
      const args = [lost[index]?.address ?? 'none', come[index]?.address ?? 'none'];
      const { start, end } = come[index]?.range ?? { start: 0, end: target.text.length };
      report({ pair, side, range: rangeIn(side, start, end), args });
    }
  },
};

/** Bare addresses that the other side does not have, bare or in markup. */
function without(
  addresses: readonly BareAddress[],
  other: Content,
  others: readonly BareAddress[],
  trgLang: string | undefined,
): BareAddress[] {
  if (addresses.length === 0) return [];
  const known = new Set(others.map(({ address }) => addressKey(address, trgLang)));
  for (const code of codesOf(other)) {
    const address = addressOf(code);
    if (address !== undefined) known.add(addressKey(address, trgLang).replace(/^mailto:/, ''));
  }
  return addresses.filter(({ address }) => !known.has(addressKey(address, trgLang)));
}

/** Where a code leads to; `undefined` for codes that lead nowhere, or not by an address. */
function addressOf({ kind, subType, data }: Code): string | undefined {
  if (subType === 'md:autolink') return data.slice(1, -1);
  if ((subType !== 'md:link' && subType !== 'md:image') || kind === 'sc') return undefined;
  const start = data.lastIndexOf('](');
  if (start < 0) return undefined;
  const [, address = '', rest = ''] = /^\s*<?([^\s<>]*)([\s\S]*)$/.exec(data.slice(start + 2)) ?? [];
  if (rest === '') return address.replace(/\){1,2}$/, '');
  // What follows is a title, or nothing but the parenthesis.
  return /^>?(?:\s*\)?$|\s+["'(])/.test(rest) ? address.replace(/\)$/, '') : undefined;
}
