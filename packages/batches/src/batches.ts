export interface BatchesOptions<Item, Answer> {
  /** Does all of these, or none of them when it throws. Answers come in the order of the items. */
  run(items: readonly Item[]): Promise<readonly Answer[]>;
  /** Items with the same key keep their order and are never in two batches at the same moment. */
  keyOf?(item: Item): string;
  /** An item waits for the next batch when one with its key is in this one already. */
  readonly oncePerBatch?: boolean;
  readonly itemsMax: number;
  /** Batches under way at the same moment. */
  readonly atOnceMax: number;
  /** What waits beyond this is refused at once: better a clear no than an answer after everybody's deadline. */
  readonly waitingMax: number;
  overloaded(): Error;
  /** Whether a failed batch may have one item to blame, so that each is tried alone. Always, unless told otherwise. */
  mayBeOnes?(error: unknown): boolean;
}

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Takes items as they come and does together those that meet: the first starts at once, what arrives while it is under way
 * goes into the next batch.
 */
export function createBatches<Item, Answer>(options: BatchesOptions<Item, Answer>): (item: Item) => Promise<Answer> {
  const { keyOf, oncePerBatch = false, itemsMax, atOnceMax, waitingMax, overloaded } = options;
  const waiting: Waiting<Item, Answer>[] = [];
  const busy = new Set<string>();
  let running = 0;

  const next = (): Waiting<Item, Answer>[] => {
    if (!keyOf) return waiting.splice(0, itemsMax);
    const batch: Waiting<Item, Answer>[] = [];
    const left: Waiting<Item, Answer>[] = [];
    const passed = new Set<string>(); // Whoever stays keeps those behind them from overtaking.
    for (const one of waiting.splice(0)) {
      const key = keyOf(one.item);
      const may = batch.length < itemsMax && !busy.has(key) && !passed.has(key);
      (may ? batch : left).push(one);
      if (!may || oncePerBatch) passed.add(key);
    }
    waiting.push(...left);
    return batch;
  };

  const turn = () => {
    while (running < atOnceMax && waiting.length > 0) {
      const batch = next();
      if (batch.length === 0) return;
      const keys = keyOf ? new Set(batch.map(({ item }) => keyOf(item))) : new Set<string>();
      for (const key of keys) busy.add(key);
      running += 1;
      void settle(batch, options).finally(() => {
        running -= 1;
        for (const key of keys) busy.delete(key);
        turn();
      });
    }
  };

  return (item) =>
    new Promise((resolve, reject) => {
      if (waiting.length >= waitingMax) return reject(overloaded());
      waiting.push({ item, resolve, reject });
      turn();
    });
}

async function settle<Item, Answer>(
  batch: readonly Waiting<Item, Answer>[],
  { run, mayBeOnes = () => true }: Pick<BatchesOptions<Item, Answer>, 'run' | 'mayBeOnes'>,
): Promise<void> {
  try {
    const answers = await run(batch.map(({ item }) => item));
    if (answers.length !== batch.length) throw new Error('A batch must have an answer for each of its items.');
    batch.forEach(({ resolve }, index) => resolve(answers[index] as Answer));
  } catch (error) {
    if (batch.length === 1 || !mayBeOnes(error)) return batch.forEach(({ reject }) => reject(error));
    for (const one of batch) await settle([one], { run, mayBeOnes });
  }
}
