import type { PreparedFetch, SubgraphAnswer, SubgraphCall } from './subgraph-call.ts';

/** Answers about entities that did not change since the last event of a stream. Belongs to one topic, so to one identity. */
export interface EntityMemo {
  fetch<Context>(
    call: SubgraphCall<Context>,
    ask: (call: SubgraphCall<Context>) => Promise<SubgraphAnswer>,
  ): Promise<SubgraphAnswer>;
}

interface MemoOptions {
  /** How old an answer of a subgraph may be; 0 for subgraphs of which nothing may be old. */
  ageMsOf(subgraph: string): number;
  readonly entriesMax?: number;
}

/** An answer as text, and until when it may be given. */
interface Remembered {
  readonly text: string;
  readonly untilMs: number;
}

const ENTRIES_MAX = 200;
const CHARACTERS_MAX = 100_000;

/**
 * Remembers entity fetches for a moment: an event whose representations did not change asks other subgraphs nothing. Answers
 * with errors are not remembered; each use gets a copy of its own. Thousands of topics have one: an empty one is next to nothing.
 */
export function createEntityMemo({ ageMsOf, entriesMax = ENTRIES_MAX }: MemoOptions): EntityMemo {
  const remembered = new Map<string, Remembered>();
  // A number for each fetch of the topic's plan: queries are long, and a key is made and hashed for each event.
  const numbers = new Map<PreparedFetch, number>();
  const keyOf = ({ fetch, variables }: SubgraphCall<unknown>) => {
    let number = numbers.get(fetch);
    if (number === undefined) numbers.set(fetch, (number = numbers.size));
    return `${number} ${variables}`;
  };
  const recall = (key: string) => {
    const kept = remembered.get(key);
    if (kept && performance.now() < kept.untilMs) return kept.text;
    remembered.delete(key);
    return undefined;
  };
  const remember = (key: string, kept: Remembered) => {
    remembered.set(key, kept);
    const oldest = remembered.keys().next();
    if (remembered.size > entriesMax && !oldest.done) remembered.delete(oldest.value);
  };
  return {
    fetch: async (call, ask) => {
      const { subgraph, operationKind } = call.fetch;
      const ttl = operationKind === 'query' && call.variables.includes('"representations":') ? ageMsOf(subgraph) : 0;
      if (ttl <= 0) return ask(call);
      const key = keyOf(call);
      const kept = recall(key);
      if (kept !== undefined) return { data: JSON.parse(kept) as unknown };
      const answer = await ask(call);
      if (!answer.errors?.length && answer.data !== undefined && key.length < CHARACTERS_MAX) {
        const text = JSON.stringify(answer.data);
        if (text.length < CHARACTERS_MAX) remember(key, { text, untilMs: performance.now() + ttl });
      }
      return answer;
    },
  };
}
