import { createHash } from 'node:crypto';
import { getOperationAST, GraphQLError, Kind, parse, specifiedRules, validate } from 'graphql';
import type { DocumentNode, GraphQLSchema, ValidationRule } from 'graphql';
import { LRUCache } from 'lru-cache';
import { compileOperation } from './compile-operation.ts';
import type { CompiledOperation } from './compile-operation.ts';
import type { FetchSubgraph } from './fetching/subgraph-call.ts';
import { withOwnNames } from './plan/own-names.ts';
import type { FetchNode, QueryPlan } from './plan/query-plan.ts';
import type { FederationError } from './plan/run.ts';

/** An operation that was read, checked, planned and compiled. */
export interface ReadyOperation<Context> extends CompiledOperation<Context> {
  /** Of the document and the operation's name: the same for equal texts. */
  readonly hash: string;
  /** The fetch whose answers stream, when the operation is a subscription. */
  readonly source: FetchNode | undefined;
}

export type FoundOperation<Context> =
  { readonly operation: ReadyOperation<Context> } | { readonly refused: readonly FederationError[] };

export interface OperationAsked {
  readonly query: string;
  /** An empty one is none. */
  readonly operationName?: string | null | undefined;
}

export interface Operations<Context> {
  /**
   * Finds an operation that was prepared before, or prepares it. Documents that are refused are remembered too; so are those that
   * the planner gives up (`PLANNING_FAILED`, with its reason as the cause), which is our fault and not the client's.
   */
  find(asked: OperationAsked): FoundOperation<Context>;
  /** The same, and whatever else is asked it is never forgotten: for documents of one's own, whose number is known. */
  keep(asked: OperationAsked): FoundOperation<Context>;
  /** Whether finding it is no work: preparing is, and whoever asks for much of it takes the time of all others. */
  isReady(asked: OperationAsked): boolean;
}

export interface OperationsOptions<Context> {
  readonly schema: GraphQLSchema;
  readonly supergraph: GraphQLSchema;
  /** See `namesOfPlans`. */
  readonly names: ReadonlySet<string>;
  plan(document: DocumentNode, operationName: string | undefined): QueryPlan;
  readonly fetch: FetchSubgraph<Context>;
  /** Limits: checked before the rules of the specification, some of which are quadratic in what a document repeats. */
  readonly rules?: readonly ValidationRule[];
  readonly tokensMax?: number;
  readonly operationsMax?: number;
  /** Of the documents of all that are remembered: what is made of a long one takes memory by its length. */
  readonly charactersMax?: number;
}

/** What graphql would suggest may be long to find, and tells names that somebody did not know. */
const CHECKING = { maxErrors: 10, hideSuggestions: true };

/** Operations by the hash of their document, the least recently used forgotten first. */
export function createOperations<Context>(options: OperationsOptions<Context>): Operations<Context> {
  const { operationsMax = 1_000, charactersMax = 4_000_000 } = options;
  const found = new LRUCache<string, FoundOperation<Context>>({ max: operationsMax, maxSize: charactersMax });
  const kept = new Map<string, FoundOperation<Context>>();
  const find = (asked: OperationAsked, key: string) => {
    let one = kept.get(key) ?? found.get(key);
    if (!one) found.set(key, (one = prepare(asked, hashOf(key), options)), { size: asked.query.length + 1 });
    return one;
  };
  return {
    find: (asked) => find(asked, keyOf(asked)),
    isReady: (asked) => kept.has(keyOf(asked)) || found.has(keyOf(asked)),
    keep: (asked) => {
      const key = keyOf(asked);
      const one = find(asked, key);
      kept.set(key, one);
      found.delete(key);
      return one;
    },
  };
}

/** The texts themselves: to hash them for each request costs more than to compare them. */
function keyOf({ query, operationName }: OperationAsked): string {
  return `${operationName ?? ''}\0${query}`;
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

function prepare<Context>(
  asked: OperationAsked,
  hash: string,
  options: OperationsOptions<Context>,
): FoundOperation<Context> {
  const read = readDocument(asked.query, options);
  if ('refused' in read) return read;
  const name = asked.operationName || undefined;
  if (!getOperationAST(read.document, name))
    return refuse('OPERATION_RESOLUTION_FAILURE', noOperation(read.document, name));
  const document = withOwnNames(read.document, options.names);
  const operation = getOperationAST(document, name);
  if (!operation) return refuse('OPERATION_RESOLUTION_FAILURE', noOperation(document, name));
  try {
    const { node } = options.plan(document, name);
    const plan = node?.kind === 'Subscription' ? node.rest : node;
    const { schema, supergraph, fetch } = options;
    const compiled = compileOperation({ document, operation, plan, schema, supergraph, fetch });
    return { operation: { ...compiled, hash, source: node?.kind === 'Subscription' ? node.primary : undefined } };
  } catch (cause) {
    const message = 'The operation cannot be planned.';
    return { refused: [{ message, extensions: { code: 'PLANNING_FAILED' }, cause }] };
  }
}

type Read = { readonly document: DocumentNode } | { readonly refused: readonly FederationError[] };

function readDocument(query: string, { schema, rules = [], tokensMax }: OperationsOptions<never>): Read {
  let document: DocumentNode;
  try {
    document = parse(query, tokensMax ? { maxTokens: tokensMax } : {});
  } catch (error) {
    return { refused: [toError(error, 'GRAPHQL_PARSE_FAILED')] };
  }
  try {
    const beyond = validate(schema, document, rules, CHECKING);
    const errors = beyond.length > 0 ? beyond : validate(schema, document, specifiedRules, CHECKING);
    if (errors.length > 0) return { refused: errors.map((error) => toError(error, 'GRAPHQL_VALIDATION_FAILED')) };
  } catch (error) {
    return { refused: [toError(error, 'GRAPHQL_VALIDATION_FAILED')] };
  }
  return { document };
}

function toError(error: unknown, code: string): FederationError {
  if (!(error instanceof GraphQLError)) throw error;
  const { message, locations, extensions } = error;
  return { message, locations, extensions: { code: extensions['code'] ?? code } };
}

function refuse(code: string, message: string): { readonly refused: readonly FederationError[] } {
  return { refused: [{ message, extensions: { code } }] };
}

function noOperation({ definitions }: DocumentNode, name: string | undefined): string {
  if (name) return `The document has no operation named "${name}".`;
  const count = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION).length;
  return count === 0 ? 'The document has no operation.' : 'Say which of the operations to run: operationName.';
}
