import { getOperationAST, parse } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { estimateCost } from './cost.ts';
import { findFragments } from './fragments.ts';
import { countFields, FIELDS_MAX, TOKENS_MAX } from './limits.ts';

export interface OperationCosts {
  /** The cost of an operation; 1 for what cannot be read, which is refused elsewhere with the reason. */
  of(operation: {
    readonly query: string;
    readonly operationName: string | undefined;
    readonly variables: Readonly<Record<string, unknown>>;
  }): number;
  /**
   * What a document costs that was not seen before: to read, check and plan it takes time that nobody else has meanwhile, the more of
   * it the longer it is and the more fields it has. To tell it the document is read: see `ofReading`.
   */
  ofPreparing(operation: { readonly query: string; readonly operationName: string | undefined }): number;
  /** The part of it that is known before the document is read. */
  ofReading(query: string): number;
}

const DOCUMENTS_MAX = 1_000;
/** Of all that are remembered: long ones push out more of the others, not memory. */
const CHARACTERS_MAX = 4_000_000;
const PREPARING_MIN = 100;
const PREPARING_FIELD = 10;
const CHARACTERS_FOR_ONE = 10;

/** Costs of operations; documents are parsed once. `schema` carries `@cost` and `@listSize`, so it is the supergraph's. */
export function createOperationCosts(schema: GraphQLSchema): OperationCosts {
  const documents = new LRUCache<string, { readonly document: DocumentNode | undefined }>({
    max: DOCUMENTS_MAX,
    maxSize: CHARACTERS_MAX,
    sizeCalculation: (_document, query) => query.length + 1,
  });
  const find = (query: string, operationName: string | undefined) => {
    let kept = documents.get(query);
    if (!kept) documents.set(query, (kept = { document: parseSafely(query) }));
    const operation = kept.document && getOperationAST(kept.document, operationName);
    return kept.document && operation ? { document: kept.document, operation } : undefined;
  };
  const ofReading = (query: string) => Math.ceil(query.length / CHARACTERS_FOR_ONE);
  return {
    ofReading,
    of: ({ query, operationName, variables }) => {
      const found = find(query, operationName);
      return found ? estimateCost({ schema, ...found, variables }) : 1;
    },
    ofPreparing: ({ query, operationName }) => {
      const found = find(query, operationName);
      const fragments = found && findFragments(found.document);
      const fields = found ? countFields(found.operation, (name) => fragments?.get(name)) : 0;
      // More than these are refused before anything is planned.
      const fieldsPlanned = Math.min(fields, FIELDS_MAX);
      return Math.max(PREPARING_MIN, fieldsPlanned * PREPARING_FIELD + ofReading(query));
    },
  };
}

function parseSafely(query: string): DocumentNode | undefined {
  try {
    return parse(query, { maxTokens: TOKENS_MAX, noLocation: true });
  } catch {
    return undefined;
  }
}
