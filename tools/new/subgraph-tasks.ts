// The tasks of a new subgraph: a contract, an operation, who runs it, and the module that does.

interface Names {
  readonly name: string;
  readonly constant: string;
}

export const tasksContract = ({ name, constant }: Names) => `/** Clears away notes that were written before a moment. */
export const ${constant}ForgetNotesTask = defineTask({
  name: '${name}.forget-notes',
  schema: z.object({ writtenBefore: z.iso.datetime() }),
});
`;

export const FORGET_OPERATION = `import type { NoteStore } from '../store/note-store.ts';

/** Forgets notes that were written before a moment; may be done twice. */
export async function forgetNotes(writtenBefore: Date, { notes }: { readonly notes: NoteStore }): Promise<void> {
  await notes.removeWrittenBefore(writtenBefore);
}
`;

export const noteConsumers = (constant: string) => `import { defineConsumer } from '@modu/tasks';
import type { Consumer } from '@modu/tasks';
import { ${constant}ForgetNotesTask } from '../contracts.ts';
import { forgetNotes } from '../operations/forget-notes.ts';
import type { NoteStore } from '../store/note-store.ts';

export function noteConsumers(deps: { readonly notes: NoteStore }): Consumer[] {
  return [
    defineConsumer({
      task: ${constant}ForgetNotesTask,
      slots: 1,
      run: ({ writtenBefore }) => forgetNotes(new Date(writtenBefore), deps),
    }),
  ];
}
`;

export const tasksModule = ({
  name,
  constant,
  upper,
}: Names & { readonly upper: string }) => `import { defineModule } from '@modu/module';
import { createPool } from '@modu/postgres';
import { createTaskQueue, startWorker } from '@modu/tasks';
import { settings } from './settings.ts';
import { createNoteStore } from './store/note-store.ts';
import { noteConsumers } from './tasks/note-consumers.ts';

const DRAIN_TIMEOUT_MS = 5_000;

/** Runs the tasks of this domain. Any number of these may run. */
export const ${constant}Tasks = defineModule({
  name: '${name}-tasks',
  settings,
  needs: ['${name}'],
  start: async ({ ${upper}_DATABASE_URL: databaseUrl }, { logger }) => {
    const pool = createPool({ url: databaseUrl, applicationName: '${name}-tasks', logger });
    const queue = await createTaskQueue({ databaseUrl, logger, supervise: true });
    const consumers = noteConsumers({ notes: createNoteStore(pool) });
    const worker = await startWorker({ queue, databaseUrl, consumers, logger });
    return {
      stop: async () => {
        await worker.drain({ timeoutMs: DRAIN_TIMEOUT_MS });
        await queue.close();
        await pool.end();
      },
    };
  },
});
`;
