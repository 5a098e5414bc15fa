/** The named parts of a path that is a pattern, `/boards/$boardId`; null when it is another path. */
export function matchPath(pattern: string, pathname: string): Readonly<Record<string, string>> | null {
  const wanted = pattern.split('/');
  const given = pathname.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? '';
    if (!segment.startsWith('$')) {
      if (segment !== value) return null;
    } else if (value === '') return null;
    else params[segment.slice(1)] = decode(value);
  }
  return params;
}

/** Reads the search of an address that anyone may have written: text, and what is a number or a truth as such. */
export function readSearch(search: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...new URLSearchParams(search)].map(([name, text]) => [name, valueOf(text)]));
}

export interface AddressParts {
  readonly to: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly search?: Readonly<Record<string, unknown>>;
}

/** Writes an address: its parameters set, its search so that `readSearch` reads the same; what is undefined is left out. */
export function hrefOf({ to, params = {}, search = {} }: AddressParts): string {
  const path = to.replace(/\$(\w+)/gu, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) if (value !== undefined) written.set(name, textOf(value));
  const query = written.toString();
  return query === '' ? path : `${path}?${query}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' && typeof valueOf(value) === 'string' ? value : JSON.stringify(value);
}

/** Quotes stand around text that would be read as something else. */
function valueOf(text: string): unknown {
  if (!/^(?:-?\d|true$|false$|")/u.test(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? text : value;
  } catch {
    return text;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
