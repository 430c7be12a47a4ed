import type { ArticleCount } from '../../../stats/stats.js';
import { createPairWatch } from '../../articles/no-pairs.js';
import { type FoundArticle, namedPathOf } from '../../find/find.js';
import { createArena } from '../../run/arena.js';
import { oneByOne } from '../../run/one-by-one.js';
import type { Run } from '../../run/run.js';
import { createTurns } from '../../turns.js';
import { adjust } from '../adjust.js';
import type { CheckedFile } from '../checked-file.js';
import { checkDocument, isDocument } from '../document.js';
import type { ReadFacts } from './article.js';
import type { CheckGiven } from './given.js';
import { type CheckOutcome, createReporter } from './outcome.js';
import { surveyOf } from './survey-run.js';
import { checkTask } from './task.js';

/** What a run gives of a file. Bytes in it are valid until the next is asked for. */
export interface FileOutcome extends CheckOutcome, Pick<CheckedFile, 'path' | 'namedPath' | 'text'> {
  /** It is a file, and not a folder that something is said of. */
  readonly isFile: boolean;
  /** The article in the run, and its language; not there for what is none. */
  readonly article?: { readonly found: FoundArticle; readonly trgLang?: string };
}

/** What a run does beside giving outcomes. */
export interface CheckRunWords {
  readonly signal: AbortSignal | undefined;
  /** Called with what was counted in each article, in their order. */
  readonly onCount?: (count: ArticleCount) => void;
}

/** Checks all that a run is over, in the order of the bytes of the paths. */
export async function* checkRun(
  run: Run,
  asked: Omit<CheckGiven, 'tree' | 'languages' | 'alone'>,
  { signal, onCount }: CheckRunWords,
): AsyncGenerator<FileOutcome, void, undefined> {
  const { articles, others, whole, shard, named: inputs } = run;
  const { rules } = asked;
  const texts = whole.filter((found) => !isDocument(found));
  const asWanted = new Set(articles);
  const wanted = [...texts.keys()].filter((at) => asWanted.has(texts[at] as FoundArticle));
  const given: CheckGiven = texts.length === 1 ? { ...asked, alone: { inputs, others } } : asked;
  const arena = createArena();
  const report = await createReporter(given, arena);
  const watch = createPairWatch(shard);
  for (const { path, namedPath, diagnostics } of others) {
    watch.add(path, 0, diagnostics);
    yield { path, namedPath, isFile: true, ...report({ path, namedPath, findings: adjust(diagnostics, rules) }) };
    arena.give(arena.take());
  }
  await run.readStdin();
  const survey = await surveyOf(run, given, { texts, wanted }, onCount);
  const checking = { ...given, ...survey.given };
  // Where languages are not known yet, articles around those that are checked say them.
  const next = oneByOne(
    survey.facts === undefined
      ? run.pass(checkTask, checking, texts, survey.some)
      : run.pass(
          checkTask,
          checking,
          survey.some.flatMap((at) => texts[at] ?? []),
        ),
  );
  const turn = createTurns(signal);
  let count = 0;
  let looked = 0;
  for (const found of articles) {
    await turn();
    const { path } = found;
    const namedPath = namedPathOf(found);
    if (isDocument(found)) {
      const file = await checkDocument(found, rules, signal);
      const { text } = file;
      yield { path, namedPath, ...(text === undefined ? {} : { text }), isFile: true, ...report(file) };
      arena.give(arena.take());
      run.advance(0, 0);
      continue;
    }
    const index = wanted[count++] ?? -1;
    const isLooked = survey.some[looked] === index;
    const outcome = isLooked ? await next() : undefined;
    if (isLooked) looked++;
    const facts: ReadFacts | undefined = survey.facts?.[index] ?? outcome;
    if (facts === undefined) throw new RangeError(`Nothing became of ${path}.`);
    watch.add(path, facts.pairs, facts.seen);
    if (survey.facts === undefined) {
      if (outcome?.count !== undefined) onCount?.(outcome.count);
      run.advance(facts.size, facts.pairs);
    }
    const { codes = {}, worst, known = 0, findings = [], bytes } = outcome ?? {};
    const { trgLang } = facts;
    yield {
      path,
      namedPath,
      isFile: facts.isArticle || codes['input/no-pairs'] === undefined,
      codes,
      known,
      findings,
      ...(worst === undefined ? {} : { worst }),
      ...(bytes === undefined ? {} : { bytes }),
      ...(facts.isArticle ? { article: { found, ...(trgLang === undefined ? {} : { trgLang }) } } : {}),
    };
  }
  const noPairs =
    texts.length === 1 || (wanted.length === 0 && inputs.length > 0)
      ? undefined
      : watch.finding(
          inputs,
          wanted.flatMap((at) => texts[at] ?? []),
        );
  const findings = noPairs === undefined ? [] : adjust([noPairs.diagnostic], rules);
  if (noPairs === undefined || findings.length === 0) return;
  const { path, namedPath } = noPairs;
  yield { path, namedPath, isFile: false, ...report({ path, namedPath, findings }) };
}
