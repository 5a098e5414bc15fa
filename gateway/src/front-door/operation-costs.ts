import { getOperationAST, parse } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { estimateCost } from './cost.ts';
import { TOKENS_MAX } from './limits.ts';

export interface OperationCosts {
  /** The cost of an operation; 1 for what cannot be read, which is refused elsewhere with the reason. */
  of(operation: {
    readonly query: string;
    readonly operationName: string | undefined;
    readonly variables: Readonly<Record<string, unknown>>;
  }): number;
}

const DOCUMENTS_MAX = 1_000;

/** Costs of operations; documents are parsed once. `schema` carries `@cost` and `@listSize`, so it is the supergraph's. */
export function createOperationCosts(schema: GraphQLSchema): OperationCosts {
  const documents = new LRUCache<string, { readonly document: DocumentNode | undefined }>({ max: DOCUMENTS_MAX });
  return {
    of: ({ query, operationName, variables }) => {
      let kept = documents.get(query);
      if (!kept) documents.set(query, (kept = { document: parseSafely(query) }));
      const operation = kept.document && getOperationAST(kept.document, operationName);
      if (!kept.document || !operation) return 1;
      return estimateCost({ schema, document: kept.document, operation, variables });
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
