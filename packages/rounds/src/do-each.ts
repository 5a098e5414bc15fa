/**
 * Acts on one after the other, also on those behind one that fails.
 * @returns for how many something was done: all but those where `act` said `false`.
 * @throws AggregateError of all that failed, once the others have had their turn.
 */
export async function doEach<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  act: (item: Item) => Promise<unknown>,
): Promise<number> {
  const failures: unknown[] = [];
  let done = 0;
  for await (const item of items) {
    try {
      if ((await act(item)) !== false) done += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} failed, ${done} did not`);
  return done;
}
