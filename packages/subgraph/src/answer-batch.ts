import type { GraphAnswer } from '@modu/network';

/** Values of JSON, each ended by a line feed (jsonlines.org). */
const JSON_LINES = 'application/jsonl';
/** How long answers to questions that came together wait for each other; one body is cheaper than many. */
const TOGETHER_MS = 5;

/**
 * Answers questions that came as one array, of people who know nothing of each other. As one array again when all are there
 * soon; otherwise, where the caller takes it, as a line `[place, answer]` for each as it is there, so that nobody waits for
 * somebody else's question.
 */
export async function answerBatch(answers: readonly Promise<GraphAnswer>[], request: Request): Promise<Response> {
  const all = Promise.all(answers);
  const takesLines = request.headers.get('accept')?.includes(JSON_LINES) ?? false;
  if (answers.length === 1 || !takesLines || (await isThereWithin(all, TOGETHER_MS))) return Response.json(await all);
  return new Response(asLines(answers), { headers: { 'content-type': JSON_LINES } });
}

async function isThereWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), ms)));
  return Promise.race([work.then(() => true), late]).finally(() => clearTimeout(timer));
}

function asLines(answers: readonly Promise<GraphAnswer>[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let isLeft = false;
  return new ReadableStream({
    start: async (controller) => {
      const tell = async (answer: Promise<GraphAnswer>, place: number) => {
        const line = `${JSON.stringify([place, await answer])}\n`;
        if (!isLeft) controller.enqueue(encoder.encode(line));
      };
      try {
        await Promise.all(answers.map(tell));
        if (!isLeft) controller.close();
      } catch (error) {
        if (!isLeft) controller.error(error);
      }
    },
    cancel: () => void (isLeft = true),
  });
}
