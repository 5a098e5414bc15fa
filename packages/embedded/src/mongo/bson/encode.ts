import type { Binary, BSONRegExp, Code, Decimal128, Int32, ObjectId, Timestamp } from 'bson';
import { MongoError } from '../mongo-error.ts';
import { bsonTypeOf } from './value.ts';
import type { BsonDocument, Value } from './value.ts';

/** A document that is already BSON: written as it is, so that a read from disk costs no decoding. */
export class RawDocument {
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }
}

/** What a reply may be built from: values, raw documents, and plain objects whose undefined fields are left out. */
export type Encodable = Value | RawDocument | undefined | readonly Encodable[] | { readonly [name: string]: Encodable };

class BsonWriter {
  readonly #depthMax: number;
  #bytes = Buffer.allocUnsafe(1024);
  #depth = -1;
  at = 0;

  constructor(depthMax: number) {
    this.#depthMax = depthMax;
  }

  enter(): void {
    this.#depth += 1;
    if (this.#depth > this.#depthMax)
      throw new MongoError('Overflow', `Documents may not nest deeper than ${this.#depthMax}`);
  }

  leave(): void {
    this.#depth -= 1;
  }

  #reserve(size: number): number {
    const from = this.at;
    if (from + size > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, from + size));
      this.#bytes.copy(larger, 0, 0, from);
      this.#bytes = larger;
    }
    this.at += size;
    return from;
  }

  byte(value: number): void {
    const from = this.#reserve(1);
    this.#bytes[from] = value;
  }

  int32(value: number): void {
    const from = this.#reserve(4);
    this.#bytes.writeInt32LE(value, from);
  }

  patchInt32(value: number, at: number): void {
    this.#bytes.writeInt32LE(value, at);
  }

  int64(value: bigint): void {
    const from = this.#reserve(8);
    this.#bytes.writeBigInt64LE(value, from);
  }

  uint64(value: bigint): void {
    const from = this.#reserve(8);
    this.#bytes.writeBigUInt64LE(value, from);
  }

  double(value: number): void {
    const from = this.#reserve(8);
    this.#bytes.writeDoubleLE(value, from);
  }

  raw(bytes: Uint8Array): void {
    const from = this.#reserve(bytes.length);
    this.#bytes.set(bytes, from);
  }

  cstring(text: string): void {
    if (text.includes('\0')) throw new RangeError('A BSON name may not hold a null character');
    const size = Buffer.byteLength(text);
    const from = this.#reserve(size + 1);
    this.#bytes.write(text, from, 'utf8');
    this.#bytes[from + size] = 0;
  }

  string(text: string): void {
    const size = Buffer.byteLength(text);
    this.int32(size + 1);
    const from = this.#reserve(size + 1);
    this.#bytes.write(text, from, 'utf8');
    this.#bytes[from + size] = 0;
  }

  finish(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.at));
  }
}

function writeCode(writer: BsonWriter, name: string, code: Code): void {
  const scope: unknown = code.scope;
  writer.byte(scope ? 0x0f : 0x0d);
  writer.cstring(name);
  if (!scope) return writer.string(code.code);
  const start = writer.at;
  writer.int32(0);
  writer.string(code.code);
  writeFields(writer, (scope as BsonDocument).entries());
  writer.patchInt32(writer.at - start, start);
}

function writeBinary(writer: BsonWriter, binary: Binary): void {
  const bytes = binary.buffer.subarray(0, binary.position);
  writer.int32(bytes.length);
  writer.byte(binary.sub_type);
  writer.raw(bytes);
}

type WriteTyped = (writer: BsonWriter, value: never) => void;

const typed: Readonly<Record<string, readonly [tag: number, write: WriteTyped]>> = {
  Int32: [0x10, (writer, value: Int32) => writer.int32(value.value)],
  Decimal128: [0x13, (writer, value: Decimal128) => writer.raw(value.bytes)],
  ObjectId: [0x07, (writer, value: ObjectId) => writer.raw(value.id)],
  Binary: [0x05, writeBinary],
  Timestamp: [0x11, (writer, value: Timestamp) => writer.uint64(BigInt.asUintN(64, value.toBigInt()))],
  BSONRegExp: [0x0b, (writer, value: BSONRegExp) => (writer.cstring(value.pattern), writer.cstring(value.options))],
  MinKey: [0xff, () => undefined],
  MaxKey: [0x7f, () => undefined],
};

function writeBsonClass(writer: BsonWriter, name: string, value: object): void {
  const type = bsonTypeOf(value) ?? '';
  if (type === 'Code') return writeCode(writer, name, value as Code);
  const form = typed[type];
  if (!form) throw new TypeError(`No BSON form for ${type || value.constructor.name}`);
  writer.byte(form[0]);
  writer.cstring(name);
  form[1](writer, value as never);
}

function writeScalar(writer: BsonWriter, name: string, value: string | boolean | number | bigint | null): void {
  const tag =
    value === null ? 0x0a : { string: 0x02, boolean: 0x08, number: 0x01, bigint: 0x12 }[typeof value as 'string'];
  writer.byte(tag);
  writer.cstring(name);
  if (typeof value === 'string') writer.string(value);
  else if (typeof value === 'boolean') writer.byte(value ? 1 : 0);
  else if (typeof value === 'number') writer.double(value);
  else if (typeof value === 'bigint') writer.int64(value);
}

function writeNested(
  writer: BsonWriter,
  name: string,
  tag: number,
  fields: Iterable<readonly [string, Encodable]>,
): void {
  writer.byte(tag);
  writer.cstring(name);
  writeFields(writer, fields);
}

function* numbered(elements: readonly Encodable[]): Generator<readonly [string, Encodable]> {
  for (const [index, element] of elements.entries()) yield [String(index), element ?? null];
}

function writeField(writer: BsonWriter, name: string, value: Encodable): void {
  if (value === undefined) return;
  if (value === null || typeof value !== 'object') return writeScalar(writer, name, value);
  if (value instanceof Map) return writeNested(writer, name, 0x03, value.entries());
  if (Array.isArray(value)) return writeNested(writer, name, 0x04, numbered(value));
  if (value instanceof Date) {
    writer.byte(0x09);
    writer.cstring(name);
    return writer.int64(BigInt(value.getTime()));
  }
  if (value instanceof RawDocument) {
    writer.byte(0x03);
    writer.cstring(name);
    return writer.raw(value.bytes);
  }
  if (bsonTypeOf(value)) return writeBsonClass(writer, name, value);
  writeNested(writer, name, 0x03, Object.entries(value as { readonly [name: string]: Encodable }));
}

function writeFields(writer: BsonWriter, fields: Iterable<readonly [string, Encodable]>): void {
  writer.enter();
  const start = writer.at;
  writer.int32(0);
  for (const [name, value] of fields) writeField(writer, name, value);
  writer.byte(0);
  writer.leave();
  writer.patchInt32(writer.at - start, start);
}

/** Writes a document, or a reply given as a plain object, as BSON; throws Overflow when it nests deeper than `depthMax`. */
export function encodeDocument(
  document: BsonDocument | { readonly [name: string]: Encodable },
  depthMax = Number.POSITIVE_INFINITY,
): Buffer {
  const writer = new BsonWriter(depthMax);
  writeFields(writer, document instanceof Map ? document.entries() : Object.entries(document));
  return writer.finish();
}
