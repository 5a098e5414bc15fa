import type { Page } from '@playwright/test';

/** Asks the API as the person who is signed in on a page: what a journey needs but does not tell of. */
export async function askGraph<T>(page: Page, query: string, variables: object): Promise<T> {
  return page.evaluate(
    async ([text, values]) => {
      const { token } = (await (await fetch('/auth/token')).json()) as { token: string };
      const answer = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: text, variables: values }),
      });
      const { data, errors } = (await answer.json()) as { data: unknown; errors?: { message: string }[] };
      if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
      return data;
    },
    [query, variables] as const,
  ) as Promise<T>;
}
