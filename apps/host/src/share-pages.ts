import type { Logger } from '@modu/logger';
import type { ServiceCaller } from '@modu/network';
import { z } from 'zod';

const PATH = /^\/s\/([\w-]{43})(\/picture)?$/;
const PREVIEW = `query ($token: String!, $address: String) {
  sharePreview(token: $token, address: $address) { title pictureUrl } }`;
const preview = z.object({
  sharePreview: z.object({ title: z.string().nullable(), pictureUrl: z.url().nullable() }).nullable(),
});
type Preview = z.output<typeof preview>['sharePreview'];

export interface SharePages {
  /** `undefined` for paths that are none of a share link. `page` is the studio's own page. */
  answer(request: Request, page: string): Promise<Response | undefined>;
}

const TIMEOUT_MS = 3_000;
const TITLE_LENGTH_MAX = 120;

/**
 * What other sites show of a share link. Their readers run no scripts, so title and picture stand in the page itself; the
 * picture's address stays the same and leads to one that is signed for some minutes. Reading a preview is no view.
 */
export function createSharePages(options: {
  readonly caller: ServiceCaller;
  readonly publicUrl: string;
  readonly logger: Logger;
}): SharePages {
  const read = async (token: string, address: string | null): Promise<Preview> => {
    try {
      const call = { subgraph: 'gallery', query: PREVIEW, variables: { token, address }, timeoutMs: TIMEOUT_MS };
      return preview.parse(await options.caller.call(call)).sharePreview;
    } catch (error) {
      options.logger.warn({ err: error }, 'a share link could not be previewed');
      return null;
    }
  };
  return {
    answer: async (request, page) => {
      const [, token, picture] = PATH.exec(new URL(request.url).pathname) ?? [];
      if (token === undefined) return undefined;
      // The host itself wrote the header; what a client says of itself was stripped.
      const shown = await read(token, request.headers.get('x-forwarded-for'));
      if (picture === undefined) return htmlOf(page, { shown, url: new URL(`/s/${token}`, options.publicUrl).href });
      const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
      return shown?.pictureUrl
        ? new Response(null, { status: 302, headers: { ...headers, location: shown.pictureUrl } })
        : new Response('Not found', { status: 404, headers });
    },
  };
}

function htmlOf(page: string, { shown, url }: { readonly shown: Preview; readonly url: string }): Response {
  const title = escape((shown?.title ?? 'A shared picture').slice(0, TITLE_LENGTH_MAX));
  const metas = [
    `<meta property="og:title" content="${title}">`,
    '<meta property="og:site_name" content="Modu Studio">',
    '<meta property="og:type" content="website">',
    `<meta property="og:url" content="${escape(url)}">`,
    '<meta name="robots" content="noindex">',
    ...(shown?.pictureUrl
      ? [
          `<meta property="og:image" content="${escape(`${url}/picture`)}">`,
          '<meta name="twitter:card" content="summary_large_image">',
        ]
      : []),
  ];
  // A link is a secret: it is not sent on to where the page leads, and no cache keeps the page.
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  };
  return new Response(
    page.replace('</head>', () => `${metas.join('')}</head>`),
    { headers },
  );
}

function escape(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
