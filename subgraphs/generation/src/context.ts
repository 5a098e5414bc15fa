import type { BaseContext } from '@modu/subgraph';
import type { Atelier } from './operations/atelier.ts';

export interface GenerationContext extends BaseContext {
  readonly atelier: Atelier;
}
