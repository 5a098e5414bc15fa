import type { Figure } from '../main-job.ts';

/**
 * Measures one part after the other within a time for all of them, and says each figure as soon as it is known. A part that fails, or
 * is not done in time, ends the measuring: what was measured until then is told, and the process ends with an error.
 */
export async function measureParts(withinMs: number, parts: readonly (() => Promise<Figure[]>)[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${withinMs / 60_000} minutes`)), withinMs);
  });
  try {
    for (const part of parts) {
      const measured = await Promise.race([part(), late]);
      for (const { name, value, unit } of measured) console.log(`${name}: ${Number(value.toPrecision(3))} ${unit}`);
      figures.push(...measured);
    }
  } catch (problem) {
    console.error('The bench of the studio ended early:', problem);
    process.exitCode = 1;
  } finally {
    clearTimeout(timer);
  }
  return figures;
}
