import type { Leaving, SkipMarker } from '../../../check/skip.js';
import type { Article, Segment } from '../../../model/article.js';
import { type Code, codesOf } from '../../../model/content.js';
import type { Diagnostic } from '../../../model/diagnostics/diagnostic.js';
import type { EntryTarget, EntryText } from '../../../model/memory/entry.js';
import type { UnitEntry } from '../../../read/memory/entry.js';

/** The pair is all of its article. */
const whole = { start: 0, end: 1 } as const;

const ofReader: ReadonlySet<string> = new Set(['codes/unmatched', 'codes/unmatched-math']);

/**
 * What documents are asked for. Where none of the codes of `with` can be found in a pair by itself, that is nothing: all
 * would be left out by what nobody looked for.
 */
export async function askedOfDocuments<T extends Leaving>(settings: T): Promise<T> {
  const { with: wanted } = settings;
  if (wanted === undefined || wanted.length === 0 || wanted.some((code) => ofReader.has(code))) return settings;
  const { rulesFor } = await import('../../../check/skip.js');
  const { wantedRules } = await import('../../../check/rule-table.js');
  const isAsked = wantedRules(rulesFor({ with: wanted })).some(([{ scope }]) => scope === 'pair');
  return isAsked ? settings : { ...settings, with: undefined };
}

/**
 * Leaves translations of documents out by what is found in them, as those of articles are; `leaveOut` is told why, once for each.
 * What rules over a whole tree find in them is not known, but where the document says it.
 */
export function createUnitMarker(
  marker: SkipMarker,
  leaveOut: (reason: string) => void,
): (unit: UnitEntry) => UnitEntry {
  return (unit) => {
    const { source, targets } = unit;
    if (source === undefined) return unit;
    const kept: EntryTarget[] = [];
    for (const target of targets) {
      const { article, findings } = marker(articleOf(source, target), found(source, target), target.trgLang);
      const [part] = article.units[0]?.parts ?? [];
      const reason = part?.kind === 'segment' ? part.skip : undefined;
      if (reason !== undefined) leaveOut(reason);
      else {
        const own = findings.get(pairId) ?? [];
        kept.push(
          own.length === 0 ? target : { ...target, findings: [...new Set([...(target.findings ?? []), ...own])] },
        );
      }
    }
    return { ...unit, targets: kept };
  };
}

const pairId = 'pair';

/** An article with nothing but that pair. */
function articleOf(source: EntryText, target: EntryText): Article {
  const side = ({ text, content }: EntryText): Segment['source'] => ({ range: whole, text, content });
  const segment: Segment = { kind: 'segment', id: pairId, range: whole, source: side(source), target: side(target) };
  return {
    kind: 'article',
    text: ' ',
    localization: {},
    units: [{ kind: 'unit', id: pairId, block: 'paragraph', parts: [segment] }],
  };
}

/** What reading an article would say of the pair, and what the document says of it. */
function found(source: EntryText, target: EntryTarget): readonly Diagnostic[] {
  const codes = new Set(target.findings);
  for (const { subType } of unmatched(source, target)) {
    codes.add(subType === 'md:math' ? 'codes/unmatched-math' : 'codes/unmatched');
  }
  return Array.from(codes, (code): Diagnostic => {
    // Of a finding of a rule, nothing but its code is looked at either.
    return {
      code: code as Diagnostic['code'],
      severity: 'warning',
      message: '',
      offset: 0,
      line: 1,
      column: 1,
      end: 1,
    };
  });
}

/** Codes that only one of the texts has: under that name, or, where tools give none, with that data. */
function unmatched(source: EntryText, target: EntryText): readonly Code[] {
  const [ofSource, ofTarget] = [codesOf(source.content), codesOf(target.content)];
  if (ofSource.length + ofTarget.length === 0) return [];
  const name = ({ kind, id }: Code): string => `${kind} ${id}`;
  const data = (code: Code): string => `${code.kind} ${code.data}`;
  const left = (codes: readonly Code[], others: readonly Code[]): readonly Code[] => {
    const names = new Set(others.map(name));
    return codes.filter((code) => !names.has(name(code)));
  };
  const [fromSource, fromTarget] = [left(ofSource, ofTarget), left(ofTarget, ofSource)];
  const others = new Map<string, Code[]>();
  for (const code of fromTarget) {
    const same = others.get(data(code));
    if (same === undefined) others.set(data(code), [code]);
    else same.push(code);
  }
  const lost = fromSource.filter((code) => others.get(data(code))?.pop() === undefined);
  return [...lost, ...Array.from(others.values()).flat()];
}
