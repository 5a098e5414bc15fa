/** The gateway says something every 12 s at least, a comment if nothing else. */
const SILENCE_MS_MAX = 30_000;

/** Fetches a stream that may not fall silent: a dead connection can look open for many minutes, so silence ends it. */
export async function fetchAlive(input: RequestInfo, init: RequestInit = {}): Promise<Response> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MS_MAX);
  const signals = init.signal ? [init.signal, silence.signal] : [silence.signal];
  const response = await fetch(input, { ...init, signal: AbortSignal.any(signals) }).catch((cause: unknown) => {
    clearTimeout(timer);
    throw cause;
  });
  const heard = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, stream) => {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS_MAX);
      stream.enqueue(chunk);
    },
    flush: () => clearTimeout(timer),
  });
  return new Response(response.body?.pipeThrough(heard) ?? null, response);
}
