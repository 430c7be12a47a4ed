import type { TranslationType } from '../article.js';
import type { DocumentDiagnosticCode } from '../diagnostics/document-kinds.js';
import type { Point } from '../position.js';
import type { EntryProp, EntryText } from './entry.js';

/** When a unit, or a variant of it, was made, changed and used, as far as its document says it in a form that is valid. */
export interface DocumentUse {
  /** `creationdate`: `YYYYMMDDThhmmssZ`. */
  readonly creationDate?: string;
  /** `changedate`, in the same form. */
  readonly changeDate?: string;
  /** `lastusagedate`, in the same form. */
  readonly lastUsageDate?: string;
  /** `usagecount`. */
  readonly usageCount?: number;
}

/** A text of a unit in one language: a `<tuv>` of TMX, a `<source>` or a `<target>` of XLIFF. */
export interface DocumentVariant extends EntryText, DocumentUse {
  /** What else the attributes of its `<tuv>` say, where that was asked for. */
  readonly attributes?: readonly EntryProp[];
  /** A BCP 47 tag in its usual spelling. */
  readonly lang: string;
  /** Its properties, in order; a `<note>` is one of the type `note`. */
  readonly props: readonly EntryProp[];
  /** Who translated it, where the state of an XLIFF segment says it. */
  readonly translationType?: TranslationType;
  /** The document says that nobody has translated it yet: the state `initial`, or what XLIFF 1.2 has for that. */
  readonly isUntranslated?: true;
}

/**
 * A unit of an existing memory: a `<tu>` of TMX, a segment of XLIFF 2, a `<trans-unit>` of XLIFF 1.2. Plain data; its place
 * is where it starts in the document.
 */
export interface DocumentUnit extends Point, DocumentUse {
  /** `tuid`; the id of a segment, or of its unit. */
  readonly id?: string;
  /** The language that it was translated from; not there where the document says `*all*`, or nothing. */
  readonly srcLang?: string;
  /** What else the attributes of its `<tu>` say, where that was asked for. */
  readonly attributes?: readonly EntryProp[];
  /** In document order, the source included. */
  readonly variants: readonly DocumentVariant[];
  /** Properties of the unit, in order; a `<note>` is one of the type `note`. */
  readonly props: readonly EntryProp[];
  /** Variants that are none: why, and what the message says of it. */
  readonly leftOut?: readonly DocumentLoss[];
}

/** Why something of a document is not in the entry that is made of it. */
export interface DocumentLoss {
  readonly code: DocumentDiagnosticCode;
  readonly args: readonly string[];
  /** It is the source of the unit, and what is lost with it is counted: not to be counted as well. */
  readonly isSource?: true;
}
