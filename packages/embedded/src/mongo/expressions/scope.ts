import type { BsonDocument, Maybe } from '../bson/value.ts';

export type Variables = ReadonlyMap<string, Maybe>;

/** What an expression is evaluated against: the document and the variables in force. */
export interface Scope {
  readonly root: Maybe;
  readonly variables: Variables;
}

/** A compiled expression; a missing field comes back as undefined. */
export type Expression = (scope: Scope) => Maybe;

export function rootScope(document: BsonDocument, variables: Variables): Scope {
  return { root: document, variables };
}

/** The scope with further variables, which hide outer ones of the same name. */
export function withVariables(scope: Scope, added: Iterable<readonly [string, Maybe]>): Scope {
  return { root: scope.root, variables: new Map([...scope.variables, ...added]) };
}
