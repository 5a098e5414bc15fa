/** A server process that somebody watches. */
export interface Child {
  readonly pid: number;
  readonly port: number;
  /** Settles with a sentence (exit code, last words) when the process is gone, wanted or not. */
  readonly exited: Promise<string>;
  /** Ends the process and settles when it is gone; one that hangs is killed after a deadline. */
  stop(): Promise<void>;
}

/** The port is taken, by a process that is not ours. */
export class PortBusy extends Error {
  override readonly name = 'PortBusy';
  readonly port: number;

  constructor(port: number) {
    super(`Port ${port} on 127.0.0.1 is taken by another process.`);
    this.port = port;
  }
}
