import type { Glossary } from '../../model/terms/glossary.js';
import { createEvidence, type EvidenceBuilder } from '../../terms/evidence.js';
import { type LanguageFindings, toGlossary } from '../../terms/glossary.js';
import { judgeTerms } from '../../terms/judge.js';
import { termLimits } from '../../terms/options.js';
import { createTermTable, type TermTable, type TermTableBuilder } from '../../terms/table.js';
import { defaultSrcLang } from '../../write/export-options.js';
import { createPairWatch } from '../articles/no-pairs.js';
import { createReport, type ReportBuilder } from '../export/report.js';
import { checkLanguages } from '../language/choose.js';
import { guardArticles } from '../places/guard.js';
import { openRun, type Progress, type Run } from '../run/run.js';
import type { CandidatesGiven } from './candidates.js';
import { glossaryPlaceOf, writeGlossary } from './output.js';
import { createTermsReport, type TermsReport } from './report.js';
import { candidatesTask, evidenceTask } from './task.js';
import { requireTermsUsage, type TermsCorpusOptions } from './terms-options.js';

/** A glossary, and what it was made of. */
export interface FoundTerms {
  readonly glossary: Glossary;
  readonly report: TermsReport;
}

/**
 * Makes a glossary of the articles that inputs name: files, folders, globs, `-`. Articles are read twice: for what stands
 * out in them, and for where that stands in all segments. The same inputs give the same glossary, whatever their order
 * and the number of threads.
 *
 * The file is written beside its place and moved there when it is whole. Where there is no term, none is written, and
 * what is there stays. `onProgress` is called while articles are looked for, and after each of them in the first pass.
 *
 * @throws {CorpusError} `usage`: an option has a value that it does not take, or the output is the same file as an
 * input; `input`: an input does not exist, or there are no articles; `output`: the file cannot be written; `worker`: a
 * thread died.
 */
export async function termsCorpus(
  inputs: readonly string[] | AsyncIterable<string>,
  options: TermsCorpusOptions = {},
  onProgress?: (progress: Progress) => void,
): Promise<FoundTerms> {
  requireTermsUsage(options);
  const { srcLang = defaultSrcLang, trgLang, forceLang = false, output } = options;
  checkLanguages(srcLang, trgLang);
  const place = output === undefined ? undefined : glossaryPlaceOf(output, options.format);
  const run = await openRun(inputs, options, onProgress);
  try {
    const guard = guardArticles(run.articles, options);
    if (place !== undefined) guard.claim(place.path);
    const report = createReport(undefined, run);
    await run.readStdin();
    const given = { srcLang, forceLang, ...(trgLang === undefined ? {} : { trgLang }) };
    const { tables, languages } = await findCandidates(run, given, report);
    const evidence = await findEvidence(run, tables, languages);
    const limits = termLimits(options);
    const found = [...tables].map(([lang, table]): LanguageFindings => {
      const judged = judgeTerms(table, evidence.get(lang) as EvidenceBuilder, limits);
      return { lang, judged };
    });
    const glossary = toGlossary(srcLang, found);
    if (place !== undefined && glossary.concepts.length > 0) {
      const { stdout = process.stdout, signal, tbx, style } = options;
      await writeGlossary(glossary, place, {
        stdout,
        signal,
        ...(trgLang === undefined ? {} : { lang: trgLang }),
        ...(tbx === undefined ? {} : { tbx }),
        ...(style === undefined ? {} : { style }),
      });
      report.addOutput(place.path);
    }
    return { glossary, report: createTermsReport(report.build(), found) };
  } finally {
    await run.close();
  }
}

interface Candidates {
  /** By target language, in the order of their tags. */
  readonly tables: ReadonlyMap<string, TermTable>;
  /** Of each article. */
  readonly languages: readonly (string | undefined)[];
}

async function findCandidates(run: Run, given: CandidatesGiven, report: ReportBuilder): Promise<Candidates> {
  const watch = createPairWatch();
  for (const other of run.others) {
    report.addOther(other);
    watch.add(other.path, 0, other.diagnostics);
  }
  const builders = new Map<string, TermTableBuilder>();
  const languages: (string | undefined)[] = [];
  for await (const results of run.pass(candidatesTask, given)) {
    for (const { bytes, pairs, diagnostics, lang, candidates } of results) {
      const found = run.articles[languages.length];
      if (found === undefined) throw new RangeError(`There is no article ${languages.length}.`);
      languages.push(lang);
      report.addArticle(found, { bytes, pairs, compared: 0, diagnostics });
      watch.add(found.path, pairs.found, diagnostics);
      if (lang !== undefined && candidates.length > 0) {
        let builder = builders.get(lang);
        if (builder === undefined) {
          builder = createTermTable();
          builders.set(lang, builder);
        }
        builder.add(found.path, candidates);
      }
      run.advance(bytes, pairs.found);
    }
  }
  const noPairs = watch.finding(run.named, run.articles);
  if (noPairs !== undefined) report.addTo(noPairs, noPairs.diagnostic);
  const inOrder = [...builders].sort(([one], [other]) => (one < other ? -1 : 1));
  return { tables: new Map(inOrder.map(([lang, builder]) => [lang, builder.build()])), languages };
}

async function findEvidence(
  run: Run,
  tables: ReadonlyMap<string, TermTable>,
  languages: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, EvidenceBuilder>> {
  const evidence = new Map([...tables].map(([lang, { texts }]) => [lang, createEvidence(texts)]));
  if (tables.size === 0) return evidence;
  const texts = Object.fromEntries([...tables].map(([lang, table]) => [lang, table.texts]));
  let index = 0;
  for await (const results of run.pass(evidenceTask, { texts, languages })) {
    for (const rows of results) {
      const lang = languages[index++];
      if (rows !== undefined && lang !== undefined) evidence.get(lang)?.add(rows);
    }
  }
  return evidence;
}
