const PREFLIGHT_MAX_AGE_S = '7200';
const ALLOWED_HEADERS = 'authorization, content-type, x-modu-locale, x-trace-id';
const EXPOSED_HEADERS = 'x-trace-id, retry-after';

/** Which other origins' pages may call `/graphql`; tokens travel in a header, never in a cookie, so no credentials. */
export interface Cors {
  /** The answer to a preflight, for every origin; the browser refuses by itself what we do not allow. */
  preflight(request: Request): Response;
  /** Adds what lets the page read the answer. */
  allow(request: Request, response: Response): Response;
}

export function createCors(allowedOrigins: ReadonlySet<string>): Cors {
  const allow = (request: Request, response: Response): Response => {
    const origin = request.headers.get('origin');
    response.headers.append('vary', 'Origin');
    if (!origin || !allowedOrigins.has(origin)) return response;
    response.headers.set('access-control-allow-origin', origin);
    response.headers.set('access-control-expose-headers', EXPOSED_HEADERS);
    return response;
  };
  return {
    allow,
    preflight: (request) => {
      const response = allow(request, new Response(null, { status: 204 }));
      if (!response.headers.has('access-control-allow-origin')) return response;
      response.headers.set('access-control-allow-methods', 'POST');
      response.headers.set('access-control-allow-headers', ALLOWED_HEADERS);
      response.headers.set('access-control-max-age', PREFLIGHT_MAX_AGE_S);
      return response;
    },
  };
}
