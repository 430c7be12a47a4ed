import { diagnosticKinds, type Severity } from '../model/diagnostic.js';
import { requireOptions } from '../model/options.js';
import type { RuleCode, Rules } from './finding.js';

/** What is known of a rule. */
export interface RuleKind {
  /** Unless a caller asks for another. */
  readonly severity: Severity;
  /** The rule is not run unless it is asked for. */
  readonly off?: true;
  /** What the documentation says of it. */
  readonly meaning: string;
  /** The message; `{0}`, `{1}` stand for its arguments, `{0!}` for one that is not cut short. */
  readonly message: string;
  /** It compares a pair with all others of its tree. */
  readonly tree?: true;
  /** A pair that the rule finds something in; for a rule over a tree, one of several. */
  readonly example: RuleExample;
}

/** A pair of an example. */
export interface RuleExample {
  readonly trgLang: string;
  readonly source: string;
  readonly target: string;
}

/** Every rule by its code. `docs/checks.md` is tested against it. */
export const ruleKinds: Readonly<Record<RuleCode, RuleKind>> = {
  'check/numbers': {
    severity: 'warning',
    meaning:
      'A number of one side is not on the other side, neither in digits of any language nor as a word. The separators of the language, the order of dates, and the ways to write a time, a fraction, or a number with a word such as *million* are no difference; another value is.',
    message: 'Numbers differ: only in the source {0}, only in the target {1}.',
    example: { trgLang: 'de-DE', source: 'Wait 15 minutes.', target: 'Warten Sie 51 Minuten.' },
  },
  'check/urls': {
    severity: 'info',
    meaning:
      'Links that correspond to each other lead to addresses that differ by more than the language in them, or an address in the text of one side is not on the other side. The language may stand in the host (`ja.wikipedia.org`), the path, the name of a file, or a parameter.',
    message: 'The source links to {0}, the target to {1}.',
    example: {
      trgLang: 'de-DE',
      source: 'See [roles](https://example.com/en-us/roles).',
      target: 'Siehe [Rollen](https://example.com/de-de/groups).',
    },
  },
  'check/untranslated': {
    severity: 'warning',
    meaning: 'The target is the source, and that is a phrase or sentence, not a name, code, or a value.',
    message: 'The text is not translated.',
    example: {
      trgLang: 'ja-JP',
      source: 'The printer is not ready to print your pages.',
      target: 'The printer is not ready to print your pages.',
    },
  },
  'check/source-language': {
    severity: 'warning',
    meaning:
      'Half of the letters of the source, or more, are of a script that English is not written in, or its words are those of another language.',
    message: 'The source is not in its language: {0}.',
    example: { trgLang: 'ja-JP', source: 'プリンターの準備ができました。', target: 'プリンターの準備ができました。' },
  },
  'check/target-script': {
    severity: 'warning',
    meaning:
      'A stretch of the target is English, outside of quotes, in a language that is not written in Latin letters. In a language in Latin letters: the target is English, or has a letter of a script that its source does not have.',
    message: 'The target is not all in {0}: {1}',
    example: {
      trgLang: 'th-TH',
      source: 'Wait until the printer is ready.',
      target: 'โปรดรอ until the printer has become ready',
    },
  },
  'check/mojibake': {
    severity: 'warning',
    meaning:
      'Characters that were read in another encoding than they were written in: U+FFFD, C1 control characters, or UTF-8 that was read as Latin-1.',
    message: 'The text is damaged: it was read in a wrong encoding ({0}).',
    example: { trgLang: 'de-DE', source: 'Open the door.', target: 'Ã–ffnen Sie die TÃ¼r.' },
  },
  'check/syntax': {
    severity: 'warning',
    meaning:
      'The keyword of an alert (`[!NOTE]`), an include, or a DocFX block (`:::`) is translated, damaged, or lost in the target.',
    message: 'The target has {0} where the source has {1}.',
    example: { trgLang: 'ja-JP', source: '[!NOTE] Close the lid.', target: '[!メモ] ふたを閉めてください。' },
  },
  'check/header-text': {
    severity: 'warning',
    meaning:
      'Lines of a front matter stand in the pair: the header was not read as one when the article was localized.',
    message: 'The pair holds text of a front matter: {0}',
    example: {
      trgLang: 'de-DE',
      source: 'title: Doors ms.author: someone ms.topic: article',
      target: 'title: Türen ms.author: someone ms.topic: article',
    },
  },
  'check/outer-space': {
    severity: 'info',
    meaning: 'One side starts or ends with white space, and the other side does not.',
    message: 'The target has {1} white space at its {0} than the source.',
    example: { trgLang: 'de-DE', source: 'Open the door.', target: ' Öffnen Sie die Tür.' },
  },
  'check/misaligned': {
    severity: 'warning',
    meaning:
      'The target has the numbers, codes and names of the source before or behind it, and none of those of its own source.',
    message: 'The target may be that of the neighbour {0}.',
    example: {
      trgLang: 'de-DE',
      source: 'Set `MaxPages` and `MinPages`.',
      target: 'Legen Sie `InkLevel` und `InkColor` fest.',
    },
  },
  'check/length': {
    severity: 'warning',
    tree: true,
    meaning:
      'The target is far longer or shorter than others of the tree are for sources of that length: by a factor of two at least, and by more than six (normalized) median deviations. Needs 200 pairs of such a length.',
    message: 'The target is much {2} than usual: {0} characters, where {1} are to be expected.',
    example: { trgLang: 'de-DE', source: 'Open the door and close the window.', target: 'Nein.' },
  },
  'check/several-targets': {
    severity: 'info',
    tree: true,
    meaning:
      'The tree has several targets for the source, and this is not the usual one; the message names others and where they stand. Single words are left out, whose meaning depends on where they stand, and differences of white space, case, punctuation and markup.',
    message: 'The source has {0} translations; {1} of {2} times it is another one: {3!}.',
    example: { trgLang: 'de-DE', source: 'Open the door.', target: 'Mach die Tür auf.' },
  },
  'check/several-sources': {
    severity: 'warning',
    tree: true,
    meaning: 'The tree has the same target for another source, with which this one has no word in common.',
    message: 'The same target stands for a source with other words, too ({0} times).',
    example: { trgLang: 'de-DE', source: 'Replace the empty paper tray.', target: 'Öffnen Sie die Tür.' },
  },
  'check/ui-terms': {
    severity: 'info',
    tree: true,
    meaning:
      'A short text in bold, as names of the user interface are, is translated otherwise than in two thirds or more of its places in the tree; the message names the usual target and where it stands.',
    message: '"{0}" is "{1}" here; {2} of {3} times it is {4!}.',
    example: { trgLang: 'de-DE', source: 'Select **Save**.', target: 'Wählen Sie **Sichern** aus.' },
  },
};

