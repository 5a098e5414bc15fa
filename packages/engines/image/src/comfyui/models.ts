import { z } from 'zod';
import type { EngineModel, ImageTask } from '../contract.ts';
import type { Http } from '../remote/http.ts';
import { neuralModel, slugOf } from '../remote/neural-model.ts';

/** A model with what its graphs load beside it. */
export interface FoundCheckpoint {
  readonly checkpoint: string;
  readonly upscaler: string | undefined;
}

const inputOf = (node: string, input: string) =>
  z.object({ [node]: z.object({ input: z.object({ required: z.object({ [input]: z.array(z.unknown()).min(1) }) }) }) });
const combo = z.object({ options: z.array(z.unknown()) });

/** Older nodes have the names themselves first, those of the newer kind the word COMBO and then the names among its settings. */
function namesOf([first, settings]: readonly unknown[]): string[] {
  const names = Array.isArray(first) ? first : combo.safeParse(settings).data?.options;
  return (names ?? []).filter((name) => typeof name === 'string');
}

async function listChoices(http: Http, node: string, input: string, signal: AbortSignal): Promise<string[]> {
  const answer = await http.json(`/object_info/${node}`, inputOf(node, input), { signal });
  return namesOf(answer[node]?.input.required[input] ?? []);
}

/** The checkpoints that are installed there, as they are offered. */
export async function discoverCheckpoints(
  http: Http,
  signal: AbortSignal,
): Promise<{ model: EngineModel; found: FoundCheckpoint }[]> {
  const checkpoints = await listChoices(http, 'CheckpointLoaderSimple', 'ckpt_name', signal);
  const upscalers = await listChoices(http, 'UpscaleModelLoader', 'model_name', signal).catch(() => []);
  const edits: ImageTask[] = ['TEXT_TO_IMAGE', 'IMAGE_TO_IMAGE', 'INPAINT'];
  const tasks: ImageTask[] = upscalers.length ? [...edits, 'UPSCALE'] : edits;
  return checkpoints.map((checkpoint) => {
    const isLarge = /xl/i.test(checkpoint);
    const model = neuralModel({
      id: `comfyui:${slugOf(checkpoint)}`,
      name: checkpoint.replace(/\.[a-z]+$/i, ''),
      description: `The checkpoint ${checkpoint}, run by ComfyUI on a machine of this studio.`,
      ...{ tasks: [...tasks], side: isLarge ? 1024 : 512, steps: 25, guidance: 7 },
    });
    return { model, found: { checkpoint, upscaler: upscalers[0] } };
  });
}
