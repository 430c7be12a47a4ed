import { withLanguage } from '../../check/language.js';
import { withoutDamage } from '../../corpus/articles/damage.js';
import { type Decoded, damaged, refusalOf } from '../../corpus/files/damage.js';
import { inferByPath } from '../../corpus/language/by-path.js';
import { chooseLanguage } from '../../corpus/language/choose.js';
import type { Article } from '../../model/article.js';
import { type Diagnostic, toDiagnostic } from '../../model/diagnostics/diagnostic.js';
import { diagnosticForFile, diagnosticKinds } from '../../model/diagnostics/diagnostic-kinds.js';
import { createLineIndex } from '../../model/position.js';
import { parseWhole } from '../../read/article.js';
import type { GivenFile } from '../input/given-file.js';
import type { ChosenLanguages } from '../input/languages.js';

/** What was read of a file: as the command reads it. */
export interface ReadFile {
  readonly path: string;
  /** What reading gave. */
  readonly diagnostics: readonly Diagnostic[];
  /** What is to say of its language, which has no place in the text. */
  readonly about: readonly Diagnostic[];
  /** Only there where it has text; with the language that it is taken to be in, where there is one. */
  readonly article?: Article;
  /** Why none of its pairs is exported. */
  readonly leftOut?: string;
}

/** Characters of an article that a page holds. */
const mostCharacters = 32_000_000;

/** Reads one article. */
export async function readGiven(file: GivenFile, { srcLang, trgLang }: ChosenLanguages): Promise<ReadFile> {
  const { path, fullPath } = file;
  let decoded: Decoded;
  try {
    decoded = decode(await file.bytes());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { path, diagnostics: [diagnosticForFile('input/unreadable', reason)], about: [] };
  }
  const { text } = decoded;
  const lines = createLineIndex(text ?? '');
  const found = decoded.findings.map((each) => toDiagnostic(each, lines, diagnosticKinds));
  if (text === undefined) return { path, diagnostics: found, about: [] };
  if (text.length > mostCharacters) {
    const reason = `it has more than ${mostCharacters.toLocaleString('en-US')} characters`;
    return { path, diagnostics: [diagnosticForFile('input/too-large', reason)], about: [] };
  }
  const parsed = parseWhole(text, { path });
  const told = new Set(found.map(({ offset }) => offset));
  const { article, diagnostics } = decoded.damaged ? withoutDamage(parsed, lines, told) : parsed;
  const all = [...found, ...diagnostics].sort((a, b) => a.offset - b.offset);
  if (article.units.length === 0) return { path, diagnostics: all, about: [], article };
  const rules = { srcLang, forceLang: false, ...(trgLang === undefined ? {} : { trgLang }) };
  const language = chooseLanguage(article, rules, (each) => inferByPath(fullPath, each, srcLang));
  return {
    path,
    diagnostics: all,
    about: language.diagnostic === undefined ? [] : [diagnosticForFile(language.diagnostic, ...language.args)],
    article: withLanguage(article, () => language.trgLang),
    ...(language.trgLang === undefined && language.diagnostic !== undefined ? { leftOut: language.diagnostic } : {}),
  };
}

/** Decodes UTF-8 as the command does; a byte order mark stays in the text. */
function decode(bytes: Uint8Array): Decoded {
  const refused = refusalOf(bytes);
  if (refused !== undefined) return { text: undefined, findings: [refused] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), findings: [] };
  } catch {
    return damaged(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  }
}
