/** Ends the address of somebody whose provider told none (RFC 2606: no mail ever reaches it). */
export const NO_ADDRESS = '@no-address.invalid';

/** True for an address that no letter can reach. */
export function isUnreachable(email: string): boolean {
  return email.endsWith(NO_ADDRESS);
}
