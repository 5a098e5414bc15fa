import type { ClientBase } from 'pg';
import type { Sql } from '../queue.ts';

const names = new Map<string, string>();

/** Asks under a name what is asked over and over, in words that never change: a connection parses and plans it once. */
export function prepared(client: Pick<ClientBase, 'query'>): Sql {
  return {
    query: (text, values) => {
      const name = names.get(text) ?? `modu-tasks-${names.size}`;
      names.set(text, name);
      return client.query({ name, text, ...(values ? { values } : {}) });
    },
  };
}
