import { defaultFieldResolver, getArgumentValues } from 'graphql';
import { isPromise, Place, settleFailure } from './run.ts';
import type { Data, FieldPlan, Path, Run } from './run.ts';

interface RunningObject {
  readonly run: Run;
  readonly plans: readonly FieldPlan[];
  readonly source: unknown;
  /** Where the object stands; undefined for the root. */
  readonly path: Path | undefined;
}

/** Runs the fields of an object side by side; at once when none of them waits for anything. */
export function runFields({ run, plans, source, path }: RunningObject): Data | Promise<Data> {
  const data: Data = {};
  const isObject = typeof source === 'object' && source !== null;
  let waiting: Promise<void>[] | undefined;
  try {
    for (const plan of plans) {
      const { responseName, isPlain, isNullable, constant, definition } = plan;
      if (constant !== undefined) {
        data[responseName] = constant;
        continue;
      }
      const read = isPlain && isObject ? (source as Data)[definition.name] : undefined;
      if (isPlain && isObject && (isPlain(read) || (isNullable && isNothing(read)))) {
        data[responseName] = read ?? null;
        continue;
      }
      const value = runField({ run, source, path, read }, plan);
      data[responseName] = value;
      if (isPromise(value)) (waiting ??= []).push(value.then((found) => void (data[responseName] = found)));
    }
  } catch (error) {
    if (!waiting) throw error;
    // What the other fields wait for may fail as well.
    return Promise.all(waiting).then(
      () => Promise.reject(error as Error),
      () => Promise.reject(error as Error),
    );
  }
  return waiting ? Promise.all(waiting).then(() => data) : data;
}

/** Runs the fields of a mutation one after another. */
export async function runFieldsSerially({ run, plans, source, path }: RunningObject): Promise<Data> {
  const data: Data = {};
  for (const plan of plans) data[plan.responseName] = await runField({ run, source, path }, plan);
  return data;
}

/** `read` is the property of that name, where it was read already: a getter is not asked twice. */
function runField(
  { run, source, path, read }: Omit<RunningObject, 'plans'> & { readonly read?: unknown },
  plan: FieldPlan,
): unknown {
  const { definition, complete, isNullable } = plan;
  const place = new Place(plan, run, { prev: path, key: plan.responseName, typename: plan.parentType.name });
  try {
    const resolve = definition.resolve ?? defaultFieldResolver;
    const isRead = read !== undefined && typeof read !== 'function';
    const value: unknown = isRead ? read : resolve(source, argsOf(plan, run), run.context, place);
    const completed = isPromise(value)
      ? value.then((resolved) => complete(run, resolved, place))
      : complete(run, value, place);
    if (!isPromise(completed)) return completed;
    return completed.then(undefined, (error: unknown) => settleFailure(error, place, isNullable));
  } catch (error) {
    return settleFailure(error, place, isNullable);
  }
}

const isNothing = (value: unknown): boolean => value === null || value === undefined;

function argsOf({ constantArgs, definition, nodes, number }: FieldPlan, run: Run): Record<string, unknown> {
  const known = constantArgs ?? run.args[number];
  if (known) return { ...known };
  const [node] = nodes;
  const args = node ? getArgumentValues(definition, node, run.variables) : {};
  run.args[number] = args;
  return { ...args };
}
