import type { SubgraphError } from '../fetching/subgraph-call.ts';
import { positionsAt } from './flatten.ts';
import type { Cursor, FederationError, PathPart, Run } from './run.ts';

interface Place {
  readonly subgraph: string;
  readonly cursor: Cursor;
  readonly run: Run<unknown>;
  /** Names of the fetch → names of the operation. */
  readonly renames: ReadonlyMap<string, string>;
}

const CODE = 'DOWNSTREAM_SERVICE_ERROR';

/** The error of a fetch that got no answer: it belongs to no single field, so it has no path. */
export function fetchFailure(cause: unknown, subgraph: string): FederationError {
  const message = cause instanceof Error ? cause.message : 'The subgraph gave no answer.';
  return { message, extensions: { code: CODE, serviceName: subgraph }, cause };
}

/** Errors of a fetch of root fields: their paths start where the fetch was made. */
export function rootErrors(errors: readonly SubgraphError[], place: Place): FederationError[] {
  const [at = []] = place.cursor.path.length > 0 ? positionsAt(place.run.data, place.cursor.path) : [];
  return errors.map((error) => toError(error, place, error.path && [...at, ...renamed(error.path, place)]));
}

/**
 * Errors of a fetch of entities. `_entities` is no field of the operation: its place is taken by the places of the objects
 * behind the representation, one error for each of them.
 */
export function entityErrors(
  errors: readonly SubgraphError[],
  place: Place & { readonly groups: readonly (readonly number[])[] },
): FederationError[] {
  let positions: readonly (readonly PathPart[])[] | undefined;
  return errors.flatMap((error) => {
    const index = error.path?.[1];
    const group = typeof index === 'number' ? place.groups[index] : undefined;
    if (!error.path || !group) return [toError(error, place, undefined)];
    positions ??= positionsAt(place.run.data, place.cursor.path);
    const below = renamed(error.path.slice(2), place);
    return group.map((target) => toError(error, place, [...(positions?.[target] ?? []), ...below]));
  });
}

function renamed(path: readonly PathPart[], { renames }: Place): readonly PathPart[] {
  return renames.size === 0
    ? path
    : path.map((part) => (typeof part === 'string' ? (renames.get(part) ?? part) : part));
}

function toError(error: SubgraphError, { subgraph }: Place, path: readonly PathPart[] | undefined): FederationError {
  return {
    message: error.message || `The subgraph ${subgraph} failed.`,
    ...(path ? { path } : {}),
    extensions: { code: CODE, ...error.extensions, serviceName: subgraph },
  };
}
