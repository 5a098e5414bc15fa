export { compileOperation } from './compile-operation.ts';
export type {
  CheckedVariables,
  CompiledOperation,
  Execution,
  OperationToCompile,
  Outcome,
} from './compile-operation.ts';
export { createHttpSubgraph, toAnswer } from './fetching/http-subgraph.ts';
export type { HttpSubgraph, HttpSubgraphOptions } from './fetching/http-subgraph.ts';
export { bodyOf } from './fetching/subgraph-call.ts';
export type {
  FetchSubgraph,
  PreparedFetch,
  SubgraphAnswer,
  SubgraphCall,
  SubgraphError,
} from './fetching/subgraph-call.ts';
export { SubgraphFailure } from './fetching/subgraph-failure.ts';
export { createOperations } from './operations.ts';
export type { FoundOperation, OperationAsked, Operations, OperationsOptions, ReadyOperation } from './operations.ts';
export { namesOfPlans, withOwnNames } from './plan/own-names.ts';
export type { FetchNode, PlanNode, QueryPlan, SubscriptionNode } from './plan/query-plan.ts';
export type { FederationError, Fields, PathPart } from './plan/run.ts';
export { createEntityMemo } from './fetching/entity-memo.ts';
export type { EntityMemo } from './fetching/entity-memo.ts';
export type { OverflowPolicy } from './streams/outbox.ts';
export { findCursor, prepareSource } from './streams/stream-source.ts';
export type { StreamCursor, StreamQuestion, StreamSource } from './streams/stream-source.ts';
export type { StreamEvent } from './streams/topic.ts';
export { createTopics } from './streams/topics.ts';
export type { Listening, Topics } from './streams/topics.ts';
