import type { Random } from './random.ts';

/** Documents made to be much work: what a gateway without limits would choke on. */
type Attack = (random: Random) => { readonly query: string; readonly variables?: Readonly<Record<string, unknown>> };

const names = (count: number) => Array.from({ length: count }, (_one, index) => `n${index}`);

const aliases: Attack = (random) => {
  const fields = names(1 + random.int(2_000)).map((name) => `${name}: queue { depth }`);
  return { query: `{ ${fields.join(' ')} }` };
};

const deep: Attack = (random) => {
  const depth = 1 + random.int(120);
  const [open, close] = random.pick([
    ['image(id: "1") { job { result { ... on Image ', '} } }'],
    ['__schema { types { fields { type ', '} } }'],
    ['a ', ''],
  ] as const);
  return { query: `{ ${`${open}{ `.repeat(depth)} id ${`} ${close}`.repeat(depth)} }` };
};

const circles: Attack = (random) => {
  const all = names(2 + random.int(30));
  const fragments = all.map(
    (name, index) => `fragment ${name} on Query { queue { depth } ...${all[(index + 1) % all.length]} }`,
  );
  return { query: `{ ...n0 } ${fragments.join(' ')}` };
};

/** Each fragment spreads the next twice: few words, and the work doubles at every step. */
const doubling: Attack = (random) => {
  const all = names(2 + random.int(60));
  const fragments = all.map((name, index) => {
    const next = all[index + 1];
    return `fragment ${name} on Query { queue { depth } ${next ? `...${next} ...${next}` : ''} }`;
  });
  return { query: `{ ...n0 } ${fragments.join(' ')}` };
};

const directives: Attack = (random) => ({
  query: `query Q($x: Boolean = true) { queue ${'@include(if: $x) '.repeat(random.int(600))}{ depth } }`,
});

/** Two fields of one name that hold each other: comparing them pair by pair is quadratic. */
const conflicts: Attack = (random) => ({ query: `{ ${'queue { depth } '.repeat(1 + random.int(900))} }` });

const definitions: Attack = (random) => ({
  query: names(1 + random.int(300))
    .map((name) => `query ${name} { queue { depth } }`)
    .join(' '),
});

const manyVariables: Attack = (random) => {
  const all = names(1 + random.int(500));
  return {
    query: `query Q(${all.map((name) => `$${name}: ID`).join(' ')}) { image(id: "1") { id } }`,
    variables: Object.fromEntries(all.map((name) => [name, 'x'.repeat(random.int(100))])),
  };
};

const hugeVariables: Attack = (random) => ({
  query: 'query Q($id: ID!) { image(id: $id) { id } }',
  variables: {
    id: random.pick(['9'.repeat(80_000), Array.from({ length: 9_000 }, () => 1), { a: 'b'.repeat(50_000) }]),
  },
});

const hugeArguments: Attack = (random) => ({
  query: `{ image(id: ${'['.repeat(random.int(900))}1${']'.repeat(random.int(900))}) { id } }`,
});

const introspection: Attack = (random) => {
  const depth = 1 + random.int(30);
  return { query: `{ __schema { types { ${'fields { type { '.repeat(depth)} name ${'} } '.repeat(depth)} } } }` };
};

const hugePages: Attack = (random) => ({
  query: `{ images(first: ${random.pick([-1, 0, 100, 2 ** 31, 1e12])}) { edges { node { id asset { id } job { id } } } } }`,
});

export const ATTACKS: Readonly<Record<string, Attack>> = {
  aliases,
  deep,
  circles,
  doubling,
  directives,
  conflicts,
  definitions,
  manyVariables,
  hugeVariables,
  hugeArguments,
  introspection,
  hugePages,
};
