import { io } from 'socket.io-client';
import { z } from 'zod';
import type { Bell } from '../remote/follow.ts';
import { MESSAGE_BYTES_MAX } from '../remote/preview.ts';
import type { ProgressTrack } from '../remote/progress-track.ts';

const progress = z.object({
  item_id: z.number(),
  percentage: z.number().nullable(),
  image: z.object({ dataURL: z.string() }).nullish(),
});
const changed = z.object({ item_id: z.number() });

interface Listening {
  readonly baseUrl: string;
  readonly token: string | undefined;
  readonly queueId: string;
  readonly bell: Bell;
}

/** What is heard on the socket of one run. */
export interface InvokeSocket {
  /** From here on the news of this item count; what came before is made up for. */
  follow(itemId: number, track: ProgressTrack): void;
  close(): void;
}

const DATA_URL_HEAD = /^data:image\/[a-z]{1,10};base64,/;

/** A data URL as bytes; undefined when it is none. */
export function bytesOfDataUrl(url: string): Uint8Array | undefined {
  const [head] = DATA_URL_HEAD.exec(url) ?? [];
  return head ? Buffer.from(url.slice(head.length), 'base64') : undefined;
}

/** Handed on to `ws`; the types of socket.io do not know it. */
const wire = { maxPayload: MESSAGE_BYTES_MAX };

/** Opens InvokeAI's socket. It comes back by itself when it is cut off; the outcome never depends on it. */
export function openInvokeSocket({ baseUrl, token, queueId, bell }: Listening): InvokeSocket {
  let itemId: number | undefined;
  let track: ProgressTrack | undefined;
  // To socket.io the path of an address is a namespace; the one that a server lies under belongs to the path of its socket.
  const { origin, pathname } = new URL(baseUrl);
  const path = `${pathname.replace(/\/+$/, '')}/ws/socket.io`;
  const socket = io(origin, {
    ...{ path, transports: ['websocket'], forceNew: true },
    ...{ reconnectionDelay: 500, reconnectionDelayMax: 5_000, timeout: 5_000 },
    ...(token ? { auth: { token } } : {}),
    ...wire,
  });
  socket.on('connect', () => {
    socket.emit('subscribe_queue', { queue_id: queueId });
    bell.ring();
  });
  socket.on('invocation_progress', (news: unknown) => {
    const heard = progress.safeParse(news);
    if (!heard.success || heard.data.item_id !== itemId) return;
    const { percentage, image } = heard.data;
    track?.hear(percentage, image ? bytesOfDataUrl(image.dataURL) : undefined);
  });
  socket.on('invocation_started', (news: unknown) => {
    const heard = changed.safeParse(news);
    if (heard.success && heard.data.item_id === itemId) track?.hear(0);
  });
  socket.on('queue_item_status_changed', (news: unknown) => {
    const heard = changed.safeParse(news);
    if (heard.success && heard.data.item_id === itemId) bell.ring();
  });
  return {
    follow: (id, to) => {
      itemId = id;
      track = to;
    },
    close: () => void socket.disconnect(),
  };
}
