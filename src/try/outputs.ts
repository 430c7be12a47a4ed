import { type Zippable, zipSync } from 'fflate';
import type { Article } from '../model/article.js';
import { syntaxOfPath } from '../read/carriers/choose-syntax.js';
import { exportToBytes } from '../write/document/export-to-bytes.js';
import type { Exporter, OutputFile } from '../write/exporter.js';
import { type Format, formats } from '../write/formats.js';

/** A file to be downloaded. */
export interface Output {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What `sspr-tm export -f FORMAT -o FOLDER` writes of articles: these bytes, below these names. */
export async function outputsOf(
  articles: readonly Article[],
  format: Format,
  srcLang: string,
): Promise<readonly Output[]> {
  const exporter: Exporter = formats[format];
  const outputs: Output[] = [];
  for (const { name, articles: those, trgLang } of groupsOf(articles, exporter, srcLang)) {
    const { beside = [], ...first } = exporter;
    for (const file of [first, ...beside] as readonly OutputFile[]) {
      const bytes = await exportToBytes(those, { ...first, ...file }, { srcLang });
      const { extension } = file;
      const end = typeof extension === 'string' ? extension : extension({ srcLang, trgLang });
      if (bytes.length > 0) outputs.push({ name: name + end, bytes: new Uint8Array(bytes) });
    }
  }
  return outputs;
}

/** One file as it is; several in an archive. `undefined`: there is none. */
export function packOutputs(outputs: readonly Output[], name: string): Output | undefined {
  if (outputs.length < 2) return outputs[0];
  const files: Zippable = {};
  for (const output of outputs) files[output.name] = output.bytes;
  // Archives of the same articles are the same.
  return { name: `${name}.zip`, bytes: new Uint8Array(zipSync(files, { mtime: new Date(1980, 0, 1) })) };
}

interface Group {
  readonly name: string;
  readonly trgLang: string;
  readonly articles: readonly Article[];
}

/** The articles of each file. */
function groupsOf(articles: readonly Article[], { scope }: Exporter, srcLang: string): readonly Group[] {
  const languageOf = ({ localization }: Article): string => localization.trgLang ?? 'und';
  if (scope === 'language') {
    const languages = [...new Set(articles.map(languageOf))];
    return languages.map((trgLang) => ({
      name: `${srcLang}_${trgLang}`,
      trgLang,
      articles: articles.filter((article) => languageOf(article) === trgLang),
    }));
  }
  const names = namesOf(articles);
  return articles.map((article, at) => ({
    name: names[at] ?? '',
    trgLang: languageOf(article),
    articles: [article],
  }));
}

/** Paths without extensions; `a.xml` beside `a.md` keeps its own. */
function namesOf(articles: readonly Article[]): readonly string[] {
  const paths = articles.map(({ path = 'article' }) => path);
  const shortOf = (path: string): string => path.replace(/(?<=[^/])\.[^./]+$/, '');
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(shortOf(path), (counts.get(shortOf(path)) ?? 0) + 1);
  return paths.map((path) => {
    const isOther = syntaxOfPath(path)?.pairsOnly === true;
    return isOther && (counts.get(shortOf(path)) ?? 0) > 1 ? path : shortOf(path);
  });
}
