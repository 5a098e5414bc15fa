import type { Line, WaitingTask } from './policy.ts';

/** Of a person's line, what one task has waiting. */
export interface LineOfTask extends Line {
  /** When the wait after their last turn begins; `null` when they had none of late. */
  readonly turnAtMs: number | null;
  readonly waiting: readonly (WaitingTask & { readonly atMs: number })[];
}

/** Each person has one line, whatever they wait for: the higher tier first, then what came first. So many tasks of each are kept. */
export function mergeLines(
  found: readonly (readonly [task: string, lines: readonly LineOfTask[]])[],
  firstMax: number,
): LineOfTask[] {
  const [only, ...others] = found;
  if (only && others.length === 0) return [...only[1]];
  const named = found.flatMap(([task, lines]) =>
    lines.map((line) => ({ ...line, waiting: line.waiting.map((waiting) => ({ ...waiting, task })) })),
  );
  const byOwner = Map.groupBy(named, ({ ownerId }) => ownerId);
  return [...byOwner.values()].flatMap((lines) => joinLines(lines, firstMax) ?? []);
}

function joinLines(lines: readonly LineOfTask[], firstMax: number): LineOfTask | undefined {
  const entries = lines.flatMap((line) => line.waiting.map((task) => ({ line, task })));
  entries.sort((one, other) => other.line.tier - one.line.tier || one.task.atMs - other.task.atMs);
  const [first] = entries;
  if (!first) return undefined;
  const waitsSinceMs = Math.max(first.line.turnAtMs ?? 0, first.task.atMs);
  return { ...first.line, waitsSinceMs, waiting: entries.slice(0, firstMax).map(({ task }) => task) };
}
