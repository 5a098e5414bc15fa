export { defineModule } from './module.ts';
export type { ModuleDefinition, Platform, Readiness, RunningModule } from './module.ts';
export { startOrder, ModuleGraphError } from './start-order.ts';
export { startModules } from './lifecycle.ts';
export type { RunningModules } from './lifecycle.ts';
export { sharedReading } from './shared-reading.ts';
export { within } from './within.ts';
