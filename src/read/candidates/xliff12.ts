import { elementsIn, type XmlElement } from '../../xml/reader.js';
import { piecesIn, readUnit12 } from '../edited/xliff12.js';
import type { CandidateFile, CandidateUnit, XliffCandidate } from './xliff2.js';

const namespace = /^(?:urn:oasis:names:tc:xliff:document:1\.[0-9])?$/;

/** The files of an XLIFF 1.2 document with the candidates of their units (`<alt-trans>`); none where it is another one. */
export function readCandidates12(root: XmlElement): readonly CandidateFile[] {
  if (root.local !== 'xliff' || !namespace.test(root.namespace)) return [];
  return elementsIn(root)
    .filter(({ local }) => local === 'file')
    .map((file) => {
      const trgLang = file.attributes.get('target-language');
      return {
        original: file.attributes.get('original') ?? '',
        ...(trgLang === undefined ? {} : { trgLang }),
        units: unitsIn(file).map(readUnit),
      };
    });
}

/** Units stand in groups, too. Depth is limited by the reader. */
function unitsIn(parent: XmlElement): XmlElement[] {
  const units: XmlElement[] = [];
  for (const child of elementsIn(parent)) {
    if (child.local === 'trans-unit') units.push(child);
    else if (child.local === 'body' || child.local === 'group') for (const each of unitsIn(child)) units.push(each);
  }
  return units;
}

function readUnit(unit: XmlElement): CandidateUnit {
  const { id, parts } = readUnit12(unit, true);
  const name = unit.attributes.get('resname')?.replace(/^heading .*/, 'heading');
  const isApproved = unit.attributes.get('approved') === 'yes';
  const state = sideOf(unit, 'target')?.attributes.get('state') ?? (isApproved ? 'approved' : undefined);
  const candidates = elementsIn(unit)
    .filter(({ local }) => local === 'alt-trans')
    .map(readCandidate);
  return {
    id,
    ...(name === undefined ? {} : { name }),
    parts,
    states: new Map(state === undefined ? [] : [[id, state]]),
    candidates: new Map(candidates.length === 0 ? [] : [[id, candidates]]),
  };
}

/** An `<alt-trans>` (XLIFF 1.2, section 2.3). Its quality may be a share, or what a tool calls it. */
function readCandidate(alternative: XmlElement): XliffCandidate {
  const [source, target] = [sideOf(alternative, 'source'), sideOf(alternative, 'target')];
  const score = Number.parseFloat(alternative.attributes.get('match-quality') ?? '');
  const origin = alternative.attributes.get('origin');
  const type = target?.attributes.get('state-qualifier');
  return {
    ...(Number.isNaN(score) ? {} : { score }),
    ...(type === undefined ? {} : { type }),
    ...(origin === undefined ? {} : { origin }),
    penalties: [],
    source: source === undefined ? [] : piecesIn(source),
    target: target === undefined ? [] : piecesIn(target),
  };
}

function sideOf(parent: XmlElement, name: 'source' | 'target'): XmlElement | undefined {
  return elementsIn(parent).find(({ local }) => local === name);
}
