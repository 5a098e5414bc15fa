import { LeavingSocket } from '@modu/network';

/** More than any client has under way: a stream waits until its event is sent, and what a client says is answered once. */
const UNSENT_MAX = 1_000;

/**
 * The socket of a client that reads what it asks for. One who goes on asking and reads nothing is let go: every answer that
 * waits to be sent is kept here, a hundred times the bytes that asked for it.
 */
export class BoundedSocket extends LeavingSocket {
  #unsent = 0;

  override send(data: Parameters<LeavingSocket['send']>[0], ...rest: unknown[]): void {
    const sent = rest.at(-1);
    this.#unsent += 1;
    super.send(data, () => {
      this.#unsent -= 1;
      if (typeof sent === 'function') (sent as () => void)();
    });
    if (this.#unsent > UNSENT_MAX) this.terminate();
  }
}
