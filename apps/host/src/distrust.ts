import type { IncomingMessage } from 'node:http';
import { IDENTITY_HEADER, TRACE_HEADER } from '@modu/viewer';

/** What only our own processes may say: who somebody is, from where, and under which id the request is written down and sampled. */
const OURS: ReadonlySet<string> = new Set([IDENTITY_HEADER, TRACE_HEADER, 'x-forwarded-for']);

/** From outside nobody can bring an identity of ours, choose the address that limits count by, nor the id of a trace. */
export function distrust(incoming: IncomingMessage, proxies: number): void {
  const address = clientAddress(incoming, proxies);
  for (const name of OURS) delete incoming.headers[name];
  const raw = incoming.rawHeaders;
  for (let index = raw.length - 2; index >= 0; index -= 2)
    if (OURS.has(raw[index]?.toLowerCase() ?? '')) raw.splice(index, 2);
  incoming.headers['x-forwarded-for'] = address;
  raw.push('x-forwarded-for', address);
}

/** Each proxy appends the address it was called from, so the client's is as many places from the end as there are proxies. */
export function clientAddress(
  {
    headers,
    socket,
  }: Pick<IncomingMessage, 'headers'> & { readonly socket: { readonly remoteAddress?: string | undefined } },
  proxies: number,
): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .flatMap((part) => part.trim() || []);
  const said = proxies > 0 ? forwarded.at(-Math.min(proxies, forwarded.length)) : undefined;
  return said ?? socket.remoteAddress ?? '';
}
