import { createSketchEngine } from './sketch/engine.ts';

const PROMPTS = [
  'three pine trees by a misty mountain lake at dawn',
  '나무 세 그루와 빨간 집이 있는 가을 들판',
  'a fox in an autumn forest, oil painting',
  'city skyline at night with stars',
  'hot air balloons over rolling hills at sunrise, watercolor',
] as const;

/** Paints 512² at 20 steps on one warm worker, previews and PNG included, and prints and returns the median in ms. */
export async function benchSketch(rounds = 2): Promise<{ medianMs: number; runs: number }> {
  const engine = createSketchEngine({ threads: 1 });
  const elapsed: number[] = [];
  try {
    const paint = (prompt: string, seed: number) =>
      engine.run({ prompt, width: 512, height: 512, seed, steps: 20, task: 'TEXT_TO_IMAGE' });
    await paint(PROMPTS[0], 0);
    for (let round = 0; round < rounds; round++) {
      for (const prompt of PROMPTS) {
        const startedAt = performance.now();
        await paint(prompt, round);
        elapsed.push(performance.now() - startedAt);
      }
    }
  } finally {
    await engine.close();
  }
  elapsed.sort((a, b) => a - b);
  const medianMs = Math.round(elapsed[elapsed.length >> 1] ?? 0);
  process.stdout.write(`sketch 512 × 512, 20 steps: median ${medianMs} ms of ${elapsed.length} runs\n`);
  return { medianMs, runs: elapsed.length };
}
