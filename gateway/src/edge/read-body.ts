export type Body =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: number; readonly message: string };

/** The longest mask, with two prompts of the longest Korean words beside it. */
const BODY_BYTES_MAX = 128_000;

/**
 * Reads the one JSON object of a request. JSON only: what a form of a foreign page can send is refused, so no page can make
 * a browser call us. Reading stops at the limit, whatever length was announced.
 */
export async function readBody(request: Request): Promise<Body> {
  if (!/^application\/(graphql-response\+)?json\b/.test(request.headers.get('content-type') ?? '')) {
    return { ok: false, status: 415, message: 'The content type must be application/json.' };
  }
  const text =
    Number(request.headers.get('content-length') ?? 0) > BODY_BYTES_MAX ? undefined : await readText(request);
  if (text === undefined) {
    return { ok: false, status: 413, message: `The body may have ${BODY_BYTES_MAX} bytes at most.` };
  }
  return parseObject(text);
}

async function readText(request: Request): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let sizeBytes = 0;
  for await (const chunk of request.body ?? []) {
    sizeBytes += chunk.length;
    if (sizeBytes > BODY_BYTES_MAX) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parseObject(text: string): Body {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ok: true, value };
    return { ok: false, status: 400, message: 'The body must be one JSON object: batches are not taken.' };
  } catch {
    return { ok: false, status: 400, message: 'The body is not JSON.' };
  }
}
