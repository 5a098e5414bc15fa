import type { AssetsDeps } from '../src/operations/deps.ts';

/** Foundations within whose calls to the database or the bucket, so many of them in, somebody else acts once. */
export function interruptedDeps(deps: AssetsDeps, after: number, act: () => Promise<unknown>): AssetsDeps {
  let calls = 0;
  const interrupt = <Store extends object>(store: Store): Store =>
    new Proxy(store, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return async (...args: unknown[]) => {
          const answer: unknown = await Reflect.apply(method, target, args);
          calls += 1;
          if (calls === after + 1) await act();
          return answer;
        };
      },
    });
  const { assets, storage, sweeps, orphans, copies, departed, derivations, blobs } = deps;
  return {
    ...deps,
    ...{ assets: interrupt(assets), storage: interrupt(storage), sweeps: interrupt(sweeps) },
    ...{ orphans: interrupt(orphans), departed: interrupt(departed), derivations: interrupt(derivations) },
    ...{ copies: interrupt(copies), blobs: interrupt(blobs) },
  };
}
