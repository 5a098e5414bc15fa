import { cloneValue, isDocument } from '../bson/value.ts';
import type { BsonDocument, Maybe, Value } from '../bson/value.ts';
import { showValue } from '../bson/show.ts';
import { MongoError } from '../mongo-error.ts';

/** How far past its end an update may lengthen an array (MongoDB's own limit). */
const paddingMax = 1_500_000;

/** A place in a document that may exist or not: read it, write it, take it away. */
export interface Target {
  get(): Maybe;
  set(value: Value): void;
  remove(): void;
}

function isPosition(part: string): boolean {
  return /^(0|[1-9]\d*)$/.test(part);
}

function cannotCreate(part: string, holder: Value, name: string): MongoError {
  return new MongoError('PathNotViable', `Cannot create field '${part}' in element {${name}: ${showValue(holder)}}`);
}

function read(container: Value, part: string): Maybe {
  if (isDocument(container)) return container.get(part);
  return Array.isArray(container) && isPosition(part) ? container[Number(part)] : undefined;
}

function write(container: Value, part: string, value: Value, name: string): void {
  if (isDocument(container)) {
    container.set(part, value);
    return;
  }
  if (!Array.isArray(container) || !isPosition(part)) throw cannotCreate(part, container, name);
  const index = Number(part);
  if (index > container.length + paddingMax)
    throw new MongoError('BadValue', `The array index ${part} lies too far past the end`);
  while (container.length < index) container.push(null);
  container[index] = value;
}

/** The place the path names. Missing documents on the way are made only when something is written. */
export function targetOf(root: BsonDocument, parts: readonly string[]): Target {
  const last = parts.at(-1) ?? '';
  const holder = (): Maybe =>
    parts.slice(0, -1).reduce<Maybe>((value, part) => (value === undefined ? undefined : read(value, part)), root);
  return {
    get: () => {
      const container = holder();
      return container === undefined ? undefined : read(container, last);
    },
    set: (value) => {
      let container: Value = root;
      for (const [index, part] of parts.slice(0, -1).entries()) {
        let next = read(container, part);
        if (next === undefined) {
          next = new Map();
          write(container, part, next, parts[index - 1] ?? '');
        }
        container = next;
      }
      // A copy: the same operand may be written into many documents.
      write(container, last, cloneValue(value), parts.at(-2) ?? '');
    },
    remove: () => {
      const container = holder();
      if (isDocument(container)) container.delete(last);
      else if (Array.isArray(container) && isPosition(last) && Number(last) < container.length)
        container[Number(last)] = null;
    },
  };
}