/** The severity of a rule, if it is run. */
export function severityOf(code: RuleCode, rules: Rules): Severity | 'off' {
  const { off, severity } = ruleKinds[code];
  return rules[code] ?? (off ? 'off' : severity);
}

/** Whether rules are run that compare a pair with all others of its tree. */
export function needsTree(rules: Rules): boolean {
  return (Object.keys(ruleKinds) as RuleCode[]).some(
    (code) => ruleKinds[code].tree && severityOf(code, rules) !== 'off',
  );
}

/** A message with its arguments, each on one line; what is not marked by `!` (`{0!}`) is not too long, too. */
export function messageOf(message: string, args: readonly string[]): string {
  return message.replace(/\{(\d)(!?)\}/g, (_, index, whole) =>
    excerpt(args[Number(index)] ?? '', whole === '' ? 100 : Number.POSITIVE_INFINITY),
  );
}

/** The start of a text, on one line: without characters that stand for codes, and with a mark where there is more. */
export function excerpt(text: string, most: number): string {
  const line = text
    .slice(0, most)
    .replace(/[\s\ufffc]+/g, ' ')
    .toWellFormed();
  return text.length > most ? `${line}…` : line;
}

/** What a rule can be set to. */
export const ruleLevels: readonly ('off' | Severity)[] = ['off', 'info', 'warning', 'error'];

/** Codes of documents, which rules may hold beside those of articles. */
const ofDocuments = /^(?:xliff|tmx|xml)\//;

/** Rules that were looked at: they are the same for all articles of a run. */
const sound: WeakSet<Rules> = new WeakSet();

/** @throws {RangeError} A code is none of an article, or a level is none. */
export function requireRules(rules: Rules): void {
  if (typeof rules === 'object' && rules !== null && sound.has(rules)) return;
  const given = Object.keys(rules ?? {});
  const keys = [
    ...Object.keys(ruleKinds),
    ...Object.keys(diagnosticKinds),
    ...given.filter((key) => ofDocuments.test(key)),
  ];
  requireOptions({ rules }, { rules: { kind: 'table', keys, of: ruleLevels } });
  sound.add(rules);
}
