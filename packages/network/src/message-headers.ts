/**
 * Headers of one connection rather than of the message (RFC 9110 §7.6.1), and those that whoever sends a whole body says of it: undici
 * refuses requests that say them, as those do which came over a proxy in pieces.
 */
const OF_A_CONNECTION = [
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** The headers that a message takes along to the next process. Its answer comes as it is: fetch would unpack it, and leave what said so. */
export function messageHeaders(headers: Headers): Record<string, string> {
  const named = headers.get('connection')?.toLowerCase().split(',') ?? [];
  const dropped = new Set([...OF_A_CONNECTION, ...named.map((name) => name.trim())]);
  const kept = [...headers].filter(([name]) => !dropped.has(name));
  return { ...Object.fromEntries(kept), 'accept-encoding': 'identity' };
}
