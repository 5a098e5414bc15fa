/** Text, or a choice between texts. */
type Part = string | readonly Part[][];

interface Choice {
  readonly ways: Part[][];
  /** Behind its last brace. */
  readonly end: number;
}

interface Cursor {
  readonly text: string;
  at: number;
  /** What was read at a brace: a choice that comes to nothing is text, and the braces within it are met again. */
  readonly read: Map<number, Choice | undefined>;
}

/** More ways than this are not told apart: far more than anyone makes pictures. */
const WAYS_MAX = 1_000_000;

/** Reads until the end, or until a bar or brace that belongs to the choice around it. */
function readParts(cursor: Cursor, inChoice: boolean): Part[] {
  const parts: Part[] = [];
  let text = '';
  while (cursor.at < cursor.text.length) {
    const sign = cursor.text[cursor.at]!;
    if (inChoice && (sign === '|' || sign === '}')) break;
    const choice = sign === '{' ? readChoice(cursor) : undefined;
    if (choice) {
      parts.push(text, choice);
      text = '';
    } else {
      text += sign;
      cursor.at += 1;
    }
  }
  return [...parts, text];
}

/** A choice `{a|b}` from its brace on; undefined, with the cursor where it was, when the brace opens nothing. */
function readChoice(cursor: Cursor): Part[][] | undefined {
  const from = cursor.at;
  if (!cursor.read.has(from)) cursor.read.set(from, lookForChoice(cursor));
  const choice = cursor.read.get(from);
  cursor.at = choice?.end ?? from;
  return choice?.ways;
}

function lookForChoice(cursor: Cursor): Choice | undefined {
  const ways: Part[][] = [];
  do {
    cursor.at += 1;
    ways.push(readParts(cursor, true));
  } while (cursor.text[cursor.at] === '|');
  return cursor.text[cursor.at] === '}' && ways.length > 1 ? { ways, end: cursor.at + 1 } : undefined;
}

const waysOf = (parts: readonly Part[]): number =>
  Math.min(
    WAYS_MAX,
    parts.reduce((ways, part) => Math.min(WAYS_MAX, ways * (typeof part === 'string' ? 1 : waysOfChoice(part))), 1),
  );
const waysOfChoice = (choice: readonly (readonly Part[])[]): number =>
  choice.reduce((sum, parts) => Math.min(WAYS_MAX, sum + waysOf(parts)), 0);

/** The `way`-th reading of the parts; the first choice turns fastest. */
function write(parts: readonly Part[], way: number): string {
  let left = way;
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      const ways = waysOfChoice(part);
      let own = left % ways;
      left = Math.floor(left / ways);
      const chosen = part.find((option) => {
        const size = waysOf(option);
        if (own < size) return true;
        own -= size;
        return false;
      });
      return write(chosen ?? [], own);
    })
    .join('');
}

/** How deep and how often braces may stand: what is beyond is taken as it is written. */
const BRACES_MAX = 60;

function parse(prompt: string): Part[] {
  const braces = prompt.split('{').length - 1;
  return braces > BRACES_MAX ? [prompt] : readParts({ text: prompt, at: 0, read: new Map() }, false);
}

/** In how many ways a prompt with choices can be read; 1 without any. */
export const countWays = (prompt: string): number => waysOf(parse(prompt));

/**
 * One reading of a prompt such as `a {red|blue} {cat|dog}`: choices may lie in choices, braces that open none are text. The
 * pictures of one job go through the ways one after the other, beginning where the seed says, so that none comes twice before
 * all have come.
 */
export function expandPrompt(
  prompt: string,
  { seed, index }: { readonly seed: number; readonly index: number },
): string {
  const parts = parse(prompt);
  return write(parts, ((seed % waysOf(parts)) + index) % waysOf(parts))
    .replace(/[ \t]{2,}/g, ' ')
    .trim();
}
