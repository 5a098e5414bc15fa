import type { Binary, BSONRegExp, Code, ObjectId, Timestamp } from 'bson';
import { numberKey } from './number-key.ts';
import { bytesOf, rank, rankOf } from './order.ts';
import { bsonTypeOf, isDocument, isNumeric } from './value.ts';
import type { BsonDocument, Maybe, Value } from './value.ts';

/*
 * Ordered keys: comparing the bytes of two keys is comparing the values by MongoDB's order, and no key is a prefix of another,
 * so that keys of several fields can be joined, and inverted for a descending field. A property test holds this against order.ts.
 */

const end = Buffer.from([0]);

function textKey(text: string): Buffer {
  const bytes = Buffer.from(text);
  if (!bytes.includes(0)) return Buffer.concat([bytes, Buffer.from([0, 0])]);
  const escaped: number[] = [];
  for (const byte of bytes) escaped.push(...(byte === 0 ? [0, 0xff] : [byte]));
  return Buffer.from([...escaped, 0, 0]);
}

function signedKey(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(value);
  bytes[0] = bytes.readUInt8(0) ^ 0x80;
  return bytes;
}

function unsignedKey(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(value);
  return bytes;
}

function binaryKey(binary: Binary): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(binary.position);
  head[4] = binary.sub_type;
  return Buffer.concat([head, bytesOf(binary)]);
}

function documentKey(document: BsonDocument): Buffer {
  const parts: Buffer[] = [];
  // Type, then name, then value: the order in which MongoDB compares fields.
  for (const [name, value] of document) parts.push(Buffer.from([rankOf(value)]), textKey(name), bodyKey(value));
  return Buffer.concat([...parts, end]);
}

function codeKey(code: Code): Buffer {
  return code.scope ? Buffer.concat([textKey(code.code), documentKey(code.scope as BsonDocument)]) : textKey(code.code);
}

function classKey(value: object): Buffer {
  const type = bsonTypeOf(value);
  if (type === 'ObjectId') return Buffer.from((value as ObjectId).id);
  if (type === 'Binary') return binaryKey(value as Binary);
  if (type === 'Timestamp') return unsignedKey(BigInt.asUintN(64, (value as Timestamp).toBigInt()));
  if (type === 'BSONRegExp') {
    return Buffer.concat([textKey((value as BSONRegExp).pattern), textKey((value as BSONRegExp).options)]);
  }
  return type === 'Code' ? codeKey(value as Code) : Buffer.alloc(0);
}

function bodyKey(value: Value): Buffer {
  if (value === null) return Buffer.alloc(0);
  if (isNumeric(value)) return numberKey(value);
  if (typeof value === 'string') return textKey(value);
  if (typeof value === 'boolean') return Buffer.from([value ? 1 : 0]);
  if (value instanceof Date) return signedKey(BigInt(value.getTime()));
  if (isDocument(value)) return documentKey(value);
  if (Array.isArray(value)) return Buffer.concat([...value.map((element) => valueKey(element)), end]);
  return classKey(value);
}

/** The ordered key of one value; a missing one sorts as MongoDB's `undefined`, below null. */
export function valueKey(value: Maybe): Buffer {
  const tag = Buffer.from([rankOf(value)]);
  return value === undefined || rankOf(value) === rank.null ? tag : Buffer.concat([tag, bodyKey(value)]);
}

/** The key for a field of the given direction: descending keys are the ascending ones with every bit turned. */
export function directedKey(key: Buffer, direction: 1 | -1): Buffer {
  if (direction === 1) return key;
  const inverted = Buffer.allocUnsafe(key.length);
  for (const [index, byte] of key.entries()) inverted[index] = ~byte & 0xff;
  return inverted;
}

/** The smallest key above every key that starts with `prefix`; undefined when there is none. */
export function keyAfterPrefix(prefix: Buffer): Buffer | undefined {
  let length = prefix.length;
  while (length > 0 && prefix[length - 1] === 0xff) length -= 1;
  if (length === 0) return undefined;
  const after = Buffer.from(prefix.subarray(0, length));
  after[length - 1] = after.readUInt8(length - 1) + 1;
  return after;
}
