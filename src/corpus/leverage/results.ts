import type { AnalysisBuilder } from '../../analysis/create-analysis.js';
import { namedPathOf } from '../find/find.js';
import type { Run } from '../run/run.js';
import type { LeverageCorpusOptions } from './leverage-usage.js';
import type { LeverageOutputs } from './outputs.js';
import type { ProcessedSource } from './process/process.js';
import type { LeverageReportBuilder } from './report.js';

/** What became of the articles of a run, in their order, some at a time. */
type Results = AsyncGenerator<readonly ProcessedSource[], void, undefined>;

/** All results, the first of which were asked for already. */
export async function* resultsFrom(first: ReturnType<Results['next']> | undefined, results: Results): Results {
  const taken = await first;
  if (taken?.done === true) return;
  if (taken !== undefined) yield taken.value;
  yield* results;
}

/** What they go to. */
interface Taking {
  readonly outputs: LeverageOutputs;
  readonly report: LeverageReportBuilder;
  readonly analysis: AnalysisBuilder;
  readonly options: LeverageCorpusOptions;
}

/** Counts articles, writes them, and reports what there is to say of them: in their order, however many threads there are. */
export async function takeResults(
  run: Run,
  results: Results,
  { outputs, report, analysis, options }: Taking,
): Promise<void> {
  let index = 0;
  for await (const batch of results) {
    for (const { path, bytes, diagnostics, segments, filled, output, article } of batch) {
      const found = run.articles[index++];
      if (found === undefined) throw new RangeError(`There is no article ${index - 1}.`);
      const namedPath = namedPathOf(found);
      if (segments === undefined) {
        report.addArticle({ path, namedPath, diagnostics, segments: 0, filled: 0 }, bytes);
        run.advance(bytes, 0);
        continue;
      }
      analysis.add({ path, segments });
      const inTheWay = await outputs.add(output, found.name);
      const all = [...inTheWay, ...diagnostics];
      report.addArticle({ path, namedPath, diagnostics: all, segments: segments.length, filled }, bytes);
      if (article !== undefined) options.onArticle?.(article, found);
      run.advance(bytes, segments.length);
    }
    outputs.flush();
  }
}
