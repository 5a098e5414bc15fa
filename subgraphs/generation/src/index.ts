import { createSketchEngine } from '@modu/engine-image';
import { defineGeneration } from './generation-module.ts';
import { defineGenerationTasks } from './generation-tasks-module.ts';

export const generation = defineGeneration(() => createSketchEngine());
export const generationTasks = defineGenerationTasks(() => createSketchEngine());
