import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** What the house tells of somebody. */
export type Claims = Readonly<Record<string, string | boolean | null>>;

/** A real OpenID provider on loopback, where anybody signs in by their name. */
export interface OidcHouse {
  /** Where people agree, where codes become tokens, where tokens become a person. */
  readonly endpoints: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly people: Map<string, Claims>;
  /** What every request for a person's agreement carried. */
  readonly asked: URL[];
  /** Goes to this address as a browser does, signs in as this person, agrees, and returns where it was sent back to. */
  agree(address: string, person: string): Promise<URL>;
  stop(): Promise<void>;
}

export async function startOidcHouse(redirectUris: string[]): Promise<OidcHouse> {
  const people = new Map<string, Claims>();
  const asked: URL[] = [];
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ['modu', 'a client secret of this test'];
  const told = ['email', 'email_verified', 'verified', 'name', 'id', 'username', 'global_name'];
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: redirectUris }],
    scopes: ['openid', 'email', 'profile', 'identify'],
    claims: { openid: ['sub', ...told] },
    extraParams: [],
    pkce: { required: () => true },
    cookies: { keys: ['a key for cookies of this test'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ sub, ...people.get(sub) }) }),
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    if (url.pathname === '/auth') asked.push(url);
    void answer(request, response);
  });
  return {
    endpoints: `${issuer}/auth ${issuer}/token ${issuer}/me`,
    clientId,
    clientSecret,
    people,
    asked,
    agree: (address, person) => agree({ issuer, address, person }),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const STEPS_MAX = 12;

async function agree({
  issuer,
  address,
  person,
}: {
  readonly issuer: string;
  readonly address: string;
  readonly person: string;
}): Promise<URL> {
  const jar = new Map<string, string>();
  let next = new URL(address);
  // This house tells nothing of a person without `openid`; Discord, which is no OpenID provider, is never asked for it.
  const scopes = new Set(['openid', ...(next.searchParams.get('scope') ?? '').split(' ')]);
  next.searchParams.set('scope', [...scopes].join(' '));
  let form: Record<string, string> | undefined;
  for (let step = 0; step < STEPS_MAX; step++) {
    const response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';')[0]?.split('=') ?? [];
      jar.set(name, value);
    }
    form = undefined;
    const location = response.headers.get('location');
    if (location) {
      next = new URL(location, next);
      if (next.origin !== issuer) return next;
      continue;
    }
    const page = await response.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (!prompt) throw new Error(`The house answered ${response.status}: ${page.slice(0, 300)}`);
    form = { prompt, login: person, password: 'any' };
  }
  throw new Error('The house sent us round in circles.');
}
