import { WebSocket } from 'ws';
import type { RawData } from 'ws';
import { z } from 'zod';
import type { Bell } from '../remote/follow.ts';
import { MESSAGE_BYTES_MAX } from '../remote/preview.ts';
import type { ProgressTrack } from '../remote/progress-track.ts';

const progress = z.object({
  type: z.literal('progress'),
  data: z.object({ value: z.number(), max: z.number().positive(), prompt_id: z.string() }),
});
const begun = z.object({
  type: z.literal('executing'),
  data: z.object({ node: z.string(), prompt_id: z.string() }),
});
const ended = z.object({
  type: z.enum(['execution_success', 'execution_error', 'execution_interrupted']),
  data: z.object({ prompt_id: z.string() }),
});

const KIND_PREVIEW = 1;
const PREVIEW_HEADER_BYTES = 8;
const RECONNECT_MS = 1_000;
const HANDSHAKE_TIMEOUT_MS = 5_000;

interface Listening {
  readonly url: string;
  /** What is followed until another id is learned. */
  readonly promptId: string;
  readonly track: ProgressTrack;
  readonly bell: Bell;
}

/** What is heard on the socket of one run. */
export interface ComfySocket {
  /** From here on the news of this prompt count. */
  follow(promptId: string): void;
  close(): void;
}

/** The picture of a binary frame: 4 bytes of kind (1 is a preview), 4 of format, then the bytes. */
export function previewFrame(frame: Uint8Array): Uint8Array | undefined {
  if (frame.byteLength <= PREVIEW_HEADER_BYTES) return undefined;
  const kind = new DataView(frame.buffer, frame.byteOffset, frame.byteLength).getUint32(0);
  return kind === KIND_PREVIEW ? frame.subarray(PREVIEW_HEADER_BYTES) : undefined;
}

/** Listens to what ComfyUI tells of one prompt, and comes back when it is cut off. */
export function listenToComfy({ url, promptId, track, bell }: Listening): ComfySocket {
  let ownId = promptId;
  let left = false;
  let socket: WebSocket | undefined;
  let timer: NodeJS.Timeout | undefined;
  let share: number | null = null;

  const hear = (text: string) => {
    const message: unknown = JSON.parse(text);
    const step = progress.safeParse(message);
    if (step.success && step.data.data.prompt_id === ownId) {
      share = step.data.data.value / step.data.data.max;
      track.hear(share);
    }
    const node = begun.safeParse(message);
    if (node.success && node.data.data.prompt_id === ownId) track.hear(0);
    const end = ended.safeParse(message);
    if (end.success && end.data.data.prompt_id === ownId) bell.ring();
  };
  const look = (frame: Uint8Array) => {
    const preview = previewFrame(frame);
    if (preview) track.hear(share, preview);
  };
  const connect = () => {
    socket = new WebSocket(url, { maxPayload: MESSAGE_BYTES_MAX, handshakeTimeout: HANDSHAKE_TIMEOUT_MS });
    socket.on('message', (message: RawData, isBinary: boolean) => {
      if (!Buffer.isBuffer(message)) return;
      try {
        if (isBinary) look(message);
        else hear(message.toString());
      } catch {
        // What can't be read tells nothing; the outcome is asked for anyway.
      }
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (!left) timer = setTimeout(connect, RECONNECT_MS);
    });
  };
  connect();
  return {
    follow: (id) => {
      ownId = id;
    },
    close: () => {
      left = true;
      clearTimeout(timer);
      // A goodbye would wait behind a frame that is still on its way.
      socket?.terminate();
    },
  };
}
