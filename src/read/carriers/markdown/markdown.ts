import type { Article } from '../../../model/article.js';
import type { Edit } from '../../../model/edits.js';
import { groupIntoBlocks } from '../../blocks/blocks.js';
import { readFrontMatter } from '../../metadata/front-matter.js';
import { decodeDoubleQuoted } from '../../metadata/yaml.js';
import { spellDoubleQuoted } from '../../metadata/yaml-scalar.js';
import { type Carrier, type CarrierSyntax, type Change, carrierFrom } from '../carrier.js';
import { withHumanType, withoutHeaderKeys } from './header.js';
import { markdownMarkup } from './markup.js';

/** Markdown with a front matter of YAML. */
export const syntax: CarrierSyntax<'markdown'> = {
  name: 'markdown',
  title: 'Markdown',
  extensions: ['.md', '.markdown'],
  markup: markdownMarkup,
  readMetadata: readFrontMatter,
  hasMetadata: (start) =>
    !/^\ufeff?---/.test(start) || /^\ufeff?---[ \t]*[\r\n](?:[\s\S]*?[\r\n])?---[ \t]*[\r\n]/.test(start),
  open: (text, headerEnd) => ({
    group: (pairs) => groupIntoBlocks(text, pairs, headerEnd),
    textOf({ escaped }, { start, end }) {
      const raw = text.slice(start, end);
      return escaped ? decodeDoubleQuoted(raw) : raw;
    },
    isEscaped: ({ escaped }) => escaped,
  }),
};

/** The same, with its writing. */
export const markdown: Carrier<'markdown'> = /* @__PURE__ */ carrierFrom(syntax, {
  write: writeInPlace,
  withoutLocalization: withoutHeaderKeys,
  withHumanType,
  yamlOf({ text, frontMatter }) {
    if (frontMatter === undefined) return undefined;
    return text.slice(frontMatter.range.start, frontMatter.range.end).replace(/^---[^\r\n]*|---\s*$/g, '');
  },
});

/** Replaces each stretch by itself: nothing around it changes. Within double quotes, texts are escaped. */
export function writeInPlace({ text }: Article, changes: readonly Change[]): readonly Edit[] {
  return changes.map(({ range, by }): Edit => {
    if (typeof by !== 'string') return { range, text: text.slice(by.start, by.end) };
    // The tag right before it shows its quotes.
    const tag = text.slice(text.lastIndexOf('<', range.start - 1), range.start);
    return { range, text: tag.includes('\\"') ? spellDoubleQuoted(by).slice(1, -1) : by };
  });
}
