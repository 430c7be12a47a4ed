import type { XmlElement } from '../../../xml/reader.js';
import type { Report } from '../../problem.js';
import { moduleAttribute } from '../rules.js';

/** Checks the attributes of the format style module (section 5.3) against each other. */
export function checkFormatStyle(element: XmlElement, report: Report): void {
  const subFs = moduleAttribute(element, 'fs:subFs');
  if (subFs === undefined || moduleAttribute(element, 'fs:fs') !== undefined) return;
  report.at(element, subFs.written, 'xliff/sub-fs-without-fs', []);
}
