import type { BSONRegExp } from 'bson';
import { MongoError, notOffered } from '../mongo-error.ts';
import { boundedPattern } from './bounded-pattern.ts';
import type { BoundedPattern } from './bounded-pattern.ts';

/*
 * MongoDB speaks PCRE. What JavaScript would read otherwise is rewritten (`.`, `$`, `\s`, `\A`, `\z`); what it cannot do is refused.
 * The `u` flag makes JavaScript reject every escape it does not know instead of reading it as a letter.
 */

const textStart = '(?<![\\s\\S])';
const textEnd = '(?![\\s\\S])';

const escapes: Readonly<Record<string, string>> = {
  A: textStart,
  z: textEnd,
  Z: `(?=\\n?${textEnd})`,
  s: '[\\t-\\r ]',
  S: '[^\\t-\\r ]',
  a: '\\x07',
  e: '\\x1b',
};

function translateEscape(char: string, isInClass: boolean): string {
  if (isInClass) {
    if (char === 's') return '\\t-\\r ';
    if (char === 'S') throw notOffered("'\\S' inside a character class");
    return /[\w^\-\]\\]/.test(char) ? `\\${char}` : escapeLiteral(char);
  }
  return escapes[char] ?? (/\w/.test(char) ? `\\${char}` : escapeLiteral(char));
}

function escapeLiteral(char: string): string {
  return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
}

function translatePlain(char: string, flags: string): string {
  if (char === '.') return flags.includes('s') ? '[\\s\\S]' : '[^\\n]';
  if (char === '$') return flags.includes('m') ? `(?=\\n|${textEnd})` : `(?=\\n?${textEnd})`;
  if (char === '^') return flags.includes('m') ? `(?<=\\n|${textStart})` : textStart;
  return char;
}

function translate(pattern: string, flags: string): string {
  if (pattern.includes('[[:')) throw notOffered('POSIX character classes');
  let result = '';
  let isInClass = false;
  const chars = [...pattern];
  for (let index = 0; index < chars.length; index += 1) {
    const char = chars[index] ?? '';
    if (char === '\\') {
      index += 1;
      if (index === chars.length)
        throw new MongoError('Location51091', 'Regular expression is invalid: \\ at end of pattern');
      result += translateEscape(chars[index] ?? '', isInClass);
    } else if (isInClass) {
      isInClass = char !== ']';
      result += char === '[' ? '\\[' : char;
    } else {
      isInClass = char === '[';
      result += translatePlain(char, flags);
    }
  }
  return result;
}

/** Turns a PCRE pattern into a JavaScript one that finds the same texts, or refuses it (51091). */
export function compileRegExp(regExp: BSONRegExp): BoundedPattern {
  const inline = /^\(\?([imsx]+)\)/.exec(regExp.pattern);
  const flags = regExp.options + (inline?.[1] ?? '');
  if (flags.includes('x')) throw notOffered("the 'x' option of regular expressions");
  const unknown = /[^imsu]/.exec(flags);
  if (unknown) throw notOffered(`the option '${unknown[0]}' of regular expressions`);
  const pattern = translate(regExp.pattern.slice(inline?.[0].length ?? 0), flags);
  try {
    return boundedPattern(new RegExp(pattern, flags.includes('i') ? 'iu' : 'u'), regExp.pattern);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new MongoError('Location51091', `Regular expression is invalid or beyond this server: ${why}`);
  }
}
