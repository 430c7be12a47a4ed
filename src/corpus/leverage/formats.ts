import { translateSource } from '../../split/source/translate-source.js';
import type { ClientName } from '../../write/export-options.js';
import type { Exporter } from '../../write/exporter.js';
import { xliff } from '../../write/formats/xliff.js';
import { xliff12 } from '../../write/formats/xliff12.js';
import type { formats } from '../../write/formats.js';
import { clientFormats } from '../clients/client-formats.js';

/** The article with the targets that its segments have; what has none stays as it is. */
const markdown: Exporter<'md'> = {
  name: 'md',
  title: 'Markdown, the article in the target language',
  extension: '.md',
  otherExtensions: ['.markdown'],
  scope: 'article',
  begin: () => '',
  article: () => [],
  source: ({ article }) => [translateSource(article)],
  end: () => '',
};

/** What articles that are to be translated are written as. */
export const leverageFormats: readonly [typeof xliff, typeof xliff12, typeof markdown] = [xliff, xliff12, markdown];

/** Their names. */
export type LeverageFormat = (typeof leverageFormats)[number]['name'];

/** The exporters that are asked for; by default, that of the file which `output` names, else those of the client, else XLIFF 2. */
export function formatsOf(
  asked: readonly (LeverageFormat | Exporter)[] | undefined,
  output: string,
  options: { readonly client?: ClientName } = {},
): readonly (Exporter | keyof typeof formats)[] {
  if (asked !== undefined) return asked.map((each) => (each === 'md' ? markdown : each));
  const ofClient = clientFormats('leverage', options, output, leverageFormats);
  if (ofClient !== undefined) return ofClient;
  const isMarkdown = /\.(?:md|markdown)$/i.test(output);
  return [isMarkdown ? markdown : xliff];
}
