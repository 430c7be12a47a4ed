import { type Alias, type Document, isAlias, isMap, isNode, isScalar, isSeq, type ParsedNode, visit } from 'yaml';
import type { Value } from '../../model/article.js';
import { deepestYaml, mostYamlValuesBesides, mostYamlValuesForEach } from '../../model/limits.js';

type Report = (
  code: 'yaml/unresolved-alias' | 'yaml/too-deep' | 'yaml/too-large',
  node: ParsedNode,
  arg: string,
) => void;

/**
 * Makes values of the nodes of a document of `length` characters. An alias stands for a value of any size, and a value is
 * written with all keys around it: what comes to more than a multiple of the document is an attack. From there on values
 * are empty, which is reported once.
 */
export function createValueReader(
  document: Document.Parsed,
  length: number,
  report: Report,
): (node: ParsedNode) => Value {
  let left = mostYamlValuesForEach * length + mostYamlValuesBesides;
  const reported = new Set<string>();
  const reportOnce: Report = (code, node, arg) => {
    if (!reported.has(code)) report(code, node, arg);
    reported.add(code);
  };
  let targets: ReadonlyMap<Alias, ParsedNode> | undefined;
  const read = (node: ParsedNode, depth: number, path: number): Value => {
    left -= 1 + (isScalar(node) ? path + String(node.value ?? '').length : 0);
    if (left < 0) {
      reportOnce('yaml/too-large', node, `values of more than ${mostYamlValuesForEach} times its length`);
      return '';
    }
    if (depth > deepestYaml) {
      reportOnce('yaml/too-deep', node, String(deepestYaml));
      return '';
    }
    if (isAlias(node)) {
      targets ??= findTargets(document);
      const target = targets.get(node);
      if (target !== undefined) return read(target, depth + 1, path);
      const alias = `*${node.source}`;
      report('yaml/unresolved-alias', node, alias);
      return alias;
    }
    if (isSeq(node)) return node.items.map((item) => (isNode(item) ? read(item as ParsedNode, depth + 1, path) : ''));
    if (isMap(node)) {
      return Object.fromEntries(
        node.items.map(({ key, value }) => {
          const name = isScalar(key) ? String(key.value) : '';
          return [name, isNode(value) ? read(value as ParsedNode, depth + 1, path + name.length + 1) : ''];
        }),
      );
    }
    return isScalar(node) ? String(node.value ?? '') : '';
  };
  return (node) => read(node, 0, 0);
}

/** What each alias stands for: the last node before it with its anchor. (`resolve` of the library looks at all nodes for each.) */
function findTargets(document: Document.Parsed): ReadonlyMap<Alias, ParsedNode> {
  const targets = new Map<Alias, ParsedNode>();
  const anchors = new Map<string, ParsedNode>();
  visit(document, {
    Node(_, node) {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target !== undefined) targets.set(node, target);
      } else if (node.anchor !== undefined) anchors.set(node.anchor, node as ParsedNode);
    },
  });
  return targets;
}
