import { getOperationAST, GraphQLError, parse, validate } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';

/** A document that may run, or why it may not. */
export type ReadDocument = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

export interface Documents {
  read(query: string, operationName: string | undefined): ReadDocument;
}

const DOCUMENTS_MAX = 1_000;

/** Reads and checks documents once: the gateway sends the same few again and again. */
export function createDocuments(schema: GraphQLSchema): Documents {
  const known = new LRUCache<string, ReadDocument>({ max: DOCUMENTS_MAX });
  return {
    read: (query, operationName) => {
      let read = known.get(query);
      if (!read) known.set(query, (read = readDocument(query, schema)));
      if ('errors' in read || getOperationAST(read.document, operationName)) return read;
      return { errors: [failure('The document has no such operation.', 'OPERATION_RESOLUTION_FAILURE')] };
    },
  };
}

function readDocument(query: string, schema: GraphQLSchema): ReadDocument {
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
