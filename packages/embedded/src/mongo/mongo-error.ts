import type { BsonDocument } from './bson/value.ts';

/** Codes of MongoDB's `error_codes.yml` that this server can answer with. */
const codes = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  Unauthorized: 13,
  TypeMismatch: 14,
  Overflow: 15,
  InvalidLength: 16,
  IllegalOperation: 20,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  NotSingleValueField: 54,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  ExceededMemoryLimit: 146,
  CannotIndexParallelArrays: 171,
  NotImplemented: 238,
  ConversionFailure: 241,
  QueryExceededMemoryLimitNoDiskUseAllowed: 292,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  Location16410: 16410,
  Location16412: 16412,
  KeyTooLong: 17280,
  Location16612: 16612,
  Location28680: 28680,
  Location28748: 28748,
  Location40087: 40087,
  Location40237: 40237,
  Location40238: 40238,
  Location40324: 40324,
  Location40415: 40415,
  Location40573: 40573,
  Location51080: 51080,
  Location51091: 51091,
  Location51108: 51108,
} as const;

export type MongoErrorName = keyof typeof codes;

/** A refusal that is sent to the client as it is; anything else thrown is a fault of this server. */
export class MongoError extends Error {
  readonly code: number;
  readonly codeName: MongoErrorName;
  /** Further fields of the reply, such as `keyPattern` of a duplicate key. */
  readonly details: BsonDocument;

  constructor(codeName: MongoErrorName, message: string, details: BsonDocument = new Map()) {
    super(message);
    this.name = 'MongoError';
    this.code = codes[codeName];
    this.codeName = codeName;
    this.details = details;
  }
}

/** What exists in MongoDB but not here: refused by name, so that nobody takes a wrong answer for a right one. */
export function notOffered(what: string): MongoError {
  return new MongoError(
    'NotImplemented',
    `The embedded MongoDB does not offer ${what}; set MONGODB_URL to use a real one`,
  );
}
