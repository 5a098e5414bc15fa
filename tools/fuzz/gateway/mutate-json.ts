import type { Random } from './random.ts';

const STRANGE: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER,
  0.1,
  '',
  '\u0000',
  '\ud800',
  '../../etc/passwd',
  "' OR 1=1 --",
  '{{7*7}}',
  [],
  [[]],
  {},
  { __proto__: null },
  'x'.repeat(5_000),
];

/** Replaces, adds or removes something somewhere inside of a JSON value. */
export function mutateJson(value: unknown, random: Random): unknown {
  if (Array.isArray(value) && value.length > 0 && random.chance(0.8)) {
    const at = random.int(value.length);
    if (random.chance(0.1)) return value.filter((_one, index) => index !== at);
    return value.map((one: unknown, index) => (index === at ? mutateJson(one, random) : one));
  }
  if (typeof value === 'object' && value !== null && random.chance(0.85)) return mutateObject(value, random);
  if (random.chance(0.1)) return nested(random);
  return random.pick(STRANGE);
}

function mutateObject(value: object, random: Random): unknown {
  const entries = Object.entries(value);
  if (entries.length === 0 || random.chance(0.15)) {
    const key = random.pick(['__proto__', 'constructor', 'toString', 'query', 'extensions', 'variables', '$', '']);
    return Object.fromEntries([...entries, [key, random.pick(STRANGE)]]);
  }
  const at = random.int(entries.length);
  if (random.chance(0.15)) return Object.fromEntries(entries.filter((_entry, index) => index !== at));
  return Object.fromEntries(entries.map(([key, one], index) => [key, index === at ? mutateJson(one, random) : one]));
}

/** Deep enough to break what recurses, small enough to be sent. */
function nested(random: Random): unknown {
  let value: unknown = 1;
  const isList = random.chance(0.5);
  for (let depth = random.int(3_000); depth > 0; depth--) value = isList ? [value] : { a: value };
  return value;
}

/** Breaks the text itself: bytes that are lost, doubled or turned. */
export function mutateText(text: string, random: Random): string {
  let broken = text;
  for (let times = 1 + random.int(6); times > 0; times--) {
    const at = random.int(broken.length + 1);
    const length = random.int(random.chance(0.8) ? 3 : 60);
    const piece = random.pick([
      '',
      '',
      broken.slice(at, at + length).repeat(2),
      random.pick(PIECES),
      String.fromCharCode(random.int(0x2100)),
    ]);
    broken = broken.slice(0, at) + piece + broken.slice(at + length);
  }
  return broken;
}

const PIECES = [
  ...'{}()[]:!$@|&=,"#\\',
  '...',
  '... on',
  'fragment F on Query { ...F }',
  '@skip(if: true)',
  '@include(if: $x)',
  '@defer',
  'query',
  'mutation',
  'subscription',
  '"""',
  '\\u0000',
  '\\ud83d',
  '_entities(representations: [])',
  '_service { sdl }',
  '__typename',
  '__schema { types { name } }',
  '__type(name: "Query") { name }',
  '$id: ID!',
  '99999999999999999999',
  '-0',
  'null',
  '\u202e',
];
