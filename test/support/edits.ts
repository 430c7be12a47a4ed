import fc from 'fast-check';
import { type Article, type Content, type Inline, type Segment, segmentsOf } from '../../src/index.js';
import { dropIllegal } from '../../src/xml/escapes.js';

/** Texts that a translator might type: words, and what Markdown, XML and YAML would misread. */
export const typed: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom('Wort', '語', 'คำ', ' ', '。', ':', '(', ')', ',', '"', "'", 'a', '1'),
      fc.constantFrom('*', '**', '_', '__', '`', '``', '[', ']', '](x)', '!', '<', '>', '&', '\\', '$', '@', '~~', '|'),
      fc.constantFrom(
        '&lt;',
        '&#42;',
        '\\*',
        '<b>',
        '</b>',
        '</span>',
        '<!--',
        '<br>',
        'data-ttu-id',
        '# ',
        '- ',
        '1. ',
        '> ',
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '');

/** An article in which some targets were edited: text was put into them, and nothing else of them changed. */
export function editTargets(article: Article, ids: ReadonlySet<string>, text: string, at: number): Article {
  const units = article.units.map((unit) => ({
    ...unit,
    parts: unit.parts.map((part) => (part.kind === 'segment' && ids.has(part.id) ? editTarget(part, text, at) : part)),
  }));
  return { ...article, units };
}

function editTarget(segment: Segment, text: string, at: number): Segment {
  const content = insertText(segment.target.content, text, at);
  return { ...segment, target: { ...segment.target, content } };
}

/** The content with a text in its first text piece, or at its end where it has none. */
function insertText(content: Content, text: string, at: number): Content {
  const place = content.findIndex(({ kind }) => kind === 'text');
  const piece = content[place];
  if (piece?.kind !== 'text') return [...content, { kind: 'text', text }];
  const cut = at % (piece.text.length + 1);
  const edited: Inline = { kind: 'text', text: piece.text.slice(0, cut) + text + piece.text.slice(cut) };
  return content.with(place, edited);
}

/** What a reader sees of a content, and where its codes are: neither ids nor spellings. */
function shapeOf(content: Content): string {
  let shape = '';
  for (const inline of content) {
    if (inline.kind === 'text') shape += dropIllegal(inline.text).replace(/\r\n?/g, '\n');
    else shape += `{${inline.kind} ${inline.subType}}`;
  }
  return shape;
}

/** The targets of an article by the ids of their segments; the title is none of them. */
export function shapesOfTargets(article: Article): ReadonlyMap<string, string> {
  return new Map(
    Array.from(segmentsOf(article))
      .filter(({ recovered }) => !recovered)
      .map(({ id, target }) => [id, shapeOf(target.content)]),
  );
}
