/**
 * Acts on one after the other, also on those behind one that fails.
 * What is left when `signal` is aborted, or `until` (of `performance.now()`) is over, is left.
 * @returns for how many something was done: all but those where `act` said `false`.
 * @throws AggregateError of all that failed, once the others have had their turn.
 */
export async function doEach<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  act: (item: Item) => Promise<unknown>,
  { signal, until = Infinity }: { readonly signal?: AbortSignal | undefined; readonly until?: number } = {},
): Promise<number> {
  const failures: unknown[] = [];
  let done = 0;
  for await (const item of items) {
    try {
      if ((await act(item)) !== false) done += 1;
    } catch (error) {
      failures.push(error);
    }
    if (signal?.aborted || performance.now() >= until) break;
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} failed, ${done} did not`);
  return done;
}
