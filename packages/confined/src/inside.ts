import { once } from 'node:events';
import { END } from './end.ts';

// The side of the process that is confined. Its parent starts the conversation with an order.

/** What this process is to do. */
export async function takeOrder<Order>(): Promise<Order> {
  const [{ reply }] = (await once(process, 'message')) as [{ reply: Order }];
  return reply;
}

/** Tells news and waits for what the parent says to them. */
export async function ask<Answer>(news: unknown): Promise<Answer> {
  const answered = once(process, 'message');
  await send(news);
  const [{ reply }] = (await answered) as [{ reply: Answer }];
  return reply;
}

/** Ends the conversation and lets the process end. */
export async function tellEnd(): Promise<void> {
  await send(END);
  if (process.connected) process.disconnect();
}

const send = (news: unknown): Promise<void> =>
  new Promise((resolve, reject) => process.send?.(news, (error: Error | null) => (error ? reject(error) : resolve())));
