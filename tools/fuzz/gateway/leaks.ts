/** What no answer may hold: paths and names of ours, words of drivers, and hints at names of the schema. */
const INTERNALS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a stack', /\n\s+at |\bat \S+ \(|\.ts:\d+/],
  ['a path', /node_modules|\/gateway\/src|\/subgraphs\/|file:\/\//],
  ['a driver', /\bECONN|pg: |MongoServer|PrismaClient|undici/],
  ['a suggestion', /Did you mean/],
  ['what is internal to federation', /"(_entities|_service|_Any)"/],
  ['a serviceName', /"serviceName"|"stacktrace"/],
];

/** What leaked in an answer, or `undefined`. What the request itself said may come back: it is left out first. */
export function findLeak(answer: string, sent: string | undefined): string | undefined {
  return INTERNALS.find(([, pattern]) => {
    const found = pattern.exec(answer)?.[0];
    return found !== undefined && !(sent ?? '').includes(found.replaceAll('"', ''));
  })?.[0];
}
