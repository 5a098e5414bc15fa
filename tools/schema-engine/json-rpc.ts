import readline from 'node:readline';
import { z } from 'zod';

/** Answers one request; `print` sends text that the CLI shows to the person before the answer arrives. */
export type RpcMethods = (
  method: string,
  params: unknown,
  caller: { print(content: string): void },
) => Promise<unknown>;

const request = z.object({ id: z.number(), method: z.string(), params: z.unknown() });
/** Ids of our own messages must never meet those of the CLI, which count up from 1. */
const OWN_IDS_FROM = 1_000_000;
/** The code under which the native engine reports what went wrong in `data`. */
const ENGINE_ERROR = 4466;

/** Serves newline-separated JSON-RPC on stdin and stdout, one request after the other, until stdin ends. */
export async function serveJsonRpc(methods: RpcMethods): Promise<void> {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const parsed = request.safeParse(parseLine(line));
    // Lines without a method are the CLI's answers to what we printed.
    if (parsed.success) await answer(parsed.data, methods);
  }
}

async function answer({ id, method, params }: z.infer<typeof request>, methods: RpcMethods): Promise<void> {
  const print = (content: string): void => send({ id: OWN_IDS_FROM + id, method: 'print', params: { content } });
  try {
    send({ id, result: await methods(method, params, { print }) });
  } catch (error) {
    send({
      id,
      error: {
        code: ENGINE_ERROR,
        message: 'An error happened. Check the data field for details.',
        data: describe(error),
      },
    });
  }
}

/** Errors of the engine carry Prisma's code (P3009, …) and its fields in `meta`. */
function describe(error: unknown): object {
  const { message, code, meta } = Object(error) as { message?: string; code?: string; meta?: unknown };
  return { is_panic: false, message: message ?? String(error), error_code: code, meta };
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function send(message: object): void {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}
