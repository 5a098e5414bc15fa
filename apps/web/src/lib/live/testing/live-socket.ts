/** A message of graphql-transport-ws. */
interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** What the server says to one who subscribes. */
export type Answer = readonly Pick<Message, 'type' | 'payload'>[];

interface Cuttable {
  readonly cut: () => void;
}

/** A network whose server lets everybody in and answers each subscription with what `answer` gives at that moment. */
export function createLiveNetwork() {
  const standing = new Set<Cuttable>();
  const network = {
    /** Cuts every line, as a network does that is gone. */
    cut: (): void => {
      for (const socket of standing) socket.cut();
    },
    answer: (): Answer => [],
    /** The tokens that were shown, one for each connection. */
    shown: [] as unknown[],
    subscriptions: 0,
    open: 0,
    WebSocket: class LiveSocket extends EventTarget {
      static readonly CONNECTING = 0;
      static readonly OPEN = 1;
      static readonly CLOSING = 2;
      static readonly CLOSED = 3;
      readyState = 0;
      onopen: () => void = () => undefined;
      onmessage: (event: { readonly data: string }) => void = () => undefined;
      onclose: (event: { readonly code: number; readonly reason: string }) => void = () => undefined;

      constructor() {
        super();
        queueMicrotask(() => {
          this.readyState = 1;
          network.open += 1;
          standing.add(this);
          this.onopen();
        });
      }

      send(text: string): void {
        const { type, id, payload } = JSON.parse(text) as Message;
        if (type === 'connection_init') {
          network.shown.push((payload as { readonly authorization?: string }).authorization ?? null);
          this.#say({ type: 'connection_ack' });
        }
        if (type === 'ping') this.#say({ type: 'pong' });
        if (type !== 'subscribe' || id === undefined) return;
        network.subscriptions += 1;
        for (const each of network.answer()) this.#say({ ...each, id });
      }

      cut(): void {
        this.close(1006);
      }

      close(code: number, reason = ''): void {
        if (this.readyState > 1) return;
        this.readyState = 3;
        network.open -= 1;
        standing.delete(this);
        queueMicrotask(() => this.onclose({ code, reason }));
      }

      #say(message: Message): void {
        queueMicrotask(() => this.onmessage({ data: JSON.stringify(message) }));
      }
    },
  };
  return network;
}
