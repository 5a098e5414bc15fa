import { afterEach } from 'vitest';
import { createComfyEngine } from '../src/comfyui/engine.ts';
import { createInvokeEngine } from '../src/invokeai/engine.ts';
import { openComfyServer } from './comfyui-server.ts';
import { openInvokeServer } from './invokeai-server.ts';

/** Engines that ask their stand-ins often. They are closed after each test. */
export function createEnginesElsewhere() {
  const quick = { intervalMs: 40, patienceMs: 2_000, searchMs: 400 };
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });

  async function openComfy(options: { old?: boolean; upscalers?: readonly string[] } = {}) {
    const server = await openComfyServer(options);
    const engine = createComfyEngine({ baseUrl: server.url, ...quick });
    closers.push(
      () => engine.close(),
      () => server.stop().catch(() => undefined),
    );
    return { server, engine };
  }
  async function openInvoke(options: NonNullable<Parameters<typeof openInvokeServer>[0]> = {}) {
    const server = await openInvokeServer(options);
    const engine = createInvokeEngine({ baseUrl: server.url, token: options.token, ...quick });
    closers.push(
      () => engine.close(),
      () => server.stop().catch(() => undefined),
    );
    return { server, engine };
  }
  const kinds = [
    ['ComfyUI', openComfy],
    ['InvokeAI', openInvoke],
  ] as const;
  return { openComfy, openInvoke, kinds, closers, quick };
}
