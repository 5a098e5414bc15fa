import type { Page } from 'playwright';

const GENERATE = `mutation($input: TextToImageInput!) {
  generateImage(input: $input) { __typename ... on Job { id } ... on Refusal { code message } }
}`;
const LIVE = '{ jobs(first: 50, status: [QUEUED, RUNNING]) { edges { node { id } } } }';
/** The one model of the stand-in for an engine. */
const MODEL = 'comfyui:bench';

interface Started {
  readonly started: number;
  readonly refusal: string | null;
}

/** Starts jobs as the person in the browser, small ones of many steps, so that they live for a while; returns how many live. */
export async function startJobs(page: Page, count: number): Promise<Started> {
  for (let started = 0; started < count; started += 1) {
    const size = { width: 512, height: 512, steps: 50 };
    const idempotencyKey = await page.evaluate<string>('crypto.randomUUID()');
    const input = { modelId: MODEL, prompt: `Bench ${started}`, ...size, idempotencyKey };
    const { generateImage } = await ask<{ generateImage: { __typename: string; message?: string } }>(page, GENERATE, {
      input,
    });
    if (generateImage.__typename !== 'Job') return { started, refusal: generateImage.message ?? 'no answer' };
  }
  return { started: count, refusal: null };
}

/** How many jobs of the person wait or run. */
export async function countLive(page: Page): Promise<number> {
  return (await ask<{ jobs: { edges: unknown[] } }>(page, LIVE, {})).jobs.edges.length;
}

/** Asks the API as the person in the browser. */
async function ask<T>(page: Page, query: string, variables: object): Promise<T> {
  const { data, errors } = await page.evaluate(
    async (body) => {
      const { token } = (await (await fetch('/auth/token')).json()) as { token: string };
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const answer = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(body) });
      return (await answer.json()) as { data?: unknown; errors?: readonly { readonly message: string }[] };
    },
    { query, variables },
  );
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('; '));
  return data as T;
}
