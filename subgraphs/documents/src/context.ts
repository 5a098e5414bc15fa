import type { BaseContext } from '@modu/subgraph';
import type { Desk } from './operations/desk.ts';

/** What every request of this domain has. */
export interface DocumentsContext extends BaseContext {
  readonly desk: Desk;
}
