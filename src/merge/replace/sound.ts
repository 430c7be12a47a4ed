import { type Article, type Segment, segmentsOf, type Value } from '../../model/article.js';
import { parseArticle } from '../../read/article.js';
import type { Carrier } from '../../read/carriers/carrier.js';
import { readYamlMapping } from '../../read/metadata/yaml.js';
import { type Replacement, replaceTargets } from './replace.js';

/**
 * Those replacements with which the article is still read as it was, but for these targets. A target that looks like
 * the markup of a pair, or breaks the front matter, is none of them.
 */
export function soundReplacements(
  article: Article,
  replacements: readonly Replacement[],
  carrier: Carrier,
): readonly Replacement[] {
  if (replacements.length === 0) return replacements;
  const isWhole = (content: string): boolean => carrier.isWhole?.(content) ?? true;
  const whole = replacements.filter(({ segment, markdown }) => isWhole(markdown) || !isWhole(segment.target.text));
  const before = readPairs(article, carrier);
  if (isSound(before, whole)) return whole;
  // Reading a pair costs less than reading the article.
  const candidates = whole.filter((replacement) => isSoundPair(article, replacement, carrier));
  const sound = soundOf(before, candidates);
  return isSound(before, sound) ? sound : [];
}

/** Halves until all of a part are sound, or it is a single one that is not. */
function soundOf(before: Pairs, replacements: readonly Replacement[]): readonly Replacement[] {
  if (isSound(before, replacements)) return replacements;
  if (replacements.length === 1) return [];
  const middle = replacements.length >> 1;
  return [...soundOf(before, replacements.slice(0, middle)), ...soundOf(before, replacements.slice(middle))];
}

/** Whether a pair alone is still one pair with the new target. One that cannot be read alone is taken to be. */
function isSoundPair(article: Article, { segment, markdown }: Replacement, carrier: Carrier): boolean {
  // Where a pair shares its quotes with others, it cannot be read alone.
  if (segment.recovered || carrier.sharesQuotes) return true;
  const alone = (text: string): readonly Segment[] => {
    const { start, end } = segment.range;
    const read = parseArticle(text.slice(start, end + text.length - article.text.length), { carrier });
    return read._tag === 'Left' ? [] : [...segmentsOf(read.right)];
  };
  const isPair = (segments: readonly Segment[], target: string): boolean =>
    segments.length === 1 && segments[0]?.target.text === target && segments[0].source.text === segment.source.text;
  return (
    !isPair(alone(article.text), segment.target.text) ||
    isPair(alone(replaceTargets(article, [{ segment, markdown }], carrier)), markdown)
  );
}

/** What of an article must stay as it is. */
interface Pairs {
  readonly article: Article;
  readonly carrier: Carrier;
  readonly pairs: readonly Segment[];
  readonly yaml: YamlShape | undefined;
}

function readPairs(article: Article, carrier: Carrier): Pairs {
  const pairs = [...segmentsOf(article)].filter(({ recovered }) => !recovered);
  return { article, carrier, pairs, yaml: readYamlShape(article, pairs, carrier) };
}

function isSound({ article, carrier, pairs, yaml }: Pairs, replacements: readonly Replacement[]): boolean {
  const read = parseArticle(replaceTargets(article, replacements, carrier), { carrier });
  if (read._tag === 'Left') return false;
  const after = readPairs(read.right, carrier);
  const expected = new Map(replacements.map(({ segment, markdown }) => [segment.id, markdown]));
  const title = replacements.find(({ segment }) => segment.recovered);
  return (
    titleOf(after.article) === (title === undefined ? titleOf(article) : JSON.stringify(title.markdown)) &&
    after.article.frontMatter?.entries.length === article.frontMatter?.entries.length &&
    isSameYaml(yaml, after.yaml, replacements) &&
    pairs.length === after.pairs.length &&
    pairs.every(({ id, source, target }, index) => {
      const other = after.pairs[index];
      return (
        other?.id === id && other.source.text === source.text && other.target.text === (expected.get(id) ?? target.text)
      );
    })
  );
}

/** A title may also be a list, or a mapping. */
function titleOf({ frontMatter }: Article): string | undefined {
  return JSON.stringify(frontMatter?.entries.find(({ key }) => key === 'title')?.value);
}

/** What a target that is no YAML where it stands would change: a `#` cuts off the rest of a plain value, for example. */
interface YamlShape {
  readonly isYaml: boolean;
  /** How many halves of pairs are in the values. */
  readonly halves: number;
  /** The targets as they are read out of the values, by id. Line ends may be folded to spaces there. */
  readonly targets: ReadonlyMap<string, string>;
}

/** Of an article with pairs in its YAML. */
function readYamlShape(article: Article, [first]: readonly Segment[], carrier: Carrier): YamlShape | undefined {
  const yaml = carrier.yamlOf?.(article);
  if (yaml === undefined || first === undefined) return undefined;
  const { frontMatter } = article;
  if (frontMatter !== undefined && first.range.start >= frontMatter.range.end) return undefined;
  const { entries, findings } = readYamlMapping(yaml, 0);
  const values = scalarsIn(entries.map(({ value }) => value)).join('\n\n');
  const read = parseArticle(values);
  const segments = read._tag === 'Left' ? [] : [...segmentsOf(read.right)];
  return {
    isYaml: findings.length === 0,
    halves: values.split(/data-[st]tu-id=/).length,
    targets: new Map(segments.map(({ id, target }) => [id, folded(target.text)])),
  };
}

/** Values nest no deeper than the reader of YAML lets them. */
function scalarsIn(value: Value): readonly string[] {
  if (typeof value === 'string') return [value];
  return (Array.isArray(value) ? value : Object.values(value)).flatMap((each: Value) => scalarsIn(each));
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What was no YAML before cannot be broken; what was read out of it before has to be read out of it as it was meant. */
function isSameYaml(
  before: YamlShape | undefined,
  after: YamlShape | undefined,
  replacements: readonly Replacement[],
): boolean {
  if (before === undefined || !before.isYaml) return true;
  if (after?.isYaml !== true || after.halves !== before.halves) return false;
  return replacements.every(({ segment: { id, target }, markdown }) => {
    const wasRead = before.targets.get(id) === folded(target.text);
    return !wasRead || after.targets.get(id) === folded(markdown);
  });
}
