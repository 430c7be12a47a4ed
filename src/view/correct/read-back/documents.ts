import { type Piece, preservesSpace } from '../../../read/edited/document.js';
import { readEntries } from '../../../read/edited/tmx.js';
import { isCore, readUnit2 } from '../../../read/edited/xliff2.js';
import { readUnit12 } from '../../../read/edited/xliff12.js';
import { digestTarget } from '../../../write/digest.js';
import { elementsBelow, elementsIn, type XmlElement } from '../../../xml/reader.js';
import type { WorkStatus } from '../work.js';
import { readDocument } from './xml.js';

/** A target that came back. */
interface CameBack {
  /** The ids that its segment may have. */
  readonly ids: readonly string[];
  readonly source: readonly Piece[];
  readonly target: readonly Piece[];
  readonly status?: WorkStatus;
  readonly comment?: string;
}

/** What came back for an article. */
export interface ReadBackFile {
  /** Its path, as the document has it. */
  readonly original: string;
  /** The language of its targets, where the document says it. */
  readonly trgLang?: string;
  readonly targets: readonly CameBack[];
}

/** Reads an XLIFF or a TMX of this tool, as it was written or as it came back; `undefined` where it is neither. */
export function readBack(
  text: string,
  srcLang: string,
  trgLangOf: (path: string) => string,
): readonly ReadBackFile[] | undefined {
  const root = readDocument(text);
  // Notes of an export say what is odd in an article; they are no comments.
  const hasComments = !text.includes(`<?${digestTarget} `);
  if (root?.local === 'xliff') return isCore(root) ? readXliff(root, hasComments) : readXliff12(root, hasComments);
  return root?.local === 'tmx' ? readTmx(root, srcLang, trgLangOf) : undefined;
}

function readXliff(root: XmlElement, hasComments: boolean): readonly ReadBackFile[] {
  const files = elementsIn(root).filter((each) => each.local === 'file' && isCore(each));
  return files.map((file) => ({
    ...languageIn(root, 'trgLang'),
    original: file.attributes.get('original') ?? '',
    targets: elementsBelow(file)
      .filter((each) => each.local === 'unit' && isCore(each))
      .flatMap((unit) => readUnit(unit, preservesSpace(file, false), hasComments)),
  }));
}

function readUnit(unit: XmlElement, space: boolean, hasComments: boolean): readonly CameBack[] {
  const { id: unitId, parts } = readUnit2(unit, space);
  const segments = elementsIn(unit).filter((each) => each.local === 'segment' && isCore(each));
  const own = parts.filter(({ kind }) => kind === 'segment');
  const notes = elementsBelow(unit)
    .filter((each) => each.local === 'note' && isCore(each))
    .map(textOf);
  return own.flatMap(({ id, source, target }, index): readonly CameBack[] => {
    if (target === undefined) return [];
    const attributes = segments[index]?.attributes;
    const status = statusOf(attributes?.get('state'), attributes?.get('subState'));
    return [
      {
        ids: [id ?? unitId, unitId],
        source,
        target,
        ...(status === undefined ? {} : { status }),
        // A note of a block with several segments is of none of them.
        ...(own.length > 1 || notes.length === 0 || !hasComments ? {} : { comment: notes.join('\n') }),
      },
    ];
  });
}

function readXliff12(root: XmlElement, hasComments: boolean): readonly ReadBackFile[] {
  return elementsIn(root)
    .filter(({ local }) => local === 'file')
    .map((file) => ({
      ...languageIn(file, 'target-language'),
      original: file.attributes.get('original') ?? '',
      targets: elementsBelow(file)
        .filter(({ local }) => local === 'trans-unit')
        .flatMap((unit): readonly CameBack[] => {
          const { id, parts } = readUnit12(unit, preservesSpace(file, false));
          const [part] = parts;
          if (part?.target === undefined) return [];
          const own = elementsIn(unit);
          const notes = own.filter(({ local }) => local === 'note').map(textOf);
          // What an export says of human translations is no answer.
          const isConfirmed = own.some(
            ({ local, attributes }) => local === 'target' && attributes.get('state') === 'signed-off',
          );
          return [
            {
              ids: [id],
              source: part.source,
              target: part.target,
              ...(isConfirmed ? { status: 'confirmed' } : {}),
              ...(notes.length === 0 || !hasComments ? {} : { comment: notes.join('\n') }),
            },
          ];
        }),
    }));
}

function languageIn({ attributes }: XmlElement, name: string): Pick<ReadBackFile, 'trgLang'> {
  const trgLang = attributes.get(name) ?? '';
  return trgLang === '' ? {} : { trgLang };
}

function textOf({ children }: XmlElement): string {
  return children.map((child) => (child.kind === 'text' ? child.text : '')).join('');
}

/** `final` is what an export says of human translations: it is no answer. */
function statusOf(state: string | undefined, subState: string | undefined): WorkStatus | undefined {
  if (subState === 'sspr-tm:rejected') return 'rejected';
  return state === 'reviewed' ? 'confirmed' : undefined;
}

function readTmx(root: XmlElement, srcLang: string, trgLangOf: (path: string) => string): readonly ReadBackFile[] {
  const files = new Map<string, CameBack[]>();
  const languages = new Map<string, string>();
  for (const unit of elementsBelow(root).filter(({ local }) => local === 'tu')) {
    const props = new Map(
      elementsBelow(unit).flatMap(({ local, attributes, children: [text] }) =>
        local === 'prop' && text?.kind === 'text' ? [[attributes.get('type'), text.text] as const] : [],
      ),
    );
    const path = props.get('x-article') ?? props.get('file') ?? '';
    const trgLang = languages.get(path) ?? trgLangOf(path);
    languages.set(path, trgLang);
    for (const { source, target } of readEntries(unit, srcLang, trgLang)) {
      const known = files.get(path) ?? [];
      known.push({ ids: [props.get('x-pair') ?? ''], source, target });
      files.set(path, known);
    }
  }
  return [...files].map(([original, targets]) => ({ original, targets }));
}
