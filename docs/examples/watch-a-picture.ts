// Asks for a picture and prints its progress until the link to it is there.
//   KEY=modu_… node docs/examples/watch-a-picture.ts "A lighthouse in the rain"
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

const { KEY, MODU = 'http://localhost:4000' } = process.env;
const authorization = `Bearer ${KEY}`;

const GENERATE = `mutation ($input: TextToImageInput!) {
  generateImage(input: $input) { __typename ... on Job { id } ... on Refusal { code message } }
}`;
const PROGRESS = `subscription ($id: ID!) {
  jobProgress(id: $id) { status step stepsTotal etaMs error { message } result { ... on Image { url } } }
}`;

interface Asked {
  readonly data?: { readonly generateImage: { readonly id?: string; readonly message?: string } };
  readonly errors?: readonly { readonly message: string }[];
}

interface Progress {
  readonly jobProgress: {
    readonly status: string;
    readonly step: number | null;
    readonly stepsTotal: number | null;
    readonly error: { readonly message: string } | null;
    readonly result: { readonly url?: string } | null;
  };
}

async function ask(prompt: string): Promise<string> {
  const input = { prompt, idempotencyKey: crypto.randomUUID() };
  const response = await fetch(`${MODU}/graphql`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ query: GENERATE, variables: { input } }),
  });
  const { data, errors } = (await response.json()) as Asked;
  const id = data?.generateImage.id;
  if (!id) throw new Error(data?.generateImage.message ?? errors?.[0]?.message ?? `HTTP ${response.status}`);
  return id;
}

const id = await ask(process.argv[2] ?? 'A persimmon tree in the evening light');
const client = createClient({
  url: `${MODU.replace(/^http/, 'ws')}/graphql`,
  webSocketImpl: WebSocket,
  connectionParams: { authorization },
});
for await (const { data } of client.iterate<Progress>({ query: PROGRESS, variables: { id } })) {
  if (!data) break;
  const { status, step, stepsTotal, error, result } = data.jobProgress;
  console.log(status, step === null ? '' : `${step} of ${stepsTotal}`, error?.message ?? result?.url ?? '');
}
await client.dispose();
