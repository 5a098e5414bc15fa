/** Query plans as JSON, in the form that @apollo/query-planner makes them. Only data: nothing of Apollo is imported. */
export interface QueryPlan {
  readonly kind: 'QueryPlan';
  readonly node?: PlanNode | SubscriptionNode | undefined;
}

export type PlanNode = SequenceNode | ParallelNode | FetchNode | FlattenNode | ConditionNode | DeferNode;

export interface SequenceNode {
  readonly kind: 'Sequence';
  readonly nodes: readonly PlanNode[];
}

export interface ParallelNode {
  readonly kind: 'Parallel';
  readonly nodes: readonly PlanNode[];
}

export interface FlattenNode {
  readonly kind: 'Flatten';
  /** Response names from the root; `@` stands for every element of a list. */
  readonly path: readonly (string | number)[];
  readonly node: PlanNode;
}

export interface ConditionNode {
  readonly kind: 'Condition';
  /** The name of a Boolean variable. */
  readonly condition: string;
  readonly ifClause?: PlanNode | undefined;
  readonly elseClause?: PlanNode | undefined;
}

export interface SubscriptionNode {
  readonly kind: 'Subscription';
  readonly primary: FetchNode;
  readonly rest?: PlanNode | undefined;
}

/** Planned only when incremental delivery is asked of the planner; not executed here. */
export interface DeferNode {
  readonly kind: 'Defer';
}

export interface FetchNode {
  readonly kind: 'Fetch';
  readonly serviceName: string;
  readonly operation: string;
  readonly operationName?: string | undefined;
  /** `query`, `mutation` or `subscription`. */
  readonly operationKind: string;
  readonly variableUsages?: readonly string[] | undefined;
  /** What the representation of an entity holds; absent for fetches of root fields. */
  readonly requires?: readonly PlanSelection[] | undefined;
  readonly inputRewrites?: readonly Rewrite[] | undefined;
  readonly outputRewrites?: readonly Rewrite[] | undefined;
  readonly contextRewrites?: readonly Rewrite[] | undefined;
}

export type PlanSelection = PlanField | PlanFragment;

export interface PlanField {
  readonly kind: 'Field';
  readonly name: string;
  readonly alias?: string | undefined;
  readonly selections?: readonly PlanSelection[] | undefined;
}

export interface PlanFragment {
  readonly kind: 'InlineFragment';
  readonly typeCondition?: string | undefined;
  readonly selections: readonly PlanSelection[];
}

export type Rewrite = ValueSetter | KeyRenamer;

export interface ValueSetter {
  readonly kind: 'ValueSetter';
  /** Field names and `... on Type` conditions; the last is the field. */
  readonly path: readonly string[];
  readonly setValueTo: unknown;
}

export interface KeyRenamer {
  readonly kind: 'KeyRenamer';
  readonly path: readonly string[];
  readonly renameKeyTo: string;
}
