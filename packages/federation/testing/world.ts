import { parse } from 'graphql';
import type { DocumentNode } from 'graphql';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';

/** Subgraphs of a made-up product: entities, references, interfaces, unions, required and provided fields. */
export interface World {
  readonly seed: number;
  readonly subgraphs: readonly WorldSubgraph[];
}

export interface WorldSubgraph {
  readonly name: string;
  readonly sdl: string;
  readonly typeDefs: DocumentNode;
}

interface Entity {
  readonly name: string;
  /** Field lines per subgraph. */
  readonly lines: Map<string, string[]>;
  /** Scalar fields that other subgraphs may require, with their owner. */
  readonly scalars: {
    readonly name: string;
    readonly owner: string;
    readonly type: string;
    readonly shareable: boolean;
  }[];
  /** Has the second key `sku` in the subgraph of this name only by that key. */
  readonly skuOnly: string | undefined;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5",
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@interfaceObject"])`;
const SCALARS = ['Int', 'Float', 'String', 'Boolean', 'ID', 'Colour', 'Blob'];
const WRAPS = ['%', '%', '%!', '%!', '[%]', '[%!]', '[%!]!', '[[%!]]'];
const NAMED = ['%', '%', '%!', '[%]', '[%!]!', '[%!]', '[[%]!]'];

/** Makes a world; the same for the same seed. */
export function createWorld(seed: number): World {
  const random = createRandom(seed);
  const names = ['red', 'green', 'blue', 'grey'].slice(0, 2 + random.int(3));
  const entities = Array.from({ length: 2 + random.int(3) }, (_, index) => createEntity(`T${index}`, names, random));
  const lines = new Map(
    names.map((name) => [name, { types: new Set<string>(), query: [] as string[], mutation: [] as string[] }]),
  );
  const home = random.pick(names);
  const objectHome = random.chance(0.5) ? names.find((name) => name !== home) : undefined;
  const members = entities.slice(0, 2);
  addScalars(entities, { names, random });
  addInterface(members, { home, objectHome, lines, random });
  for (const entity of entities) addReferences(entity, { entities, members, home, objectHome, names, random });
  for (const entity of entities) addRequired(entity, { names, random });
  addRoots({ entities, members, names, home, objectHome, lines, random });
  const subgraphs = names.map((name) => {
    const sdl = writeSubgraph(name, { entities, members, home, objectHome, own: lines.get(name)! });
    return { name, sdl, typeDefs: parse(sdl) };
  });
  return { seed, subgraphs };
}

function createEntity(name: string, names: readonly string[], random: Random): Entity {
  const skuOnly = random.chance(0.3) && names.length > 2 ? random.pick(names.slice(1)) : undefined;
  return { name, lines: new Map(names.map((subgraph) => [subgraph, []])), scalars: [], skuOnly };
}

interface Tools {
  readonly names: readonly string[];
  readonly random: Random;
}

const withArguments = (random: Random) => (random.chance(0.25) ? '(n: Int = 1, s: String)' : '');

function addScalars(entities: readonly Entity[], { names, random }: Tools): void {
  for (const entity of entities) {
    for (let index = 0; index < 3 + random.int(4); index++) {
      const name = `f${index}`;
      const type = random.pick(WRAPS).replace('%', random.pick(SCALARS));
      const owner = random.pick(names);
      const shareable = random.chance(0.4);
      const given = withArguments(random);
      entity.scalars.push({
        name: given ? `${name}(n: ${random.int(3)})` : name,
        owner,
        type: `${given}: ${type}`,
        shareable,
      });
      entity.lines.get(owner)!.push(`${name}${given}: ${type}${shareable ? ' @shareable' : ''}`);
      const other = random.pick(names);
      if (shareable && other !== owner && random.chance(0.5))
        entity.lines.get(other)!.push(`${name}${given}: ${type} @shareable`);
    }
  }
}

interface Placing extends Tools {
  readonly entities: readonly Entity[];
  readonly members: readonly Entity[];
  readonly home: string;
  readonly objectHome: string | undefined;
}

/** What a field in a subgraph may point to. */
function targetsIn(subgraph: string, { entities, members, home, objectHome }: Omit<Placing, keyof Tools>): string[] {
  const own = entities
    .filter((entity) => subgraph !== objectHome || !members.includes(entity))
    .map((entity) => entity.name);
  if (subgraph === home) return [...own, 'I0', 'U0', 'Box'];
  return subgraph === objectHome ? [...own, 'I0', 'Box'] : [...own, 'Box'];
}

function addReferences(entity: Entity, placing: Placing): void {
  const { names, members, objectHome, random } = placing;
  for (let index = 0; index < 2 + random.int(3); index++) {
    const owner = random.pick(names.filter((name) => name !== objectHome || !members.includes(entity)));
    const target = random.pick(targetsIn(owner, placing));
    const provided = placing.entities.find((one) => one.name === target);
    const providable = provided?.scalars.find(
      (field) => field.shareable && field.owner !== owner && !/\(/.test(field.name),
    );
    const holds = providable && provided?.lines.get(owner)!.some((line) => line.startsWith(`${providable.name}:`));
    const provides = providable && !holds && random.chance(0.4);
    if (provides) provided!.lines.get(owner)!.push(`${providable.name}${providable.type} @external`);
    const type = random.pick(NAMED).replace('%', target);
    const suffix = provides ? ` @provides(fields: "${providable.name}")` : '';
    entity.lines.get(owner)!.push(`r${index}${withArguments(random)}: ${type}${suffix}`);
  }
}

function addRequired(entity: Entity, { names, random }: Tools): void {
  for (let index = 0; index < (entity.scalars.length > 0 ? random.int(3) : 0); index++) {
    const required = random.pick(entity.scalars);
    const base = required.name.replace(/\(.*/, '');
    const free = names.filter((name) => !entity.lines.get(name)!.some((line) => new RegExp(`^${base}\\b`).test(line)));
    if (free.length === 0) continue;
    const owner = random.pick(free);
    entity.lines.get(owner)!.push(`${base}${required.type} @external`);
    entity.lines
      .get(owner)!
      .push(`q${index}: ${random.pick(['Int', 'Int!', 'String'])} @requires(fields: "${required.name}")`);
  }
}

interface Lines {
  readonly types: Set<string>;
  readonly query: string[];
  readonly mutation: string[];
}

interface InterfacePlace {
  readonly home: string;
  readonly objectHome: string | undefined;
  readonly lines: Map<string, Lines>;
  readonly random: Random;
}

function addInterface(members: readonly Entity[], { home, objectHome, lines, random }: InterfacePlace): void {
  lines.get(home)!.types.add(`interface I0 ${objectHome ? '@key(fields: "id")' : ''} { id: ID! label: String }`);
  lines.get(home)!.types.add(`union U0 = ${members.map((member) => member.name).join(' | ')}`);
  for (const member of members) {
    member.lines.get(home)!.push('label: String');
    if (objectHome) for (const [name, own] of member.lines) if (name === objectHome) own.length = 0;
    if (objectHome)
      member.scalars.splice(0, member.scalars.length, ...member.scalars.filter((one) => one.owner !== objectHome));
  }
  if (objectHome) {
    const nullable = random.chance(0.5) ? 'Int' : 'Int!';
    lines
      .get(objectHome)!
      .types.add(`type I0 @key(fields: "id") @interfaceObject { id: ID! extra: ${nullable} more(n: Int = 2): String }`);
  }
}

function addRoots({ lines, ...placing }: Placing & { readonly lines: Map<string, Lines> }): void {
  const { names, random } = placing;
  for (const name of names) {
    const own = lines.get(name)!;
    const targets = targetsIn(name, placing);
    for (let index = 0; index < 1 + random.int(3); index++) {
      const type = random.pick(NAMED).replace('%', random.pick(targets));
      own.query.push(`${name}${index}${withArguments(random)}: ${type}`);
    }
    own.mutation.push(`change${name}(n: Int = 1): ${random.pick(NAMED).replace('%', random.pick(targets))}`);
  }
}

interface Written extends Omit<Placing, keyof Tools> {
  readonly own: Lines;
}

function writeSubgraph(name: string, { entities, members, home, objectHome, own }: Written): string {
  const types = entities
    .filter((entity) => name !== objectHome || !members.includes(entity))
    .map((entity) => writeEntity(entity, { name, implementing: name === home && members.includes(entity) }));
  return [
    LINK,
    'enum Colour { RED GREEN BLUE }',
    'scalar Blob',
    'type Box @shareable { size: Int colour: Colour! inner: Box tags: [String!] }',
    ...own.types,
    ...types,
    `type Query {\n  ${own.query.join('\n  ')}\n}`,
    `type Mutation {\n  ${own.mutation.join('\n  ')}\n}`,
  ].join('\n');
}

function writeEntity(
  entity: Entity,
  { name, implementing }: { readonly name: string; readonly implementing: boolean },
): string {
  const lines = [...new Set(entity.lines.get(name))];
  const fields = lines.filter(
    (line, index) => lines.findIndex((other) => fieldName(other) === fieldName(line)) === index,
  );
  const bySku = entity.skuOnly === name && !implementing;
  const both = entity.skuOnly !== undefined && !bySku;
  const keys = bySku ? '@key(fields: "sku")' : `@key(fields: "id")${both ? ' @key(fields: "sku")' : ''}`;
  const keyFields = bySku ? ['sku: String!'] : ['id: ID!', ...(both ? ['sku: String!'] : [])];
  const heading = `type ${entity.name}${implementing ? ' implements I0' : ''} ${keys}`;
  return `${heading} {\n  ${[...keyFields, ...fields].join('\n  ')}\n}`;
}

const fieldName = (line: string) => /^\w+/.exec(line)?.[0];
