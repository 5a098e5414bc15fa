import { expectDocument, isTruthy } from '../bson/coerce.ts';
import { isDocument, isNumeric } from '../bson/value.ts';
import type { BsonDocument, Maybe, Value } from '../bson/value.ts';
import { compileExpression } from '../expressions/compile.ts';
import type { Expression, Scope, Variables } from '../expressions/scope.ts';
import { MongoError } from '../mongo-error.ts';
import { arrayProjection } from './array-projection.ts';
import type { ArrayPick } from './array-projection.ts';

export type Projector = (document: BsonDocument, matchedIndex?: number) => BsonDocument;

type Leaf =
  | { readonly kind: 'keep' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'compute'; readonly evaluate: Expression }
  | { readonly kind: 'pick'; readonly pick: ArrayPick };

type Tree = Map<string, Tree | Leaf>;

export interface ProjectionRules {
  /** `find` knows `$slice`, `$elemMatch` and the positional `$`; the stage `$project` reads those names as expressions. */
  readonly dialect: 'find' | 'stage';
  readonly variables: Variables;
}

function isTree(node: Tree | Leaf): node is Tree {
  return node instanceof Map;
}

function insert(tree: Tree, parts: readonly string[], leaf: Leaf): void {
  const [name = '', ...rest] = parts;
  if (name === '') throw new MongoError('BadValue', 'A projection path may not hold empty names');
  const present = tree.get(name);
  if (present && (rest.length === 0 || !isTree(present))) {
    throw new MongoError('BadValue', `Path collision at ${parts.join('.')}`);
  }
  if (rest.length === 0) {
    tree.set(name, leaf);
    return;
  }
  const inner: Tree = present && isTree(present) ? present : new Map();
  tree.set(name, inner);
  insert(inner, rest, leaf);
}

function leafOf(path: string, value: Value, rules: ProjectionRules): Leaf {
  if (rules.dialect === 'find') {
    const pick = arrayProjection(path, value, rules);
    if (pick) return { kind: 'pick', pick };
  }
  if (isNumeric(value) || typeof value === 'boolean') return { kind: isTruthy(value) ? 'keep' : 'drop' };
  return { kind: 'compute', evaluate: compileExpression(value) };
}

function isNestedSpec(value: Value): value is BsonDocument {
  return isDocument(value) && value.size > 0 && ![...value.keys()].some((name) => name.startsWith('$'));
}

function fill(tree: Tree, spec: BsonDocument, prefix: readonly string[], rules: ProjectionRules): void {
  for (const [name, value] of spec) {
    const path = [...prefix, ...name.replace(/\.\$$/, '').split('.')];
    if (isNestedSpec(value)) fill(tree, value, path, rules);
    else insert(tree, path, leafOf([...prefix, name].join('.'), value, rules));
  }
}

function leavesOf(tree: Tree): Leaf[] {
  return [...tree.values()].flatMap((node) => (isTree(node) ? leavesOf(node) : [node]));
}

/** Keeping and dropping do not mix, except that `_id` may be dropped from what is kept. */
function modeOf(tree: Tree): 'include' | 'exclude' {
  const id = tree.get('_id');
  const others = leavesOf(new Map([...tree].filter(([name, node]) => name !== '_id' || isTree(node))));
  const keeps = others.some((leaf) => leaf.kind === 'keep' || leaf.kind === 'compute');
  const positional = others.some((leaf) => leaf.kind === 'pick' && leaf.pick.includes);
  const drops = others.some((leaf) => leaf.kind === 'drop');
  if ((keeps || positional) && drops) throw new MongoError('BadValue', 'Cannot do exclusion in inclusion projection');
  if (keeps || positional) return 'include';
  if (drops || others.length > 0) return 'exclude';
  return id && !isTree(id) && id.kind !== 'drop' ? 'include' : 'exclude';
}

interface Pass {
  readonly scope: Scope;
  readonly root: BsonDocument;
  readonly matchedIndex: number | undefined;
  readonly mode: 'include' | 'exclude';
}

function projectLeaf(leaf: Leaf, value: Maybe, pass: Pass): Maybe {
  if (leaf.kind === 'keep') return value;
  if (leaf.kind === 'drop') return undefined;
  if (leaf.kind === 'pick') return leaf.pick.apply(value, pass.matchedIndex);
  return leaf.evaluate(pass.scope);
}

function projectNested(tree: Tree, value: Maybe, pass: Pass): Maybe {
  if (Array.isArray(value)) {
    const inner = value.map((element) => projectNested(tree, element, pass));
    return inner.filter((element) => element !== undefined);
  }
  if (isDocument(value)) return projectDocument(tree, value, pass);
  const makes = leavesOf(tree).some((leaf) => leaf.kind === 'compute');
  if (makes) return projectDocument(tree, new Map(), pass);
  return pass.mode === 'include' ? undefined : value;
}

function projectDocument(tree: Tree, document: BsonDocument, pass: Pass): BsonDocument {
  const result: BsonDocument = new Map();
  for (const [name, value] of document) {
    const node = tree.get(name);
    const kept = node
      ? isTree(node)
        ? projectNested(node, value, pass)
        : projectLeaf(node, value, pass)
      : pass.mode === 'include'
        ? undefined
        : value;
    if (kept !== undefined) result.set(name, kept);
  }
  for (const [name, node] of tree) {
    if (document.has(name)) continue;
    const made = isTree(node)
      ? projectNested(node, undefined, pass)
      : node.kind === 'compute'
        ? node.evaluate(pass.scope)
        : undefined;
    if (made !== undefined) result.set(name, made);
  }
  return result;
}

/** Compiles a projection of `find` or of the stage `$project`. */
export function compileProjection(spec: BsonDocument, rules: ProjectionRules): Projector {
  const tree: Tree = new Map();
  fill(tree, expectDocument(spec, 'projection'), [], rules);
  const mode = modeOf(tree);
  if (mode === 'include' && !tree.has('_id')) tree.set('_id', { kind: 'keep' });
  return (document, matchedIndex) => {
    const scope: Scope = { root: document, variables: rules.variables };
    return projectDocument(tree, document, { scope, root: document, matchedIndex, mode });
  };
}

/** The stages `$addFields` and `$set`: the document with computed fields put in, also into nested ones. */
export function compileAddFields(spec: BsonDocument, variables: Variables): Projector {
  const tree: Tree = new Map();
  const add = (fields: BsonDocument, prefix: readonly string[]): void => {
    for (const [name, value] of fields) {
      const path = [...prefix, ...name.split('.')];
      if (isNestedSpec(value)) add(value, path);
      else insert(tree, path, { kind: 'compute', evaluate: compileExpression(value) });
    }
  };
  add(spec, []);
  return (document) => {
    const scope: Scope = { root: document, variables };
    return projectDocument(tree, document, { scope, root: document, matchedIndex: undefined, mode: 'exclude' });
  };
}
