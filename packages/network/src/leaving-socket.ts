import { WebSocket } from 'ws';

type Sent = (error?: Error) => void;

/**
 * A socket whose client may leave at any moment: what can no longer be sent is dropped, and its close tells the rest. graphql-ws takes a
 * failed write for a mistake in our code, and prints it.
 */
export class LeavingSocket extends WebSocket {
  override send(data: Parameters<WebSocket['send']>[0], ...rest: unknown[]): void {
    const sent = rest.at(-1);
    const done = () => typeof sent === 'function' && (sent as Sent)();
    super.send(data, done);
  }
}
