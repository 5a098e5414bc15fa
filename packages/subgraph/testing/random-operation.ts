import type { Random } from '@modu/federation/testing/random';
import {
  astFromValue,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  print,
} from 'graphql';
import type { GraphQLCompositeType, GraphQLField, GraphQLInputType, GraphQLSchema } from 'graphql';

export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Operations over a schema, each with what makes execution hard: fragments, conditions, aliases, variables that are not given. */
export function randomOperation(schema: GraphQLSchema, random: Random): RandomOperation {
  const isMutation = schema.getMutationType() !== undefined && random.chance(0.2);
  const root = isMutation ? schema.getMutationType() : schema.getQueryType();
  if (!root) throw new Error('The schema has no root.');
  const writer = new Writer(schema, random);
  const selection = writer.select(root, 4);
  const declared = [...writer.declared.values()].join(' ');
  const head = `${isMutation ? 'mutation' : 'query'} Q${declared ? `(${declared})` : ''}`;
  return { query: `${head} ${selection} ${writer.fragments.join(' ')}`, variables: writer.variables };
}

class Writer {
  readonly fragments: string[] = [];
  readonly declared = new Map<string, string>();
  readonly variables: Record<string, unknown> = {};
  readonly #schema: GraphQLSchema;
  readonly #random: Random;
  #aliases = 0;

  constructor(schema: GraphQLSchema, random: Random) {
    this.#schema = schema;
    this.#random = random;
  }

  select(type: GraphQLCompositeType, depth: number): string {
    const random = this.#random;
    const parts: string[] = random.chance(0.3) ? ['__typename'] : [];
    if ('getFields' in type) {
      const fields = Object.values(type.getFields());
      for (let count = 1 + random.int(4); count > 0; count--) parts.push(this.#field(random.pick(fields), depth));
    }
    if (isAbstractType(type) || random.chance(0.2)) parts.push(this.#fragment(type, depth));
    return `{ ${parts.filter(Boolean).join(' ') || '__typename'} }`;
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const random = this.#random;
    const named = getNamedType(field.type);
    if (!isLeafType(named) && depth === 0) return '';
    const args = field.args.filter((arg) => isRequiredArgument(arg) || random.chance(0.5));
    const written = args.map(({ name, type }) => `${name}: ${this.#argument(type)}`);
    // Fields with arguments would conflict under one name.
    const alias = args.length > 0 || field.args.length > 0 || random.chance(0.2) ? `a${this.#aliases++}: ` : '';
    const below = isLeafType(named) ? '' : this.select(named as GraphQLCompositeType, depth - 1);
    return `${alias}${field.name}${written.length > 0 ? `(${written.join(', ')})` : ''} ${this.#condition()} ${below}`;
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    if (depth === 0) return '';
    const on = this.#random.pick(
      this.#schema.getPossibleTypes(type as never).length > 0 && isAbstractType(type)
        ? this.#schema.getPossibleTypes(type)
        : [type],
    );
    if (this.#random.chance(0.5)) return `... on ${on.name} ${this.#condition()} ${this.select(on, depth - 1)}`;
    const name = `F${this.fragments.length}`;
    const at = this.fragments.push('') - 1;
    this.fragments[at] = `fragment ${name} on ${on.name} ${this.select(on, depth - 1)}`;
    return `...${name} ${this.#condition()}`;
  }

  #condition(): string {
    const random = this.#random;
    if (random.chance(0.85)) return '';
    const name = `c${random.int(3)}`;
    if (!this.declared.has(name)) {
      this.declared.set(name, `$${name}: Boolean! = ${random.chance(0.5)}`);
      if (random.chance(0.6)) this.variables[name] = random.chance(0.5);
    }
    return `@${random.pick(['skip', 'include'])}(if: ${random.pick(['true', 'false', `$${name}`])})`;
  }

  #argument(type: GraphQLInputType): string {
    const value = this.#input(type, 3);
    if (this.#random.chance(0.6)) {
      const node = astFromValue(value, type);
      if (node) return print(node);
    }
    const name = `v${this.declared.size}`;
    this.declared.set(name, `$${name}: ${String(type)}`);
    const isLeftOut = !isNonNullType(type) && this.#random.chance(0.2);
    if (!isLeftOut) this.variables[name] = this.#random.chance(0.02) ? { odd: 1 } : value;
    return `$${name}`;
  }

  #input(type: GraphQLInputType, depth: number): unknown {
    const random = this.#random;
    if (isNonNullType(type)) return this.#given(type.ofType as GraphQLInputType, depth);
    return random.chance(0.05) ? null : this.#given(type, depth);
  }

  #given(type: GraphQLInputType, depth: number): unknown {
    const random = this.#random;
    if (isListType(type)) {
      if (random.chance(0.2)) return this.#input(type.ofType, depth);
      return Array.from({ length: random.int(3) }, () => this.#input(type.ofType, depth));
    }
    if (isEnumType(type)) return random.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || (depth > 0 && random.chance(0.4)),
      );
      return Object.fromEntries(fields.map((field) => [field.name, this.#input(field.type, depth - 1)]));
    }
    const plain: Readonly<Record<string, unknown>> = {
      Int: random.int(9),
      Float: 1.5,
      Boolean: true,
      DateTime: '2026-01-01T00:00:00.000Z',
      URL: 'https://a.example/',
    };
    return plain[type.name] ?? random.pick(['x', 'y', '']);
  }
}
