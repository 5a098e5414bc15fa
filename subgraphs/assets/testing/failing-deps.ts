import type { AssetsDeps } from '../src/operations/deps.ts';

/** The process died: nothing that comes after is done. */
export class Killed extends Error {}
/** The database or the bucket did not answer; whether it did what it was asked is not known. */
export class Unreachable extends Error {}

/** What goes wrong, and when: counted in calls to the database and the bucket. */
export interface Trouble {
  readonly kind: 'host' | 'database' | 'bucket';
  /** So many calls go well before it. */
  readonly after: number;
  /** The call that fails has taken effect all the same. */
  readonly tookEffect: boolean;
  /** So many calls fail; a host that died stays dead. */
  readonly lasts: number;
}

/** Foundations that fail as told; without trouble they are the real ones. */
export function failingDeps(deps: AssetsDeps, trouble: Trouble | undefined): AssetsDeps {
  if (!trouble) return deps;
  let calls = 0;
  const guard = <Store extends object>(store: Store, part: 'database' | 'bucket'): Store =>
    new Proxy(store, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return async (...args: unknown[]) => {
          const call = () => Reflect.apply(method, target, args) as Promise<unknown>;
          if (trouble.kind !== 'host' && trouble.kind !== part) return call();
          const at = calls;
          calls += 1;
          const isOver = trouble.kind !== 'host' && at >= trouble.after + trouble.lasts;
          if (at < trouble.after || isOver) return call();
          if (at === trouble.after && trouble.tookEffect) await call();
          throw trouble.kind === 'host' ? new Killed() : new Unreachable();
        };
      },
    });
  return {
    ...deps,
    assets: guard(deps.assets, 'database'),
    storage: guard(deps.storage, 'database'),
    sweeps: guard(deps.sweeps, 'database'),
    previews: guard(deps.previews, 'database'),
    records: guard(deps.records, 'database'),
    departed: guard(deps.departed, 'database'),
    checks: guard(deps.checks, 'database'),
    derivations: guard(deps.derivations, 'database'),
    orphans: guard(deps.orphans, 'database'),
    copies: guard(deps.copies, 'database'),
    walks: guard(deps.walks, 'database'),
    blobs: guard(deps.blobs, 'bucket'),
  };
}
