import { issueTypesOf } from '../../check/rules.js';
import { version } from '../../version.js';
import type { CheckFormat } from './format.js';

/** One JSON object: the version, the files that something was found in, and the counts. */
export function createJson(): CheckFormat {
  let separator = '';
  return {
    begin: () => `{\n "version": ${JSON.stringify(version)},\n "files": [`,
    *file({ path, findings }) {
      if (findings.length === 0) return;
      yield `${separator}\n  {"path":${JSON.stringify(path)},"findings":[`;
      let before = '';
      for (const found of findings) {
        yield before + JSON.stringify({ ...found, ...issueTypesOf(found.code) });
        before = ',';
      }
      yield ']}';
      separator = ',';
    },
    end: ({ files, codes, stats }) =>
      `\n ],\n "checked": ${files},\n "counts": ${JSON.stringify(codes)},\n "stats": ${JSON.stringify(stats)}\n}\n`,
  };
}
