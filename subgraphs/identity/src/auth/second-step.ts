import { APIError, isAPIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';

const CALLBACK = '/callback/';

/**
 * The second step of signing in. better-auth asks for it after a password only; here it also stands behind Google and
 * Discord: whoever turned it on has said that one proof is not enough, and a mailbox or an account elsewhere is one proof.
 * A browser that comes back from there is sent to the page that asks for the code.
 */
export function secondStep() {
  const plugin = twoFactor({ issuer: 'Modu Studio' });
  const after = plugin.hooks.after.map(({ matcher, handler }) => ({
    matcher: (context: Parameters<typeof matcher>[0]) => isCallback(context.path) || matcher(context),
    handler: Object.assign(async (context: Parameters<typeof handler>[0]) => {
      const { path, context: seen } = context as unknown as AfterCallback;
      const back = isCallback(path) ? locationOf(seen.returned) : undefined;
      const answered = (await handler(context)) as unknown as Answered;
      if (back === undefined || !isHalfway(answered.response)) return answered;
      const location = `/sign-in?${new URLSearchParams({ code: 'true', next: back })}`;
      answered.headers.set('location', location);
      return { ...answered, response: new APIError('FOUND', undefined, { location }) };
    }, handler) as unknown as typeof handler,
  }));
  return { ...plugin, hooks: { after } };
}

interface AfterCallback {
  readonly path?: string;
  readonly context: { readonly returned?: unknown };
}

interface Answered {
  readonly headers: Headers;
  readonly response: unknown;
}

const isCallback = (path: string | undefined): boolean => path?.startsWith(CALLBACK) ?? false;

/** The half session that the plugin leaves: the right person, and a code still to come. */
const isHalfway = (response: unknown): boolean =>
  typeof response === 'object' && response !== null && 'twoFactorRedirect' in response;

/** Where a browser was about to be sent, as a path of this site. */
function locationOf(returned: unknown): string | undefined {
  if (!isAPIError(returned)) return undefined;
  const location = new Headers(returned.headers).get('location') ?? '/';
  const { pathname, search } = new URL(location, 'http://here');
  return pathname + search;
}
