import type { Diagnostic } from '../model/diagnostics/diagnostic.js';
import { createLineIndex, type LineIndex } from '../model/position.js';
import { attributeOffset, type XmlElement } from '../xml/reader.js';
import type { XmlFault } from '../xml/syntax.js';
import type { ProblemKind } from './kinds/problem-kind.js';
import { type TmxProblemCode, tmxProblemKinds } from './kinds/tmx-kinds.js';
import { type XliffProblemCode, xliffProblemKinds } from './kinds/xliff-kinds.js';
import { type XmlProblemCode, xmlProblemKinds } from './kinds/xml-kinds.js';

/** The stable names of all kinds of problems of XLIFF and TMX documents. */
export type ProblemCode = XmlProblemCode | XliffProblemCode | TmxProblemCode;

/** Something in an XLIFF or TMX document that its specification does not allow. Its message has the clause in parentheses. */
export interface Problem extends Omit<Diagnostic<ProblemCode>, 'end' | 'segment' | 'side'> {
  /** The part of the specification that is broken, such as `XLIFF 2.0, 4.3.1.21`. TMX has no numbers: there it is the element or attribute. */
  readonly clause: string;
}

/** Every kind of problem by its code. `docs/validation.md` is tested against it. */
export const problemKinds: Readonly<Record<ProblemCode, ProblemKind>> = {
  ...xmlProblemKinds,
  ...xliffProblemKinds,
  ...tmxProblemKinds,
};

/** Takes the problems of a document, or of a part of it. */
export interface Reporter {
  /** A problem at an attribute of an element, or at the element where it has none of that name. */
  at(element: XmlElement, attribute: string, code: ProblemCode, args: readonly string[], clause?: string): void;
  /** A problem at an offset; `clause` where it is closer than that of the kind. */
  add(code: ProblemCode, offset: number, args: readonly string[], clause?: string): void;
}

/** Collects the problems of one document. */
export interface Report extends Reporter {
  /** All of them, in the order of their places. */
  problems(): readonly Problem[];
}

/** A report on a document that is looked at in parts. */
export interface PartialReport extends Pick<Report, 'problems'> {
  /** For a part of it, whose elements have their places in `text`; `placeOf`: where in the document an offset of it is. */
  within(text: string, placeOf: (offset: number) => number): Reporter;
}

/** An empty report on a document that is looked at as a whole. */
export function createReport(text: string): Report {
  const report = createPartialReport(() => createLineIndex(text));
  return { ...report, ...report.within(text, (offset) => offset) };
}

/** An empty report; `linesOf`: asked for when there is a problem. */
export function createPartialReport(linesOf: () => LineIndex): PartialReport {
  const found: { code: ProblemCode; offset: number; args: readonly string[]; clause: string | undefined }[] = [];
  return {
    within(text, placeOf) {
      const add: Report['add'] = (code, offset, args, clause) => {
        found.push({ code, offset: placeOf(offset), args, clause });
      };
      return {
        add,
        at: (element, attribute, code, args, clause) =>
          add(code, attributeOffset(text, element, attribute), args, clause),
      };
    },
    problems() {
      if (found.length === 0) return [];
      const lines = linesOf();
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
