import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node } from 'yaml';

export type Yaml = string | readonly Yaml[] | Mapping;
/** Keys with their values in order, also those that come again: the tests of liblouis name `tests` and `flags` several times. */
export class Mapping {
  readonly pairs: readonly (readonly [key: string, value: Yaml])[];
  constructor(pairs: readonly (readonly [string, Yaml])[]) {
    this.pairs = pairs;
  }
  /** The last of this name. */
  get(key: string): Yaml | undefined {
    return this.pairs.findLast(([name]) => name === key)?.[1];
  }
}

/** Their reader lets a list in brackets go on at the beginning of a line, where the rules of YAML want it indented. */
const STRAY = /^(?=[^\s#-])(?![\w-]+:(?:\s|$))/gm;

/** Reads a file of tests, every value as the words that it is written in. @throws YAMLError for what is no YAML. */
export function readYaml(source: string): Yaml {
  const file = parseDocument(source.replaceAll(STRAY, '        '), { uniqueKeys: false, schema: 'failsafe' });
  const [error] = file.errors;
  if (error) throw error;
  return valueOf(file.contents);
}

function valueOf(node: unknown): Yaml {
  if (isSeq<Node>(node)) return node.items.map(valueOf);
  if (isMap<Node, Node>(node)) return new Mapping(node.items.map(({ key, value }) => [String(key), valueOf(value)]));
  return isScalar<string>(node) ? node.value : '';
}
