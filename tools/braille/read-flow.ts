export type Yaml = string | readonly Yaml[] | Mapping;
/** Keys with their values in order, also those that come again. */
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

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  0: '\0',
  a: '\x07',
  e: '\x1b',
  _: '\u00a0',
};

/** Matches at the beginning of what is left. */
const PIECES = {
  single: /^'((?:[^']|'')*)'/,
  double: /^"((?:[^"\\]|\\[^])*)"/,
  key: /^\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*:\s+/,
  plain: /^(?:[^\s#,[\]{}]|(?<=\S)#|\s+(?=[^\s#,[\]{}]))+/,
} as const;

/** A value that is written in one line. @throws Error for what is written in another way. */
export function readFlow(source: string): Yaml {
  let rest = source.trim();
  if (!/^['"[{]/.test(rest)) return rest.replace(/\s#.*$/, '').trim();
  const take = (piece: RegExp): RegExpExecArray | undefined => {
    const found = piece.exec(rest);
    if (found) rest = rest.slice(found[0].length);
    return found ?? undefined;
  };
  const value = (): Yaml => {
    take(/^\s+/);
    if (take(/^\[/)) return list(/^\s*\]/, () => (PIECES.key.test(rest) ? new Mapping([pair()]) : value()));
    if (take(/^\{/)) return new Mapping(list(/^\s*\}/, pair));
    const single = take(PIECES.single);
    if (single) return (single[1] ?? '').replaceAll("''", "'");
    const double = take(PIECES.double);
    if (double) return unescape(double[1] ?? '');
    return (take(PIECES.plain)?.[0] ?? fail(source)).trim();
  };
  const pair = (): [string, Yaml] => {
    const [, double, single, plain] = take(PIECES.key) ?? fail(source);
    return [double ?? single ?? plain ?? '', value()];
  };
  const list = <Item>(end: RegExp, item: () => Item): Item[] => {
    const items: Item[] = [];
    while (!take(end)) {
      items.push(item());
      take(/^\s*,/);
    }
    return items;
  };
  const whole = value();
  return /^\s*(?:#|$)/.test(rest) ? whole : fail(source);
}

const unescape = (text: string): string =>
  text.replaceAll(/\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|([^]))/gi, (_, x, u, long, one: string) => {
    const code = (x ?? u ?? long) as string | undefined;
    return code ? String.fromCodePoint(Number.parseInt(code, 16)) : (ESCAPES[one] ?? one);
  });

function fail(source: string): never {
  throw new Error(`This can’t be read: ${source.slice(0, 80)}`);
}
