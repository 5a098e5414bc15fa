import { Int32 } from 'bson';
import type { ObjectId } from 'bson';
import { expectString, wholeNumber } from '../bson/coerce.ts';
import { typeAlias } from '../bson/type-names.ts';
import { bsonTypeOf, isDocument } from '../bson/value.ts';
import type { Maybe } from '../bson/value.ts';
import { MongoError, notOffered } from '../mongo-error.ts';
import { isNullish, named, unary } from './operator.ts';
import type { Operator, Operators } from './operator.ts';
import { fromWallClock, toWallClock, zoneOffsetMs } from './time-zone.ts';

const dayMs = 86_400_000;

function expectDate(value: Maybe): Date {
  if (value instanceof Date) return value;
  if (bsonTypeOf(value) === 'ObjectId') return (value as ObjectId).getTimestamp();
  throw new MongoError('TypeMismatch', `can't convert from BSON type ${typeAlias(value)} to Date`);
}

function zoneOf(value: Maybe): string {
  return value === undefined ? 'UTC' : expectString(value, 'timezone');
}

function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / dayMs) + 1;
}

const parts = {
  $year: (date: Date) => date.getUTCFullYear(),
  $month: (date: Date) => date.getUTCMonth() + 1,
  $dayOfMonth: (date: Date) => date.getUTCDate(),
  $dayOfWeek: (date: Date) => date.getUTCDay() + 1,
  $isoDayOfWeek: (date: Date) => date.getUTCDay() || 7,
  $dayOfYear: dayOfYear,
  $hour: (date: Date) => date.getUTCHours(),
  $minute: (date: Date) => date.getUTCMinutes(),
  $second: (date: Date) => date.getUTCSeconds(),
  $millisecond: (date: Date) => date.getUTCMilliseconds(),
} as const;

function partOf(part: (date: Date) => number, date: Maybe, zone: Maybe): Maybe {
  if (isNullish(date) || zone === null) return null;
  return new Int32(part(toWallClock(expectDate(date), zoneOf(zone))));
}

function partOperator(name: keyof typeof parts): Operator {
  const part = parts[name];
  return (operand, compile) => {
    const isNamed = isDocument(operand) && operand.has('date');
    const plain = unary((value) => partOf(part, value, undefined));
    const full = named(name, ['date', 'timezone'], (args) => partOf(part, args.get('date'), args.get('timezone')));
    return (isNamed ? full : plain)(operand, compile);
  };
}

function offsetText(offsetMs: number): string {
  const minutes = Math.abs(offsetMs) / 60_000;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${offsetMs < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
}

const specifiers: Readonly<Record<string, readonly [part: (date: Date) => number, width: number]>> = {
  Y: [parts.$year, 4],
  m: [parts.$month, 2],
  d: [parts.$dayOfMonth, 2],
  H: [parts.$hour, 2],
  M: [parts.$minute, 2],
  S: [parts.$second, 2],
  L: [parts.$millisecond, 3],
  j: [parts.$dayOfYear, 3],
  w: [parts.$dayOfWeek, 1],
  u: [parts.$isoDayOfWeek, 1],
};

function formatDate(args: ReadonlyMap<string, Maybe>): Maybe {
  const given = args.get('date');
  if (isNullish(given)) return args.get('onNull') ?? null;
  const zone = zoneOf(args.get('timezone'));
  const date = expectDate(given);
  const wall = toWallClock(date, zone);
  const offsetMs = zoneOffsetMs(zone, date);
  const format = expectString(
    args.get('format') ?? (args.has('timezone') ? '%Y-%m-%dT%H:%M:%S.%L' : '%Y-%m-%dT%H:%M:%S.%LZ'),
    'format',
  );
  return format.replace(/%(.?)/gs, (_, letter: string) => {
    if (letter === '%') return '%';
    if (letter === 'z') return offsetText(offsetMs);
    if (letter === 'Z') return String(offsetMs / 60_000);
    const specifier = specifiers[letter];
    if (!specifier) throw notOffered(`the format specifier '%${letter}'`);
    return String(specifier[0](wall)).padStart(specifier[1], '0');
  });
}

const unitMs: ReadonlyMap<string, number> = new Map(
  Object.entries({
    millisecond: 1,
    second: 1000,
    minute: 60_000,
    hour: 3_600_000,
    day: dayMs,
    week: 7 * dayMs,
  }),
);
const unitMonths: ReadonlyMap<string, number> = new Map(Object.entries({ month: 1, quarter: 3, year: 12 }));

/** Months keep the day where they can: 31 January plus one month is the last day of February. */
function addMonths(date: Date, months: number): Date {
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return new Date(
    first + (Math.min(date.getUTCDate(), lastDay) - 1) * dayMs + (((date.getTime() % dayMs) + dayMs) % dayMs),
  );
}

function shift(args: ReadonlyMap<string, Maybe>, sign: 1 | -1): Maybe {
  if (['startDate', 'unit', 'amount'].some((name) => isNullish(args.get(name)))) return null;
  const date = expectDate(args.get('startDate'));
  const unit = expectString(args.get('unit'), 'unit');
  const amount = sign * wholeNumber(args.get('amount'), 'amount');
  const zone = zoneOf(args.get('timezone'));
  const months = unitMonths.get(unit);
  const ms = unitMs.get(unit);
  if (months !== undefined) return fromWallClock(addMonths(toWallClock(date, zone), amount * months), zone);
  if (ms === undefined) throw new MongoError('BadValue', `unknown time unit value: ${unit}`);
  if (ms < dayMs) return new Date(date.getTime() + amount * ms);
  return fromWallClock(new Date(toWallClock(date, zone).getTime() + amount * ms), zone);
}

function truncate(args: ReadonlyMap<string, Maybe>): Maybe {
  if (isNullish(args.get('date')) || isNullish(args.get('unit'))) return null;
  const zone = zoneOf(args.get('timezone'));
  const unit = expectString(args.get('unit'), 'unit');
  const wall = toWallClock(expectDate(args.get('date')), zone);
  const months = unitMonths.get(unit);
  const ms = unitMs.get(unit);
  if (months !== undefined) {
    const month = Math.floor(wall.getUTCMonth() / months) * months;
    return fromWallClock(new Date(Date.UTC(wall.getUTCFullYear(), month, 1)), zone);
  }
  if (ms === undefined) throw new MongoError('BadValue', `unknown time unit value: ${unit}`);
  // Weeks begin on Sunday; the epoch was a Thursday.
  const shiftMs = unit === 'week' ? 4 * dayMs : 0;
  return fromWallClock(new Date(Math.floor((wall.getTime() + shiftMs) / ms) * ms - shiftMs), zone);
}

const shiftArguments = ['startDate', 'unit', 'amount', 'timezone'];

export const dateOperators: Operators = {
  ...Object.fromEntries((Object.keys(parts) as (keyof typeof parts)[]).map((name) => [name, partOperator(name)])),
  $dateToString: named('$dateToString', ['date', 'format', 'timezone', 'onNull'], formatDate),
  $dateAdd: named('$dateAdd', shiftArguments, (args) => shift(args, 1)),
  $dateSubtract: named('$dateSubtract', shiftArguments, (args) => shift(args, -1)),
  $dateTrunc: named('$dateTrunc', ['date', 'unit', 'timezone'], truncate),
};
