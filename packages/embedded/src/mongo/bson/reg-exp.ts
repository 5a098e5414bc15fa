import { BSONRegExp } from 'bson';
import { MongoError } from '../mongo-error.ts';

/** A regular expression value; refuses options MongoDB does not know (51108). */
export function makeRegExp(pattern: string, options: string): BSONRegExp {
  const odd = /[^imsxlu]/.exec(options);
  if (odd) throw new MongoError('Location51108', `Invalid flag in regex options: ${odd[0]}`);
  if (pattern.includes('\0')) throw new MongoError('BadValue', 'A regular expression may not hold a null character');
  return new BSONRegExp(pattern, options);
}
