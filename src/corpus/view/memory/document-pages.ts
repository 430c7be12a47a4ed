import { readFileSync, statSync } from 'node:fs';
import { longestXml } from '../../../model/limits.js';
import type { Glossary } from '../../../model/terms/glossary.js';
import { type CandidateUnit, readCandidates, type XliffCandidate } from '../../../read/candidates/xliff2.js';
import { readCandidates12 } from '../../../read/candidates/xliff12.js';
import { toDocumentPage, type ViewedSegment } from '../../../view/memory/document-pages.js';
import type { PageArticle } from '../../../view/page-data.js';
import { readXml } from '../../../xml/reader.js';
import { CorpusError } from '../../error.js';

/**
 * The files of an XLIFF document as a page shows them, in their order, with what memories have for their segments.
 * `undefined` where it is none, or is damaged: then its units are read as entries of a memory, as far as they can be.
 *
 * @throws {CorpusError} `input`: it is larger than what is read as a whole.
 */
export function documentPagesOf(input: string, glossary: Glossary | undefined): readonly PageArticle[] | undefined {
  if (!/\.(?:xlf|xliff)$/i.test(input)) return undefined;
  const stats = statSync(input, { throwIfNoEntry: false });
  if (stats?.isFile() !== true) return undefined;
  if (stats.size > longestXml) {
    throw new CorpusError(
      'input',
      `${input} has more than ${longestXml.toLocaleString('en-US')} bytes; cut it into several documents.`,
    );
  }
  const { root } = readXml(readFileSync(input, 'utf8'));
  if (root === undefined) return undefined;
  const usual = root.attributes.get('trgLang') ?? 'und';
  const files2 = readCandidates(root);
  const files = files2.length > 0 ? files2 : readCandidates12(root);
  if (files.length === 0) return undefined;
  return files.map(({ original, trgLang = usual, units }) =>
    toDocumentPage({ path: original, trgLang, units: units.map(toUnit) }, glossary),
  );
}

function toUnit({ name, parts, states, candidates }: CandidateUnit): {
  readonly name?: string;
  readonly segments: readonly ViewedSegment[];
} {
  const segments = parts
    .filter(({ kind }) => kind === 'segment')
    .map(({ id = '', source, target }): ViewedSegment => {
      const state = states.get(id);
      return {
        id,
        ...(state === undefined ? {} : { state }),
        source,
        ...(target === undefined ? {} : { target }),
        candidates: (candidates.get(id) ?? []).map((candidate: XliffCandidate) => candidate),
      };
    });
  return { ...(name === undefined ? {} : { name }), segments };
}
