import { withClient } from '@modu/postgres';

/** What a query about these people finds; `$1` are their ids. */
export async function rowsOf<Row>(url: string, text: string, people: readonly string[]): Promise<Row[]> {
  return withClient(url, async (client) => (await client.query(text, [people])).rows as Row[]);
}
