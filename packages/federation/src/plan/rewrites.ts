import type { Rewrite } from './query-plan.ts';
import { isFields } from './run.ts';
import type { Fields } from './run.ts';
import type { IsOfType } from './type-conditions.ts';

const FRAGMENT = '... on ';

/** Applies the rewrites of a fetch to one value, in place: keys renamed, values set at the paths that the plan names. */
export type ApplyRewrites = (value: unknown) => void;

/** @returns `undefined` when there is nothing to rewrite. */
export function compileRewrites(
  rewrites: readonly Rewrite[] | undefined,
  isOfType: IsOfType,
): ApplyRewrites | undefined {
  if (!rewrites?.length) return undefined;
  const compiled = rewrites.map((rewrite) => compileRewrite(rewrite, isOfType));
  return (value) => {
    for (const apply of compiled) apply(value);
  };
}

function compileRewrite(rewrite: Rewrite, isOfType: IsOfType): ApplyRewrites {
  const field = rewrite.path.at(-1);
  if (field === undefined || field.startsWith(FRAGMENT))
    throw new Error(`A rewrite must end at a field: ${rewrite.path.join('.')}`);
  const path = rewrite.path.slice(0, -1);
  const change = (fields: Fields): void => {
    if (rewrite.kind === 'ValueSetter') fields[field] = rewrite.setValueTo;
    else if (Object.hasOwn(fields, field) && fields[field] !== undefined) {
      fields[rewrite.renameKeyTo] = fields[field];
      fields[field] = undefined;
    }
  };
  const walk = (value: unknown, depth: number): void => {
    if (Array.isArray(value)) return value.forEach((element) => walk(element, depth));
    if (!isFields(value)) return;
    const part = path[depth];
    if (part === undefined) return change(value);
    if (!part.startsWith(FRAGMENT)) return walk(value[part], depth + 1);
    const typename = value['__typename'];
    // Without a name the object can only be of the type that the plan expects there.
    if (typeof typename !== 'string' || isOfType(typename, part.slice(FRAGMENT.length))) walk(value, depth + 1);
  };
  return (value) => walk(value, 0);
}

/** Names that a fetch used for fields of the operation → the names the operation used; errors speak the latter. */
export function renamesOf(rewrites: readonly Rewrite[] | undefined): ReadonlyMap<string, string> {
  const renames = new Map<string, string>();
  for (const rewrite of rewrites ?? []) {
    const from = rewrite.path.at(-1);
    if (rewrite.kind === 'KeyRenamer' && from !== undefined) renames.set(from, rewrite.renameKeyTo);
  }
  return renames;
}
