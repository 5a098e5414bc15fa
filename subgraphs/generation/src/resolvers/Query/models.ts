import type { GenerationContext } from '../../context.ts';
import type { ImageTask } from '../../domain/model.ts';

/** Public: what the studio can do is no secret. */
export const models = (_: unknown, { task }: { task?: ImageTask | null }, { atelier }: GenerationContext) =>
  atelier.models().filter((model) => !task || model.tasks.includes(task));
