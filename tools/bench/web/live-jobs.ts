import type { Page } from 'playwright';

const GENERATE = `mutation($input: TextToImageInput!) {
  generateImage(input: $input) { __typename ... on Job { id } ... on Refusal { code message } }
}`;

interface Started {
  readonly started: number;
  readonly refusal: string | null;
}

/** Starts jobs as the person in the browser, small ones of many steps, so that they live for a while; returns how many live. */
export async function startJobs(page: Page, count: number): Promise<Started> {
  return page.evaluate(
    async ({ query, wanted }) => {
      const { token } = (await (await fetch('/auth/token')).json()) as { token: string };
      let started = 0;
      let refusal: string | null = null;
      while (started < wanted && refusal === null) {
        const input = {
          prompt: `Bench ${started}`,
          width: 512,
          height: 512,
          steps: 50,
          idempotencyKey: crypto.randomUUID(),
        };
        const answer = (await (
          await fetch('/graphql', {
            method: 'POST',
            headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
            body: JSON.stringify({ query, variables: { input } }),
          })
        ).json()) as {
          data?: { generateImage: { __typename: string; message?: string } };
          errors?: { message: string }[];
        };
        const result = answer.data?.generateImage;
        if (result?.__typename === 'Job') started += 1;
        else refusal = result?.message ?? answer.errors?.[0]?.message ?? 'no answer';
      }
      return { started, refusal };
    },
    { query: GENERATE, wanted: count },
  );
}
