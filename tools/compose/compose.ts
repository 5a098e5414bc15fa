import { readFileSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { parse, printSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';

/** The subgraphs of the product, in the order they are composed. */
export const SUBGRAPHS = ['identity', 'billing', 'assets', 'jobs', 'generation', 'gallery', 'documents'] as const;

const root = new URL('../../', import.meta.url);
export const SUPERGRAPH_FILE = new URL('gateway/supergraph.graphql', root);
export const API_FILE = new URL('gateway/api.graphql', root);

/** The contract of one subgraph: what all subgraphs share, then its own file. */
function readContract(name: string): string {
  const base = readFileSync(new URL('packages/subgraph/src/base.graphql', root), 'utf8');
  return `${base}\n${readFileSync(new URL(`subgraphs/${name}/schema.graphql`, root), 'utf8')}`;
}

export interface Composition {
  /** What the gateway loads. */
  readonly supergraph: string;
  /** What clients see: nothing @inaccessible, nothing of federation. */
  readonly api: string;
}

/** @throws Error with every composition error, one a line. */
export function composeSupergraph(): Composition {
  const result = composeServices(
    SUBGRAPHS.map((name) => ({
      name,
      url: `http://${name}/subgraphs/${name}/graphql`,
      typeDefs: parse(readContract(name)),
    })),
  );
  if (result.errors) throw new Error(result.errors.map((error) => error.message).join('\n'));
  const api = result.schema.toAPISchema().toGraphQLJSSchema() as unknown as GraphQLSchema;
  return { supergraph: `${result.supergraphSdl.trim()}\n`, api: `${printSchema(api).trim()}\n` };
}
