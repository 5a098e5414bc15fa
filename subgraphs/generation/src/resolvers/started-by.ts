import { answer } from '@modu/subgraph';
import type { GenerationContext } from '../context.ts';
import type { ImageTask } from '../domain/model.ts';
import { messages } from '../messages.ts';
import { startImageJob } from '../operations/start-image-job.ts';
import type { ImageJobInput } from '../operations/start-image-job.ts';

/** The mutations that make a job differ by its task alone. */
export const startedBy =
  (task: ImageTask) =>
  async (_: unknown, { input }: { input: ImageJobInput }, { atelier, viewer }: GenerationContext) =>
    answer(await startImageJob(atelier, viewer, { task, input }), { typename: 'Job', viewer, catalog: messages });
