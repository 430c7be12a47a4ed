import { issueTypesOf } from '../../../check/rules.js';
import { version } from '../../../version.js';
import { plainJson } from '../../plain-json.js';
import type { CheckFormat } from './format.js';

/** One JSON object: the version, the files that something was found in, and the counts. */
export function createJson(): CheckFormat {
  let separator = '';
  return {
    begin: () => `{\n "version": ${plainJson(version)},\n "files": [`,
    *file({ path, findings }) {
      if (findings.length === 0) return;
      yield `${separator}\n  {"path":${plainJson(path)},"findings":[`;
      let before = '';
      for (const found of findings) {
        yield before + plainJson({ ...found, ...issueTypesOf(found.code) });
        before = ',';
      }
      yield ']}';
      separator = ',';
    },
    end: ({ files, excluded, ignored, codes, stats }) =>
      `\n ],\n "checked": ${files},\n "excluded": ${excluded},\n "ignored": ${ignored},\n "counts": ${plainJson(codes)},\n "stats": ${plainJson(stats)}\n}\n`,
  };
}
