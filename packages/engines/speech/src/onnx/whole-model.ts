import { closeSync, openSync, readSync } from 'node:fs';

/** Of a ModelProto: what no model is without. */
const GRAPH_FIELD = 7;
const LENGTH_DELIMITED = 2;
const FIXED_BYTES = new Map([
  [1, 8],
  [5, 4],
]);
const HEAD_BYTES = 24;
/** A model has some tens; millions of small ones would keep a worker from starting. */
const FIELDS_MAX = 10_000;

/**
 * Whether a file is an ONNX model from its first byte to its last: its outermost fields are gone through, without reading what is in them. Downloads that broke
 * off, pages of error and pointers to large files are none.
 */
export function isWholeModel(path: string, sizeBytes: number): boolean {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    let [at, hasGraph] = [0, false];
    for (let fields = 0; at < sizeBytes && fields < FIELDS_MAX; fields++) {
      const read = readSync(file, head, 0, HEAD_BYTES, at);
      const field = fieldAt(head.subarray(0, read));
      if (!field) return false;
      hasGraph ||= field.number === GRAPH_FIELD;
      at += field.sizeBytes;
    }
    return hasGraph && at === sizeBytes;
  } finally {
    closeSync(file);
  }
}

/** The number and whole size of the field that begins here. */
function fieldAt(bytes: Buffer): { readonly number: number; readonly sizeBytes: number } | undefined {
  const key = varintAt(bytes, 0);
  if (!key) return undefined;
  const [number, kind] = [Math.floor(key.value / 8), key.value % 8];
  const fixed = FIXED_BYTES.get(kind);
  if (fixed !== undefined) return { number, sizeBytes: key.end + fixed };
  const next = varintAt(bytes, key.end);
  if (!next || number === 0 || (kind !== 0 && kind !== LENGTH_DELIMITED)) return undefined;
  return { number, sizeBytes: next.end + (kind === LENGTH_DELIMITED ? next.value : 0) };
}

function varintAt(bytes: Buffer, from: number): { readonly value: number; readonly end: number } | undefined {
  let value = 0;
  for (let at = from; at < Math.min(bytes.length, from + 10); at++) {
    const byte = bytes.readUInt8(at);
    value += (byte & 0x7f) * 2 ** (7 * (at - from));
    if (byte < 0x80) return { value, end: at + 1 };
  }
  return undefined;
}
