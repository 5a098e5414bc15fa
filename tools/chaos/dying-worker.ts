// A worker that paints, and that the kernel ends after the step that DIE_AFTER names: once, as the file DIED says. When the next run
// began says the file BEGUN_AGAIN.
import { existsSync, writeFileSync } from 'node:fs';
import { createSketchEngine } from '@modu/engine-image';
import { startHost } from '../../apps/host/src/host.ts';
import { defineGenerationTasks } from '../../subgraphs/generation/src/generation-tasks-module.ts';
import type { Arrow } from '../../subgraphs/generation/src/tasks/arrows.ts';

const { DIE_AFTER: arrow, DIED: died = '', BEGUN_AGAIN: again = '', MODU_DATA_DIR: dataDir = '' } = process.env;

const onArrow: Arrow = async (name) => {
  if (existsSync(died)) return name === 'started' ? writeFileSync(again, String(Date.now())) : undefined;
  if (name !== arrow) return;
  writeFileSync(died, String(Date.now()));
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => {});
};

const tasks = defineGenerationTasks(({ slots }) => createSketchEngine({ threads: slots }), { onArrow });
const host = await startHost({ environment: process.env, dataDir, load: () => Promise.resolve([tasks]) });
process.on('SIGTERM', () => void host.stop().then(() => process.exit(0)));
console.log('MODU READY');
