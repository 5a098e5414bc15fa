import { createSketchEngine, SKETCH_MODEL } from '@modu/engine-image';
import { defineGeneration } from './generation-module.ts';
import { defineGenerationTasks } from './generation-tasks-module.ts';

export const generation = defineGeneration({ name: SKETCH_MODEL.name, models: () => [SKETCH_MODEL] });
export const generationTasks = defineGenerationTasks(({ slots }) => createSketchEngine({ threads: slots }));
