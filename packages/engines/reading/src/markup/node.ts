/** An element of HTML or XML; names are without prefix and in lower case for HTML. */
export interface MarkupNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (MarkupNode | string)[];
}

/** Deeper than any document that a person wrote; what is nested deeper is not read. */
export const DEPTH_MAX = 256;
export const NODES_MAX = 3_000_000;

export const isElement = (node: MarkupNode | string): node is MarkupNode => typeof node !== 'string';
export const elementsOf = ({ children }: MarkupNode): MarkupNode[] => children.filter(isElement);
export const childOf = (node: MarkupNode | undefined, name: string): MarkupNode | undefined =>
  node && elementsOf(node).find((child) => child.name === name);
export const childrenOf = (node: MarkupNode | undefined, name: string): MarkupNode[] =>
  node ? elementsOf(node).filter((child) => child.name === name) : [];

/** All elements of a name, at any depth, in order. */
export function* findAll(node: MarkupNode, name: string): Generator<MarkupNode> {
  for (const child of elementsOf(node)) {
    if (child.name === name) yield child;
    yield* findAll(child, name);
  }
}

/** Elements of a name, but none in those that are read elsewhere. */
export function* findOwn(node: MarkupNode, name: string, elsewhere: RegExp): Generator<MarkupNode> {
  for (const child of elementsOf(node)) {
    if (elsewhere.test(child.name)) continue;
    if (child.name === name) yield child;
    yield* findOwn(child, name, elsewhere);
  }
}

export const findFirst = (node: MarkupNode, name: string): MarkupNode | undefined =>
  findAll(node, name).next().value ?? undefined;

/** The words of an element and all within. */
export function wordsOf(node: MarkupNode | string): string {
  return typeof node === 'string' ? node : node.children.map(wordsOf).join('');
}
