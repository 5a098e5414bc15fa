import { expect, it, vi } from 'vitest';
import { sessionQuery } from '../lib/auth/index.ts';
import { keepFields, keptDrafts } from '../lib/drafts/drafts.ts';
import { admission } from './admission.ts';
import { queryClient } from './query-client.ts';

const sessionOf = (id: string) =>
  vi.stubGlobal('fetch', async () => Response.json({ user: { id, email: `${id}@example.test`, name: id } }));

it('lets the same person in to what they had begun, and the next one to nothing of it', async () => {
  sessionOf('minji');
  expect(await admission.ask()).toBe(true);
  keepFields('speech', { text: 'half a sentence' });

  // Each time as after a load of the page: nothing is known of who is here.
  for (const [person, drafts] of [
    ['minji', 1],
    ['joon', 0],
  ] as const) {
    sessionOf(person);
    admission.forget();
    queryClient.clear();
    expect(await admission.ask()).toBe(true);
    expect(keptDrafts.get()).toHaveLength(drafts);
  }
});

it('knows who is here as long as the page is open: the bell asks for it, and the dialog over a session that has ended', async () => {
  vi.useFakeTimers();
  sessionOf('minji');
  admission.forget();
  queryClient.clear();
  await admission.ask();
  vi.advanceTimersByTime(60 * 60_000);
  expect(queryClient.getQueryData(sessionQuery.queryKey)?.id).toBe('minji');
  vi.useRealTimers();
});

it('a page that waits to be let in outlives the moment in which all that is known is thrown away', async () => {
  const answers: (() => void)[] = [];
  const minji = { user: { id: 'minji', email: 'minji@example.test', name: 'Minji' } };
  vi.stubGlobal('fetch', () => new Promise((resolve) => answers.push(() => resolve(Response.json(minji)))));
  admission.forget();
  queryClient.clear();
  const waiting = admission.ask();
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  // Another tab has learned first that somebody else is here.
  queryClient.clear();
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers.forEach((answer) => answer());
  expect(await waiting).toBe(true);
});
