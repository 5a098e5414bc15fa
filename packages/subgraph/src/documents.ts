import { GraphQLError, Kind, parse, validate } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationTypeNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { compileOperation } from './execution/compile-operation.ts';
import type { RunOperation } from './execution/compile-operation.ts';

/** An operation that may run, or why it may not. */
export type ReadDocument =
  | { readonly document: DocumentNode; readonly kind: OperationTypeNode; readonly run: RunOperation }
  | { readonly errors: readonly GraphQLError[] };

export interface Documents {
  read(query: string, operationName: string | undefined): ReadDocument;
}

const DOCUMENTS_MAX = 1_000;

/** Reads, checks and compiles documents once: the gateway sends the same few again and again. */
export function createDocuments(schema: GraphQLSchema): Documents {
  const known = new LRUCache<string, Readonly<Record<string, ReadDocument>>>({ max: DOCUMENTS_MAX });
  return {
    read: (query, operationName = '') => {
      let read = known.get(query);
      if (!read) known.set(query, (read = readOperations(query, schema)));
      return (Object.hasOwn(read, operationName) ? read[operationName] : read[ANY]) ?? NONE;
    },
  };
}

/** Under which what holds for a document whatever its operation is kept: no name of an operation. */
const ANY = '*';
const NONE: ReadDocument = {
  errors: [failure('The document has no such operation.', 'OPERATION_RESOLUTION_FAILURE')],
};

/** The operations of a document by their names; the only one also without its name. */
function readOperations(query: string, schema: GraphQLSchema): Readonly<Record<string, ReadDocument>> {
  const read = readDocument(query, schema);
  if ('errors' in read) return { [ANY]: read };
  const { document } = read;
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const found = operations.map(({ name, operation: kind }) => {
    const run = compileOperation(schema, document, name?.value);
    return [name?.value ?? '', { document, kind, run }] as const;
  });
  const [only, ...others] = found;
  return Object.fromEntries(only && others.length === 0 ? [['', only[1]], only] : found);
}

function readDocument(
  query: string,
  schema: GraphQLSchema,
): { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] } {
  try {
    const document = parse(query, { noLocation: true });
    const errors = validate(schema, document);
    return errors.length === 0
      ? { document }
      : { errors: errors.map(({ message }) => failure(message, 'GRAPHQL_VALIDATION_FAILED')) };
  } catch (error) {
    return {
      errors: [
        failure(error instanceof Error ? error.message : 'The document is not GraphQL.', 'GRAPHQL_PARSE_FAILED'),
      ],
    };
  }
}

function failure(message: string, code: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
