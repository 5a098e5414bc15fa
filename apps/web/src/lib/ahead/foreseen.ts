import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';

/** What a change will make of what is known under a key; the very same where it changes nothing there. Applied twice it is as once. */
export type Foresight = (known: unknown, key: QueryKey) => unknown;

/**
 * What the studio shows before the API has answered. Over what the API last said lie the changes that are on their way, in the
 * order they were asked for: one that fails is lifted out from between the others, and what is fetched meanwhile gets them too.
 */
class Foreseen {
  readonly #client: QueryClient;
  readonly #coming = new Set<Foresight>();
  /** What the API last said of each query that a change on its way has touched. */
  readonly #said = new Map<string, unknown>();
  #stop: () => void = () => undefined;

  constructor(client: QueryClient) {
    this.#client = client;
  }

  begin(foresight: Foresight): (cameTrue: boolean) => void {
    if (this.#coming.size === 0) this.#stop = this.#hearAnswers();
    this.#coming.add(foresight);
    this.#showAll();
    return (cameTrue) => this.#end(foresight, cameTrue);
  }

  #end(foresight: Foresight, cameTrue: boolean): void {
    if (!this.#coming.delete(foresight)) return;
    for (const query of this.#queries()) {
      const said = this.#said.get(query.queryHash);
      if (cameTrue && said !== undefined) this.#said.set(query.queryHash, foresight(said, query.queryKey));
    }
    this.#showAll();
    if (this.#coming.size > 0) return;
    this.#stop();
    this.#said.clear();
  }

  /** An answer may be from before a change that is on its way, so it is shown as that change will leave it. */
  #hearAnswers(): () => void {
    return this.#client.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual === true) return;
      this.#said.delete(event.query.queryHash);
      this.#show(event.query);
    });
  }

  #showAll(): void {
    for (const query of this.#queries()) this.#show(query);
  }

  #show(query: Query): void {
    const { queryHash, queryKey, state } = query;
    if (state.data === undefined) return;
    const said = this.#said.get(queryHash) ?? state.data;
    let shown: unknown = said;
    for (const foresight of this.#coming) shown = foresight(shown, queryKey);
    if (shown === state.data) return;
    this.#said.set(queryHash, said);
    // As old as it was: links in it end when they would have.
    query.setData(shown, { updatedAt: state.dataUpdatedAt, manual: true });
  }

  #queries(): readonly Query[] {
    return this.#client.getQueryCache().getAll();
  }
}

const ofClients = new WeakMap<QueryClient, Foreseen>();

/** Shows a change at once. What it gives is called with the answer: that it came true, or not, which takes it back. */
export function foresee(client: QueryClient, foresight: Foresight): (cameTrue: boolean) => void {
  const foreseen = ofClients.get(client) ?? new Foreseen(client);
  ofClients.set(client, foreseen);
  return foreseen.begin(foresight);
}
