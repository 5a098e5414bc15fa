import type { GenerationContext } from '../../context.ts';
import { findModel } from '../../operations/atelier.ts';

export const model = (_: unknown, { id }: { id: string }, { atelier }: GenerationContext) =>
  findModel(atelier, id) ?? null;
