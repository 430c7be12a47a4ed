import { statSync } from 'node:fs';
import { basename, normalize, resolve } from 'node:path';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { diagnosticForFile, diagnosticKinds } from '../../model/diagnostics/diagnostic-kinds.js';
import { type FoundArticle, namedPathOf } from '../find/find.js';
import type { Shard } from '../shard.js';
import { createTurns } from '../turns.js';
import { withSlashes } from '../with-slashes.js';
import { openArticle, readParts } from './read.js';

/** What a run over articles says when none of them holds a pair: the likeliest cause is the branch `live`. */
export interface PairWatch {
  /** Counts what was read of an article, or of another file or folder. `code` and `line` of its diagnostics are looked at. */
  add(path: string, pairs: number, diagnostics: readonly Seen[]): void;
  /**
   * The diagnostic `input/no-pairs`, with the path that it is about: the only input, else the folder that all share.
   * `undefined` where there was a pair; where the damage of pairs is reported as errors; and where nothing was read.
   */
  finding(inputs: readonly string[], articles: readonly FoundArticle[]): NoPairs | undefined;
}

/** The diagnostic `input/no-pairs`, and the file or folder that it is about. */
export interface NoPairs {
  /** What names it in outputs. */
  readonly path: string;
  /** The path by which it can be opened. */
  readonly namedPath: string;
  readonly diagnostic: Diagnostic;
}

type Seen = Pick<Diagnostic, 'line' | 'column'> & { readonly code: string };

const unreadable: readonly string[] = ['input/unreadable', 'input/too-large', 'input/binary', 'input/utf-16'];
const marker = /data-[ts]tu-id/;

const advice = 'side-by-side articles stand on the branch live-sxs (live has one language only); check that out';

/** Starts to watch out for pairs. `shard`: the part of the articles that is read. */
export function createPairWatch(shard?: Shard): PairWatch {
  let hasPairs = false;
  let isDamaged = false;
  let read = 0;
  let trace: string | undefined;
  return {
    add(path, pairs, diagnostics) {
      if (hasPairs) return;
      hasPairs = pairs > 0;
      if (!diagnostics.some(({ code }) => unreadable.includes(code))) read++;
      for (const { code, line, column } of diagnostics) {
        if (code === 'pair/stray-marker') trace ??= `${path}:${line}:${column}`;
        else if (isLostPair(code)) isDamaged = true;
      }
    },
    finding(inputs, articles) {
      if (hasPairs || isDamaged) return undefined;
      if (inputs.length === 0) return { path: '.', namedPath: '.', diagnostic: nothingAsked() };
      if (read === 0) return undefined;
      const what = trace === undefined ? advice : `what is left of pairs at ${trace} is damaged`;
      const found = diagnosticForFile('input/no-pairs', subjectOf(articles.length), what);
      // Others may have all the pairs.
      const diagnostic: Diagnostic = shard === undefined || shard.of === 1 ? found : { ...found, severity: 'info' };
      return { ...pathsOf(inputs, articles), diagnostic };
    },
  };
}

/** An empty list of inputs is done at once. */
function nothingAsked(): Diagnostic {
  const diagnostic = diagnosticForFile('input/no-pairs', 'An empty list of inputs holds', 'there was nothing to do');
  return { ...diagnostic, severity: 'info' };
}

/** Whether a diagnostic says of spans that they give no pair, and why. */
function isLostPair(code: string): boolean {
  if (!code.startsWith('pair/')) return false;
  return Object.hasOwn(diagnosticKinds, code) && diagnosticKinds[code as Diagnostic['code']].severity === 'error';
}

function subjectOf(articles: number): string {
  if (articles === 0) return 'The input holds';
  return articles === 1
    ? 'The article holds'
    : `The ${String(articles).replace(/\B(?=(?:[0-9]{3})+$)/g, ',')} articles hold`;
}

function pathsOf(inputs: readonly string[], articles: readonly FoundArticle[]): Pick<NoPairs, 'path' | 'namedPath'> {
  const [first, ...others] = articles;
  if (first !== undefined && others.length === 0) return { path: first.path, namedPath: namedPathOf(first) };
  const [input, ...more] = inputs;
  const named = input === undefined || more.length > 0 ? undefined : plainPath(input);
  if (named !== undefined && statSync(named, { throwIfNoEntry: false })?.isDirectory()) {
    return { path: basename(resolve(named)) || '.', namedPath: named };
  }
  return { path: sharedFolder(articles.map(({ path }) => path)), namedPath: sharedFolder(articles.map(namedPathOf)) };
}

/** The folder that all paths lead through. */
function sharedFolder([first = '', ...others]: readonly string[]): string {
  let shared = first.split('/').slice(0, -1);
  for (const path of others) {
    const folders = path.split('/');
    const end = shared.findIndex((folder, index) => folder !== folders[index]);
    if (end >= 0) shared = shared.slice(0, end);
  }
  return shared.join('/') || (first.startsWith('/') ? '/' : '.');
}

/** The path with `/`, without what leads nowhere, and without one at its end. */
function plainPath(path: string): string {
  return withSlashes(normalize(path)).replace(/(?<=.)\/$/, '');
}

/**
 * Whether an article holds a pair: read up to the first that does, most often the first of all. Only texts with the
 * attribute of a span are looked at closely.
 */
export async function holdPairs(
  articles: readonly FoundArticle[],
  stdin: Uint8Array | undefined,
  signal?: AbortSignal,
): Promise<boolean> {
  const turn = createTurns(signal);
  for (const found of articles) {
    await turn();
    const opened = openArticle(found, { stdin });
    if (opened.text === undefined || !marker.test(opened.text)) continue;
    for (const { article } of readParts(opened, 1)) if (article.units.length > 0) return true;
  }
  return false;
}
