/**
 * Why a message was not sent. `INVALID` and `TOO_LARGE` are mistakes of the publisher; `OVERLOADED` means that messages
 * come in faster than they leave; `UNREACHABLE` that the server behind the bus does not answer; `CLOSED` that we stopped.
 */
export type BusErrorCode = 'INVALID' | 'TOO_LARGE' | 'OVERLOADED' | 'UNREACHABLE' | 'CLOSED';

export class BusError extends Error {
  readonly code: BusErrorCode;

  constructor(code: BusErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BusError';
    this.code = code;
  }
}
