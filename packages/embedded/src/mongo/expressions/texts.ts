import { Int32 } from 'bson';
import { expectString, toNumber, wholeNumber } from '../bson/coerce.ts';
import { compareText } from '../bson/order.ts';
import { makeRegExp } from '../bson/reg-exp.ts';
import { isNumeric, isRegExp } from '../bson/value.ts';
import type { Maybe, Value } from '../bson/value.ts';
import { MongoError } from '../mongo-error.ts';
import type { BoundedPattern } from '../query/bounded-pattern.ts';
import { compileRegExp } from '../query/regex.ts';
import { binary, eager, isNullish, named, unary, variadic } from './operator.ts';
import type { Operators } from './operator.ts';

/** MongoDB reads numbers and dates as text in some string operators; null and missing are the empty text. */
function textOf(value: Maybe, operator: string): string {
  if (isNullish(value)) return '';
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (isNumeric(value)) return String(typeof value === 'bigint' ? value : toNumber(value));
  throw new MongoError('TypeMismatch', `${operator} needs a string`);
}

/** `$toLower` and `$toUpper` only know ASCII, as in MongoDB. */
function cased(value: Maybe, pattern: RegExp, change: (letter: string) => string): string {
  return textOf(value, '$toLower and $toUpper').replace(pattern, change);
}

function concat(...values: Maybe[]): Maybe {
  if (values.some(isNullish)) return null;
  return values.map((value) => expectString(value, '$concat argument')).join('');
}

function substringByCodePoints(value: Maybe, start: Maybe, count: Maybe): string {
  const points = [...textOf(value, '$substrCP')];
  const [from, size] = [wholeNumber(start, 'start'), wholeNumber(count, 'length')];
  if (from < 0 || size < 0) throw new MongoError('BadValue', '$substrCP takes no negative start or length');
  return points.slice(from, from + size).join('');
}

function substringByBytes(value: Maybe, start: Maybe, count: Maybe): string {
  const bytes = Buffer.from(textOf(value, '$substrBytes'));
  const [from, size] = [wholeNumber(start, 'start'), wholeNumber(count, 'length')];
  if (from < 0) throw new MongoError('BadValue', '$substrBytes takes no negative start');
  const part = bytes.subarray(from, size < 0 ? undefined : from + size);
  if (Buffer.compare(Buffer.from(part.toString()), part) !== 0)
    throw new MongoError('BadValue', '$substrBytes would cut a character');
  return part.toString();
}

function trim(args: ReadonlyMap<string, Maybe>, ends: { start: boolean; end: boolean }): Maybe {
  const input = args.get('input');
  if (isNullish(input)) return null;
  const chars = new Set(
    args.get('chars') === undefined
      ? '\0\t\n\v\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A'
      : expectString(args.get('chars'), 'chars'),
  );
  const points = [...expectString(input, 'input')];
  let from = 0;
  let to = points.length;
  while (ends.start && from < to && chars.has(points[from] ?? '')) from += 1;
  while (ends.end && to > from && chars.has(points[to - 1] ?? '')) to -= 1;
  return points.slice(from, to).join('');
}

function indexByCodePoints(value: Maybe, wanted: Maybe, start: Maybe, end: Maybe): Maybe {
  if (isNullish(value)) return null;
  const points = [...expectString(value, '$indexOfCP argument')];
  const sought = [...expectString(wanted, '$indexOfCP argument')];
  const last = end === undefined ? points.length : wholeNumber(end, 'end');
  for (
    let at = start === undefined ? 0 : wholeNumber(start, 'start');
    at + sought.length <= last && at <= points.length;
    at += 1
  ) {
    if (sought.every((point, index) => points[at + index] === point)) return new Int32(at);
  }
  return new Int32(-1);
}

function replace(args: ReadonlyMap<string, Maybe>, everywhere: boolean): Maybe {
  const parts = ['input', 'find', 'replacement'].map((name) => args.get(name));
  if (parts.some(isNullish)) return null;
  const [input = '', find = '', replacement = ''] = parts.map((part) => expectString(part, '$replace argument'));
  return everywhere ? input.replaceAll(find, () => replacement) : input.replace(find, () => replacement);
}

function split(value: Maybe, by: Maybe): string[] {
  const [text, separator] = [expectString(value, '$split argument'), expectString(by, '$split separator')];
  if (separator === '') throw new MongoError('Location40087', '$split requires a non-empty separator');
  return text.split(separator);
}

function regExpOf(args: ReadonlyMap<string, Maybe>): BoundedPattern {
  const regex = args.get('regex');
  const options = expectString(args.get('options') ?? '', 'options');
  if (isRegExp(regex)) return compileRegExp(options ? makeRegExp(regex.pattern, options) : regex);
  return compileRegExp(makeRegExp(expectString(regex, 'regex'), options));
}

function findMatch(args: ReadonlyMap<string, Maybe>): Maybe {
  const input = args.get('input');
  if (isNullish(input)) return null;
  const text = expectString(input, 'input');
  const match = regExpOf(args).exec(text);
  if (!match) return null;
  const captures: Value[] = match.slice(1).map((capture: string | undefined) => capture ?? null);
  return new Map<string, Value>([
    ['match', match[0]],
    ['idx', new Int32([...text.slice(0, match.index)].length)],
    ['captures', captures],
  ]);
}

const regexArguments = ['input', 'regex', 'options'];
const trimArguments = ['input', 'chars'];
const replaceArguments = ['input', 'find', 'replacement'];

export const textOperators: Operators = {
  $concat: variadic(concat),
  $toLower: unary((value) => cased(value, /[A-Z]/g, (letter) => letter.toLowerCase())),
  $toUpper: unary((value) => cased(value, /[a-z]/g, (letter) => letter.toUpperCase())),
  $substr: eager({ min: 3, max: 3 }, substringByBytes),
  $substrBytes: eager({ min: 3, max: 3 }, substringByBytes),
  $substrCP: eager({ min: 3, max: 3 }, substringByCodePoints),
  $strLenCP: unary((value) => new Int32([...expectString(value, '$strLenCP argument')].length)),
  $strLenBytes: unary((value) => new Int32(Buffer.byteLength(expectString(value, '$strLenBytes argument')))),
  $split: binary((value, by) => (isNullish(value) || isNullish(by) ? null : split(value, by))),
  $strcasecmp: binary((a, b) => {
    const [x, y] = [a, b].map((value) => cased(value, /[a-z]/g, (letter) => letter.toUpperCase()));
    return new Int32(Math.sign(compareText(x ?? '', y ?? '')));
  }),
  $indexOfCP: eager({ min: 2, max: 4 }, indexByCodePoints),
  $trim: named('$trim', trimArguments, (args) => trim(args, { start: true, end: true })),
  $ltrim: named('$ltrim', trimArguments, (args) => trim(args, { start: true, end: false })),
  $rtrim: named('$rtrim', trimArguments, (args) => trim(args, { start: false, end: true })),
  $replaceOne: named('$replaceOne', replaceArguments, (args) => replace(args, false)),
  $replaceAll: named('$replaceAll', replaceArguments, (args) => replace(args, true)),
  $regexMatch: named('$regexMatch', regexArguments, (args) => findMatch(args) !== null),
  $regexFind: named('$regexFind', regexArguments, findMatch),
};
