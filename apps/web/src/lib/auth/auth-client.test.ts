import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchSession, fetchToken } from './auth-client.ts';

const html = () => new Response('<html>Welcome to the hotel</html>');
const cutOff = () => {
  const body = new ReadableStream({
    start: (stream) => {
      stream.enqueue(new TextEncoder().encode('{"token":'));
      stream.error(new TypeError('the connection was lost'));
    },
  });
  return new Response(body);
};
const answering = (answer: () => Response) => vi.stubGlobal('fetch', () => Promise.resolve(answer()));

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('asking who is signed in', () => {
  it.each([html, cutOff])('does not take an answer that can’t be read for “nobody”', async (answer) => {
    answering(answer);

    await expect(fetchToken()).rejects.toMatchObject({ problem: 'unreachable' });
    await expect(fetchSession()).rejects.toMatchObject({ problem: 'unreachable' });
  });

  it('knows that nobody is when it is told so', async () => {
    answering(() => Response.json(null));
    expect(await fetchSession()).toBeNull();
    answering(() => new Response('', { status: 401 }));
    expect(await fetchToken()).toBeNull();
  });

  it('asks anew when what was asked early can’t be read', async () => {
    answering(() => Response.json({ token: 'a token' }));
    vi.stubGlobal('moduEarly', { '/auth/token': Promise.resolve(html()) });

    expect(await fetchToken()).toBe('a token');
  });
});
