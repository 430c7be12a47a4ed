import type { Severity } from '../model/diagnostic.js';
import { createLineIndex, type Point } from '../model/position.js';
import { attributeOffset, type XmlElement } from '../read/xml.js';
import type { XmlFault } from '../read/xml-syntax.js';
import type { ProblemKind } from './problem-kind.js';
import { type TmxProblemCode, tmxProblemKinds } from './tmx-kinds.js';
import { type XliffProblemCode, xliffProblemKinds } from './xliff-kinds.js';
import { type XmlProblemCode, xmlProblemKinds } from './xml-kinds.js';

/** The stable names of all kinds of problems of XLIFF and TMX documents. */
export type ProblemCode = XmlProblemCode | XliffProblemCode | TmxProblemCode;

/** Something in an XLIFF or TMX document that its specification does not allow, with its place. Plain data. */
export interface Problem extends Point {
  /** Stable name of the kind of problem. */
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** One or two sentences in English, with the clause in parentheses. */
  readonly message: string;
  /** The part of the specification that is broken, such as `XLIFF 2.0, 4.3.1.21`. TMX has no numbers: there it is the element or attribute. */
  readonly clause: string;
}

/** Every kind of problem by its code. `docs/validation.md` is tested against it. */
export const problemKinds: Readonly<Record<ProblemCode, ProblemKind>> = {
  ...xmlProblemKinds,
  ...xliffProblemKinds,
  ...tmxProblemKinds,
};

/** Collects the problems of one document. */
export interface Report {
  /** A problem at an attribute of an element, or at the element where it has none of that name. */
  at(element: XmlElement, attribute: string, code: ProblemCode, args: readonly string[], clause?: string): void;
  /** A problem at an offset; `clause` where it is closer than that of the kind. */
  add(code: ProblemCode, offset: number, args: readonly string[], clause?: string): void;
  /** All of them, in the order of their places. */
  problems(): readonly Problem[];
}

/** An empty report on a document. */
export function createReport(text: string): Report {
  const found: { code: ProblemCode; offset: number; args: readonly string[]; clause: string | undefined }[] = [];
  const add: Report['add'] = (code, offset, args, clause) => {
    found.push({ code, offset, args, clause });
  };
  return {
    add,
    at: (element, attribute, code, args, clause) => add(code, attributeOffset(text, element, attribute), args, clause),
    problems() {
      if (found.length === 0) return [];
      const lines = createLineIndex(text);
      return found
        .sort((a, b) => a.offset - b.offset)
        .map(({ code, offset, args, clause: closer }) => {
          const { severity, clause: usual, message } = problemKinds[code];
          const clause = closer ?? usual;
          const sentence = message.replace(/\{(\d)\}/g, (_, index) => shown(args[Number(index)] ?? ''));
          return {
            code,
            severity,
            message: `${sentence.replace(/\.$/, '')} (${clause}).`,
            clause,
            ...lines.pointAt(offset),
          };
        });
    },
  };
}

/** What is wrong with a document that could not even be read to its end; `text`: as far as it could. */
export function problemOf({ code, offset, args, clause }: XmlFault, text: string): Problem {
  const report = createReport(text);
  report.add(code, offset, args, clause);
  return report.problems()[0] as Problem;
}

/** What a message shows of a value from the document: its start, on one line. */
function shown(value: string): string {
  const line = value.slice(0, 100).replace(/\s+/g, ' ').toWellFormed();
  return value.length > 100 ? `${line}…` : line;
}
