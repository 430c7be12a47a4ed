import { issueTypesOf } from '../../../check/rule-table.js';
import { version } from '../../../version.js';
import { plainJson } from '../../words/plain-json.js';
import type { Formatter } from './format.js';

/** One JSON object: the version, the files that something was found in, and the counts. */
export function createFormatter(): Formatter {
  return {
    begin: () => `{\n "version": ${plainJson(version)},\n "files": [`,
    hasStats: true,
    between: ',',
    *file({ path, findings }) {
      if (findings.length === 0) return;
      yield `\n  {"path":${plainJson(path)},"findings":[`;
      let before = '';
      for (const found of findings) {
        yield before + plainJson({ ...found, ...issueTypesOf(found) });
        before = ',';
      }
      yield ']}';
    },
    end: ({ files, excluded, ignored, codes, stats }) =>
      `\n ],\n "checked": ${files},\n "excluded": ${excluded},\n "ignored": ${ignored},\n "counts": ${plainJson(codes)},\n "stats": ${plainJson(stats)}\n}\n`,
  };
}
