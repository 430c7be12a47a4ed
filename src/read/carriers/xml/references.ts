import { isXmlCharacter } from '../../../xml/character.js';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const reference = '&(?:#[0-9]{1,8}|#x[0-9A-Fa-f]{1,8}|amp|lt|gt|quot|apos);';
const section = '<!\\[CDATA\\[[\\s\\S]*?\\]\\]>';
const character = '\\r\\n|[\\ud800-\\udbff][\\udc00-\\udfff]|[\\s\\S]';

/** A pattern for a text in which each section has its end, and one for a text without. */
interface Pattern {
  readonly withSections: RegExp;
  readonly without: RegExp;
}

const references: Pattern = pattern(reference);
const characters: Pattern = pattern(`${reference}|${character}`);

function pattern(source: string): Pattern {
  return { withSections: new RegExp(`${section}|${source}`, 'g'), without: new RegExp(source, 'g') };
}

/** The text that XML content without elements stands for: references and sections are read. */
export function resolveReferences(xml: string): string {
  const [sections, rest] = cutAfterSections(xml);
  return sections.replace(references.withSections, resolve) + rest.replace(references.without, resolve);
}

/** Each character of such content as it is shown and as it is spelled, in order; a section is one. */
export function spellingsOf(xml: string): [shown: string, spelled: string][] {
  const [sections, rest] = cutAfterSections(xml);
  return [sections.match(characters.withSections) ?? [], rest.match(characters.without) ?? []]
    .flat()
    .map((spelled) => [spelled.length === 1 ? spelled : resolve(spelled), spelled]);
}

/**
 * A text in two. After the end of the last section, none is looked for: to look for the end of each that has none would
 * take time in the square of the length.
 */
function cutAfterSections(text: string): readonly [withSections: string, rest: string] {
  const end = text.lastIndexOf(']]>');
  return end < 0 ? ['', text] : [text.slice(0, end + ']]>'.length), text.slice(end + ']]>'.length)];
}

/** What a reference or a section stands for; a reference to what XML cannot hold stands for itself. */
function resolve(spelled: string): string {
  if (spelled.startsWith('<![CDATA[')) return spelled.slice('<![CDATA['.length, -']]>'.length);
  if (!spelled.startsWith('&')) return spelled;
  const named = spelled.slice(1, -1);
  if (!named.startsWith('#')) return entities[named] ?? spelled;
  const point = named.startsWith('#x') ? Number.parseInt(named.slice(2), 16) : Number(named.slice(1));
  return isXmlCharacter(point) ? String.fromCodePoint(point) : spelled;
}
