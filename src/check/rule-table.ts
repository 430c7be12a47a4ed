import type { Severity } from '../model/diagnostics/diagnostic.js';
import { diagnosticKinds } from '../model/diagnostics/diagnostic-kinds.js';
import { nameOf, requireOptions, text } from '../model/options.js';
import type { Glossary } from '../model/terms/glossary.js';
import { requireGlossary } from '../model/terms/require-glossary.js';
import type { OwnIssueTypes, RuleCode, Rules } from './finding.js';
import { uiTermsBy } from './glossary/glossary-rule.js';
import { type IssueType, issueTypeNames, type Rule } from './rule.js';
import * as list from './rules/list.js';

/** All rules, in the order of their codes: that of a module's exports depends on who bundles it. */
const ruleList: readonly Rule<RuleCode>[] = Object.values(list).toSorted((a, b) => (a.code < b.code ? -1 : 1));

/** Every rule by its code. */
export const ruleKinds: Readonly<Record<RuleCode, Rule>> = Object.fromEntries(
  ruleList.map((rule) => [rule.code, rule]),
) as Record<RuleCode, Rule>;

/** The codes of all rules. */
export const ruleCodes: readonly RuleCode[] = ruleList.map(({ code }) => code);

const codeOfFormer: ReadonlyMap<string, RuleCode> = new Map(
  ruleList.flatMap(({ code, formerly = [] }) => formerly.map((former) => [former, code] as const)),
);

/** Codes of earlier versions, which are taken for those of today. */
export const formerCodes: readonly string[] = [...codeOfFormer.keys()];

/** The code of today for one of an earlier version; any other as it is. */
export function currentCode<Code extends string>(code: Code): Code | RuleCode {
  return codeOfFormer.get(code) ?? code;
}

/** The same for severities by code. A code of today wins over what it was called. */
export function currentLevels<Table extends Readonly<Record<string, unknown>>>(levels: Table): Table {
  if (!Object.keys(levels).some((code) => codeOfFormer.has(code))) return levels;
  const entries = Object.entries(levels);
  const former = entries.filter(([code]) => codeOfFormer.has(code)).map(([code, level]) => [currentCode(code), level]);
  return Object.fromEntries([...former, ...entries.filter(([code]) => !codeOfFormer.has(code))]);
}

/**
 * What a finding is in other words: the issue type of ITS 2.0, and the error type of MQM, of its rule; none where no rule
 * found it. A rule of one's own is in no table: its findings say so themselves.
 */
export function issueTypesOf({ code, issueType: own, mqm: ownMqm }: FoundByRule): OwnIssueTypes {
  if (!Object.hasOwn(ruleKinds, code)) return issueTypes(own, ownMqm);
  const { issueType, mqm } = ruleKinds[code as RuleCode];
  return { issueType, mqm };
}

interface FoundByRule extends OwnIssueTypes {
  readonly code: string;
}

/** What the findings of a rule of one's own say themselves; nothing for any other. */
export function ownIssueTypesOf({ code, issueType, mqm }: Rule): OwnIssueTypes {
  return Object.hasOwn(ruleKinds, code) ? {} : issueTypes(issueType, mqm);
}

function issueTypes(issueType: IssueType | undefined, mqm: string | undefined): OwnIssueTypes {
  return { ...(issueType === undefined ? {} : { issueType }), ...(mqm === undefined ? {} : { mqm }) };
}

/** The rules that are run, with the severities of their findings: those that there are, and a caller's own. */
export function wantedRules(given: Rules<string>): readonly (readonly [Rule, Severity])[] {
  const settings = currentLevels(given);
  const { custom, glossary } = settings;
  const own: readonly Rule[] = glossary === undefined ? ruleList : rulesWith(glossary);
  const all: readonly Rule[] = custom === undefined ? own : [...own, ...custom];
  const wanted: (readonly [Rule, Severity])[] = [];
  for (const rule of all) {
    const severity = severityOf(rule, settings);
    if (severity !== 'off') wanted.push([rule, severity]);
  }
  return wanted;
}

const listsByGlossary = new WeakMap<Glossary, readonly Rule[]>();

/** All rules, with terms held against a glossary in place of the tree. */
function rulesWith(glossary: Glossary): readonly Rule[] {
  const before = listsByGlossary.get(glossary);
  if (before !== undefined) return before;
  const byGlossary = uiTermsBy(glossary);
  const all = ruleList.map((rule) => (rule.code === byGlossary.code ? byGlossary : rule));
  listsByGlossary.set(glossary, all);
  return all;
}

function severityOf({ code, off, severity }: Rule, settings: Rules<string>): Severity | 'off' {
  return settings[code as RuleCode] ?? (off ? 'off' : severity);
}

/** Whether rules are run that compare a pair with all others of its tree. */
export function needsTree(settings: Rules<string>): boolean {
  return wantedRules(settings).some(([{ scope }]) => scope === 'tree');
}

/** What a rule can be set to. */
export const ruleLevels: readonly ('off' | Severity)[] = ['off', 'info', 'warning', 'error'];

/** Codes of documents, which settings may hold beside those of articles. */
const ofDocuments = /^(?:xliff|tmx|xml)\//;

/** Settings that were looked at: they are the same for all articles of a run. */
const sound: WeakSet<Rules<string>> = new WeakSet();

/** @throws {RangeError} A code is none of an article, a level is none, a rule of one's own is no rule, or the glossary is none. */
export function requireRules(settings: Rules<string>): void {
  const isObject = typeof settings === 'object' && settings !== null && !Array.isArray(settings);
  if (isObject && sound.has(settings)) return;
  const { custom, glossary, ...levels } = isObject ? settings : {};
  const given = Object.keys(levels);
  const keys = [
    ...ruleCodes,
    ...formerCodes,
    ...Object.keys(diagnosticKinds),
    ...given.filter((key) => ofDocuments.test(key)),
  ];
  requireOptions({ rules: isObject ? levels : settings }, { rules: { kind: 'table', keys, of: ruleLevels } });
  requireCustom(custom);
  if (glossary !== undefined) requireGlossary(glossary, 'rules: glossary');
  if (isObject) sound.add(settings);
}

function requireCustom(custom: unknown): void {
  if (custom === undefined) return;
  if (!Array.isArray(custom)) throw new RangeError('rules: custom: give a list of rules.');
  const codes = new Set<string>(ruleCodes);
  for (const rule of custom as readonly unknown[]) {
    const { code, scope, message, severity, check, issueType, mqm } = (rule ?? {}) as Partial<
      Record<keyof Rule, unknown>
    >;
    const lacks = (what: string): RangeError =>
      new RangeError(`rules: custom: a rule has no ${what}; see docs/extending.md.`);
    if (typeof code !== 'string' || !/^[^/\s]+\/\S+$/.test(code)) throw lacks("code, such as 'my-team/shouting'");
    if (codes.has(code)) throw new RangeError(`rules: custom: two rules have the code ${code}.`);
    codes.add(code);
    if (scope !== 'pair' && scope !== 'article' && scope !== 'tree') {
      throw lacks("scope of 'pair', 'article' or 'tree'");
    }
    if (typeof message !== 'string') throw lacks('message');
    if (severity === 'off' || !ruleLevels.some((level) => level === severity)) throw lacks('severity');
    if (typeof check !== 'function') throw lacks('function check');
    requireOptions({ issueType, mqm }, { issueType: nameOf(issueTypeNames), mqm: text });
  }
}
