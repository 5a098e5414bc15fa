import { useState } from 'react';

interface Keyed {
  readonly idempotencyKey: string;
}

/**
 * Sends orders under keys of their own. An order whose answer was lost goes out again under its old key while the wish is the same, so
 * that a job which was made after all is not made and paid twice.
 */
export function createUnanswered() {
  let unanswered: { readonly wish: string; readonly key: string } | null = null;
  return async <Input extends object, Answer>(
    input: Input,
    send: (input: Input & Keyed) => Promise<Answer>,
  ): Promise<Answer> => {
    const wish = JSON.stringify(input);
    const order = unanswered?.wish === wish ? unanswered : { wish, key: crypto.randomUUID() };
    unanswered = order;
    const answer = await send({ ...input, idempotencyKey: order.key });
    unanswered = null;
    return answer;
  };
}

/** One of them for as long as a form is there. */
export function useUnanswered() {
  const [send] = useState(createUnanswered);
  return send;
}
