import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const zip = { br: promisify(brotliCompress), gzip: promisify(gzip) } as const;
type Encoding = keyof typeof zip;

/** Below it an answer fits into one packet, or gains too little. */
const CHARACTERS_MIN = 1_400;
/** The quick levels: an answer is read once. */
const OPTIONS = {
  br: { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } },
  gzip: { level: 4 },
} as const;

export interface CompressedBody {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Makes answers smaller for clients that take it. Streams never come here. */
export interface Compression {
  encode(request: Request, text: string): Promise<CompressedBody>;
}

/**
 * Compression beside the event loop, in the pool of threads, for so many answers at once; when more come, they go out as they are: a
 * busy gateway sends larger answers, it does not queue them.
 */
export function createCompression(atOnceMax = 8): Compression {
  let running = 0;
  return {
    encode: async (request, text) => {
      const vary = { vary: 'Accept-Encoding' };
      const encoding = text.length < CHARACTERS_MIN ? undefined : chooseEncoding(request);
      if (!encoding || running >= atOnceMax) return { body: text, headers: vary };
      running += 1;
      try {
        const body = new Uint8Array(await zip[encoding](text, OPTIONS[encoding]));
        return { body, headers: { ...vary, 'content-encoding': encoding } };
      } finally {
        running -= 1;
      }
    },
  };
}

/** Brotli before gzip; what is refused with `q=0` is not used. */
function chooseEncoding(request: Request): Encoding | undefined {
  const accepted = (request.headers.get('accept-encoding') ?? '').split(',').flatMap((entry) => {
    const [name = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
    return parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)) ? [] : [name];
  });
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding));
}
