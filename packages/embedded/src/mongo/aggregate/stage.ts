import type { BsonDocument } from '../bson/value.ts';
import type { Variables } from '../expressions/scope.ts';
import type { MemoryBudget } from './memory.ts';

/** A stage pulls documents from the one before it; nothing is read before it is asked for. */
export type Stage = (input: Iterable<BsonDocument>) => Iterable<BsonDocument>;

/** What stages may use beyond their input. */
export interface StageContext {
  readonly variables: Variables;
  readonly budget: MemoryBudget;
  /** Reads another collection of the same database through the planner. */
  readonly read: (collection: string, filter: BsonDocument) => Iterable<BsonDocument>;
}
