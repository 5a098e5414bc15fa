import { Binary, Code, Decimal128, Int32, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { MongoError } from '../mongo-error.ts';
import { makeRegExp } from './reg-exp.ts';
import type { BsonDocument, Value } from './value.ts';

/** MongoDB's own limit on nested documents and arrays. */
export const depthMax = 180;

class BsonReader {
  readonly #bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  take(size: number): number {
    const from = this.at;
    if (size < 0 || from + size > this.#bytes.length) throw malformed('a value reaches past the end');
    this.at += size;
    return from;
  }

  byte(): number {
    return this.#bytes.readUInt8(this.take(1));
  }

  int32(): number {
    return this.#bytes.readInt32LE(this.take(4));
  }

  int64(): bigint {
    return this.#bytes.readBigInt64LE(this.take(8));
  }

  uint64(): bigint {
    return this.#bytes.readBigUInt64LE(this.take(8));
  }

  double(): number {
    return this.#bytes.readDoubleLE(this.take(8));
  }

  copy(size: number): Buffer {
    const from = this.take(size);
    return Buffer.from(this.#bytes.subarray(from, from + size));
  }

  cstring(): string {
    const end = this.#bytes.indexOf(0, this.at);
    if (end < 0) throw malformed('a name has no end');
    const text = this.#bytes.toString('utf8', this.at, end);
    this.at = end + 1;
    return text;
  }

  string(): string {
    const size = this.int32();
    if (size < 1) throw malformed('a string has no end');
    const from = this.take(size);
    if (this.#bytes[from + size - 1] !== 0) throw malformed('a string has no end');
    return this.#bytes.toString('utf8', from, from + size - 1);
  }
}

function malformed(why: string): MongoError {
  return new MongoError('FailedToParse', `Malformed BSON: ${why}`);
}

function readDate(reader: BsonReader): Date {
  const date = new Date(Number(reader.int64()));
  if (Number.isNaN(date.getTime()))
    throw new MongoError('BadValue', 'A date lies outside the years this server can hold');
  return date;
}

function readBinary(reader: BsonReader): Binary {
  const size = reader.int32();
  const subtype = reader.byte();
  return new Binary(reader.copy(size), subtype);
}

function readCodeWithScope(reader: BsonReader, depth: number): Code {
  reader.int32();
  const code = reader.string();
  // The scope keeps its map: encode.ts and order.ts read it as they read any document.
  return new Code(code, readDocument(reader, depth + 1));
}

type ReadValue = (reader: BsonReader, depth: number) => Value;

const readers: Readonly<Record<number, ReadValue>> = {
  0x01: (reader) => reader.double(),
  0x02: (reader) => reader.string(),
  0x03: (reader, depth) => readDocument(reader, depth + 1),
  0x04: (reader, depth) => [...readDocument(reader, depth + 1, true).values()],
  0x05: readBinary,
  0x07: (reader) => new ObjectId(reader.copy(12)),
  0x08: (reader) => reader.byte() === 1,
  0x09: readDate,
  0x0a: () => null,
  0x0b: (reader) => makeRegExp(reader.cstring(), reader.cstring()),
  0x0d: (reader) => new Code(reader.string()),
  0x0f: readCodeWithScope,
  0x10: (reader) => new Int32(reader.int32()),
  0x11: (reader) => new Timestamp(reader.uint64()),
  0x12: (reader) => reader.int64(),
  0x13: (reader) => new Decimal128(reader.copy(16)),
  0x7f: () => new MaxKey(),
  0xff: () => new MinKey(),
};

function readDocument(reader: BsonReader, depth: number, isArray = false): BsonDocument {
  if (depth > depthMax) throw new MongoError('Overflow', `Documents may not nest deeper than ${depthMax}`);
  const start = reader.at;
  const size = reader.int32();
  const document: BsonDocument = new Map();
  let fields = 0;
  for (let type = reader.byte(); type !== 0; type = reader.byte()) {
    const name = reader.cstring();
    const read = readers[type];
    if (!read)
      throw new MongoError(
        'BadValue',
        `Field '${name}' has BSON type 0x${type.toString(16)}, which is deprecated or unknown`,
      );
    // Names in arrays carry nothing; some writers leave them empty.
    document.set(isArray ? String(fields) : name, read(reader, depth));
    fields += 1;
  }
  if (document.size !== fields) throw new MongoError('BadValue', 'A document names the same field twice');
  if (reader.at - start !== size) throw malformed('a document has another length than it says');
  return document;
}

/** Reads the document that starts at `offset`; throws `FailedToParse` or `BadValue` on anything that is not valid BSON. */
export function decodeDocument(bytes: Buffer, offset = 0): BsonDocument {
  if (bytes.length - offset < 5) throw malformed('shorter than an empty document');
  return readDocument(new BsonReader(bytes, offset), 0);
}
