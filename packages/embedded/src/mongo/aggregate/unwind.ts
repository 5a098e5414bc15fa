import { expectDocument, expectString, isTruthy } from '../bson/coerce.ts';
import { isDocument } from '../bson/value.ts';
import type { BsonDocument, Maybe, Value } from '../bson/value.ts';
import { MongoError, notOffered } from '../mongo-error.ts';
import type { Stage } from './stage.ts';

interface UnwindSpec {
  readonly parts: readonly string[];
  readonly indexParts: readonly string[] | undefined;
  readonly preserves: boolean;
}

function specOf(operand: Value): UnwindSpec {
  const spec: BsonDocument = isDocument(operand) ? operand : new Map([['path', operand]]);
  for (const name of spec.keys()) {
    if (!['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'].includes(name))
      throw notOffered(`the argument '${name}' of $unwind`);
  }
  const path = expectString(spec.get('path'), 'The path of $unwind');
  if (!path.startsWith('$') || path.length < 2)
    throw new MongoError('BadValue', "path option to $unwind stage should be prefixed with a '$'");
  const index = spec.get('includeArrayIndex');
  return {
    parts: path.slice(1).split('.'),
    indexParts: index === undefined || index === null ? undefined : expectString(index, 'includeArrayIndex').split('.'),
    preserves: isTruthy(spec.get('preserveNullAndEmptyArrays')),
  };
}

function valueAt(value: Maybe, parts: readonly string[]): Maybe {
  return parts.reduce<Maybe>((inner, part) => (isDocument(inner) ? inner.get(part) : undefined), value);
}

/** A copy of the document with the value put at (or, undefined, taken from) the path; what lies beside is shared. */
export function withField(document: BsonDocument, parts: readonly string[], value: Maybe): BsonDocument {
  const [name = '', ...rest] = parts;
  const copy: BsonDocument = new Map(document);
  const inner = copy.get(name);
  const next =
    rest.length === 0 ? value : withField(isDocument(inner) ? expectDocument(inner, name) : new Map(), rest, value);
  if (next === undefined) copy.delete(name);
  else copy.set(name, next);
  return copy;
}

function* unwindDocument(document: BsonDocument, spec: UnwindSpec): Generator<BsonDocument> {
  const value = valueAt(document, spec.parts);
  const indexed = (copy: BsonDocument, index: Value): BsonDocument =>
    spec.indexParts ? withField(copy, spec.indexParts, index) : copy;
  if (Array.isArray(value)) {
    for (const [index, element] of value.entries())
      yield indexed(withField(document, spec.parts, element), BigInt(index));
    if (value.length === 0 && spec.preserves) yield indexed(withField(document, spec.parts, undefined), null);
  } else if ((value !== undefined && value !== null) || spec.preserves) {
    yield indexed(document, null);
  }
}

/** `$unwind`: one document for each element of an array. */
export function compileUnwind(operand: Value): Stage {
  const spec = specOf(operand);
  return function* (input) {
    for (const document of input) yield* unwindDocument(document, spec);
  };
}
