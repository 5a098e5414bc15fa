import type { MailStore } from '../store/mail-store.ts';

const LETTERS_MAX = 50;
const LOOPBACK = /^(::1|127\.|::ffff:127\.)/;

/**
 * `GET /auth/mail`: the letters that were not sent because no mail server is set, for the studio's `/dev/mail`. Mounted only
 * where `showsMail` says so; answers only callers on this machine, because letters hold links that open accounts.
 */
export function createMailPage(store: MailStore): (request: Request) => Promise<Response> {
  return async (request) => {
    const address = request.headers.get('x-forwarded-for');
    if (request.method !== 'GET' || (address !== null && !LOOPBACK.test(address))) {
      return Response.json({ code: 'NOT_FOUND', message: 'There is nothing here.' }, { status: 404 });
    }
    const letters = await store.listLatest(LETTERS_MAX);
    const shown = letters.map(({ id, kind, to, subject, text, createdAt }) => ({
      id,
      kind,
      to,
      subject,
      text,
      createdAt,
    }));
    return Response.json({ letters: shown }, { headers: { 'cache-control': 'no-store' } });
  };
}
