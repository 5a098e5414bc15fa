import type { Value } from '../bson/value.ts';
import type { Target } from './target.ts';

/** Checks the operand once, and returns what it does to each place. */
export type FieldOperator = (operand: Value, path: string) => (target: Target) => void;
