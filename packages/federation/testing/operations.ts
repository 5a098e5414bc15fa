import { getNamedType, isAbstractType, isCompositeType, isInterfaceType, isObjectType, parse, validate } from 'graphql';
import type { DocumentNode, GraphQLCompositeType, GraphQLField, GraphQLSchema } from 'graphql';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';

/** A random operation over a schema, with everything an operation may have. */
export interface WorldOperation {
  readonly document: DocumentNode;
  readonly text: string;
  readonly kind: 'query' | 'mutation';
}

/** Variables that every operation declares; `$s1` and `$n` have defaults. */
const DEFINITIONS = {
  s0: '$s0: Boolean!',
  s1: '$s1: Boolean = true',
  n: '$n: Int = 3',
  t: '$t: String',
} as const;

const DEPTH_MAX = 5;

interface Writing {
  readonly schema: GraphQLSchema;
  readonly random: Random;
  readonly used: Set<string>;
  readonly fragments: string[];
  budget: number;
}

/** @returns `undefined` when what came out is no valid operation: two fields under one name, say. */
export function createOperation(schema: GraphQLSchema, seed: number): WorldOperation | undefined {
  const random = createRandom(seed);
  const kind = random.chance(0.12) ? 'mutation' : 'query';
  const writing: Writing = { schema, random, used: new Set(), fragments: [], budget: 30 };
  const root = schema.getRootType(kind as never);
  if (!root) return undefined;
  const body = writeSelection(root, 0, writing);
  const used = Object.entries(DEFINITIONS).filter(([name]) => writing.used.has(name));
  const variables = used.length > 0 ? `(${used.map(([, definition]) => definition).join(', ')})` : '';
  const text = `${kind} Op${variables} ${body}\n${writing.fragments.join('\n')}`;
  const document = parse(text);
  return validate(schema, document).length === 0 ? { document, text, kind } : undefined;
}

export function createVariables(seed: number): Record<string, unknown> {
  const random = createRandom(seed);
  const values: Record<string, unknown> = { s0: random.chance(0.5) };
  if (random.chance(0.5)) values['s1'] = random.chance(0.5);
  if (random.chance(0.5)) values['n'] = random.pick([0, 7, null]);
  if (random.chance(0.5)) values['t'] = 'a "text"';
  return values;
}

function writeSelection(type: GraphQLCompositeType, depth: number, writing: Writing): string {
  const { random } = writing;
  const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
  const leafless = depth >= DEPTH_MAX || writing.budget <= 0;
  const usable = fields.filter((field) => !leafless || !isCompositeType(getNamedType(field.type)));
  const parts: string[] = [];
  for (let count = 1 + random.int(depth === 0 ? 4 : 3); count > 0 && usable.length > 0; count--) {
    parts.push(writeField(random.pick(usable), depth, writing));
  }
  if (random.chance(0.2)) parts.push(`${random.chance(0.3) ? 'kind: ' : ''}__typename`);
  if (!leafless && random.chance(isAbstractType(type) ? 0.9 : 0.15)) parts.push(writeFragment(type, depth, writing));
  if (!leafless && isAbstractType(type) && random.chance(0.5)) parts.push(writeFragment(type, depth, writing));
  if (parts.length === 0) parts.push('__typename');
  return `{ ${parts.join(' ')} }`;
}

function writeField(field: GraphQLField<unknown, unknown>, depth: number, writing: Writing): string {
  const { random } = writing;
  writing.budget -= 1;
  const named = getNamedType(field.type);
  const alias = random.chance(0.2)
    ? `${random.pick(['a', 'b', 'id', 'f0', 'f1', 'label', 'sku', `x${random.int(100)}`])}: `
    : '';
  const below = isCompositeType(named) ? ` ${writeSelection(named, depth + 1, writing)}` : '';
  return `${alias}${field.name}${writeArguments(field, writing)}${writeCondition(writing)}${below}`;
}

function writeArguments(field: GraphQLField<unknown, unknown>, { random, used }: Writing): string {
  const given = random.some(field.args, 0.5).map(({ name }) => {
    const variable = name === 'n' ? 'n' : 't';
    if (random.chance(0.4)) {
      used.add(variable);
      return `${name}: $${variable}`;
    }
    return `${name}: ${name === 'n' ? random.int(3) : '"lit"'}`;
  });
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

function writeCondition({ random, used }: Writing): string {
  if (!random.chance(0.12)) return '';
  const variable = random.pick(['s0', 's1', '']);
  if (variable) used.add(variable);
  return ` @${random.pick(['skip', 'include'])}(if: ${variable ? `$${variable}` : random.chance(0.5)})`;
}

function writeFragment(type: GraphQLCompositeType, depth: number, writing: Writing): string {
  const { schema, random, fragments } = writing;
  const possible: GraphQLCompositeType[] = isAbstractType(type) ? [...schema.getPossibleTypes(type), type] : [type];
  if (isObjectType(type)) possible.push(...type.getInterfaces());
  const target = random.pick(possible);
  const usable = target === type || isObjectType(target) || isInterfaceType(target) ? target : type;
  // Apollo's executor drops `... on T0` inside `... on I0` where the type is known to be T0: see known-wrongs.test.ts.
  const body = writeSelection(usable, isObjectType(type) && usable !== type ? DEPTH_MAX : depth + 1, writing);
  const condition = writeCondition(writing);
  if (random.chance(0.6))
    return `... ${random.chance(0.2) && usable === type ? '' : `on ${usable.name}`}${condition} ${body}`;
  const name = `F${fragments.length}`;
  fragments.push(`fragment ${name} on ${usable.name} ${body}`);
  return `...${name}${condition}`;
}
