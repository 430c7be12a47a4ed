import type { Segment } from '../../model/article.js';
import { type Code, type Content, codesOf } from '../../model/content.js';
import type { Piece, PieceCode } from '../../read/edited/document.js';
import { isFixed } from '../../write/codes/xliff-codes.js';
import { type MergeFinding, mergeFinding } from '../finding.js';

/** What the document itself says of the codes of a source. Default: they may be deleted and copied. */
export type CodeRules = readonly Pick<PieceCode, 'id' | 'canDelete' | 'canCopy'>[];

/** A code by its id: how often its parts are there, and how it is spelled. */
interface Group {
  ph: number;
  sc: number;
  ec: number;
  name: string;
  base: string | undefined;
}

const none: Readonly<Group> = { ph: 0, sc: 0, ec: 0, name: '', base: undefined };
const kinds = ['ph', 'sc', 'ec'] as const;

/**
 * What is wrong with the codes of an edited target, or worth a look. A code that was deleted or copied as a whole is a
 * warning, unless it must not be: by the document, or by what any export says (`canDelete`, `canCopy`; XLIFF 2.0,
 * sections 4.3.1.3 and 4.3.1.4). Half of a pair, a code that is none of the article's, and an end before its start are
 * errors.
 *
 * A code that only the target had may go, and one that only the source had may come. `isMemory`: codes may come that
 * the article does not have.
 */
export function checkCodes(
  pieces: readonly Piece[],
  { id, source, target }: Segment,
  offset: number,
  rules: CodeRules = [],
  isMemory = false,
): readonly MergeFinding[] {
  const sources = group(codesOf(source.content));
  const targets = group(codesOf(target.content));
  const came = group(pieces.filter((piece) => typeof piece !== 'string'));
  const fixed = fixedIn(sources, targets, codesOf(source.content), rules);
  const findings = new Map<string, MergeFinding>();
  const find = (code: MergeFinding['code'], name: string, data = name): void => {
    findings.set(`${code} ${name}`, { ...mergeFinding(code, offset, id, name), data });
  };
  let spelled: ReadonlyMap<string, string> | undefined;
  const nameOf = (key: string, otherwise: string): string => {
    spelled ??= new Map([...spellingsOf(target.content), ...spellingsOf(source.content)]);
    return spelled.get(key) ?? otherwise;
  };
  for (const key of new Set([...targets.keys(), ...came.keys()])) {
    const own = came.get(key) ?? none;
    const base = own.base ?? key;
    const before = targets.get(base) ?? none;
    const english = sources.get(base) ?? none;
    if (before === none && english === none) {
      if (!isMemory) find('merge/unknown-code', own.name);
      continue;
    }
    const data = english.name || before.name || own.name;
    const isPair = english.sc + before.sc > 0 && english.ec + before.ec > 0;
    const isWhole = !isPair || own.sc === own.ec;
    const isCopy = own.base !== undefined;
    if (!isCopy && kinds.some((kind) => own[kind] < Math.min(english[kind], before[kind]))) {
      find(isWhole && !fixed.delete.has(base) ? 'merge/deleted-code' : 'merge/lost-code', nameOf(base, data), data);
    }
    if (isCopy || kinds.some((kind) => own[kind] > Math.max(english[kind], before[kind]))) {
      find(isWhole && !fixed.copy.has(base) ? 'merge/copied-code' : 'merge/doubled-code', nameOf(base, data), data);
    }
  }
  for (const name of endsBeforeStarts(pieces, came)) find('merge/broken-code', name);
  return [...findings.values()];
}

/** The Markdown of codes by their ids; of those that have a start and an end, with what stands between. */
function spellingsOf(content: Content): ReadonlyMap<string, string> {
  const spellings = new Map<string, string>();
  const starts = new Map<string, number>();
  let text = '';
  for (const inline of content) {
    const start = text.length;
    text += inline.kind === 'text' ? (inline.markdown ?? inline.text) : inline.data;
    if (inline.kind === 'text') continue;
    if (inline.kind === 'sc') starts.set(inline.id, start);
    spellings.set(inline.id, excerpt(text.slice((inline.kind === 'ec' ? starts.get(inline.id) : undefined) ?? start)));
  }
  return spellings;
}

/** On one line, and of a long text its start and its end, where the address of a link is. */
function excerpt(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 50)}…${text.slice(-29)}` : text;
  return short.replace(/\s+/g, ' ').toWellFormed();
}

/** Those that keep a target from being written. */
export function isAllowed({ code }: MergeFinding): boolean {
  return code === 'merge/deleted-code' || code === 'merge/copied-code';
}

function group(codes: readonly (Code | PieceCode)[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const code of codes) {
    const known = groups.get(code.id) ?? { ...none };
    known[code.kind]++;
    known.name ||= code.data || code.id;
    if ('copyOf' in code) known.base = code.copyOf;
    groups.set(code.id, known);
  }
  return groups;
}

interface FixedCodes {
  readonly delete: ReadonlySet<string>;
  readonly copy: ReadonlySet<string>;
}

function fixedIn(
  sources: ReadonlyMap<string, Group>,
  targets: ReadonlyMap<string, Group>,
  codes: readonly Code[],
  rules: CodeRules,
): FixedCodes {
  const both = codes.filter((code) => isFixed(code) && sources.has(code.id) && targets.has(code.id));
  const always = both.map(({ id }) => id);
  return {
    delete: new Set([...always, ...rules.filter(({ canDelete }) => canDelete === false).map(({ id }) => id)]),
    copy: new Set([...always, ...rules.filter(({ canCopy }) => canCopy === false).map(({ id }) => id)]),
  };
}

function endsBeforeStarts(pieces: readonly Piece[], came: ReadonlyMap<string, Group>): string[] {
  const open = new Map<string, number>();
  const names: string[] = [];
  for (const piece of pieces) {
    if (typeof piece === 'string' || piece.kind === 'ph') continue;
    const group = came.get(piece.id) ?? none;
    // A lone half has no other to stand after.
    if (group.sc !== group.ec) continue;
    const depth = (open.get(piece.id) ?? 0) + (piece.kind === 'sc' ? 1 : -1);
    if (depth < 0) names.push(group.name);
    open.set(piece.id, depth);
  }
  return names;
}
