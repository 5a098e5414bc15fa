export { compileOperation } from './compile-operation.ts';
export type { CompiledOperation, Execution, OperationToCompile, Outcome } from './compile-operation.ts';
export { bodyOf } from './fetching/subgraph-call.ts';
export type {
  FetchSubgraph,
  PreparedFetch,
  SubgraphAnswer,
  SubgraphCall,
  SubgraphError,
} from './fetching/subgraph-call.ts';
export type { FetchNode, PlanNode, QueryPlan, SubscriptionNode } from './plan/query-plan.ts';
export type { FederationError, Fields, PathPart } from './plan/run.ts';
export { namesOfPlans, withOwnNames } from './plan/own-names.ts';
