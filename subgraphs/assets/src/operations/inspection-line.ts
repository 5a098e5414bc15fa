import pLimit from 'p-limit';
import type { LimitFunction } from 'p-limit';

/** So many files are held in memory and decoded at once in this process; the others wait their turn. */
const AT_ONCE = 3;
const looking = pLimit(AT_ONCE);
/** Of one person fewer, so that whoever brings many files leaves room for everybody else's. */
const OF_ONE_PERSON = 2;

interface Line {
  readonly turn: LimitFunction;
  waiting: number;
}
const lines = new Map<string, Line>();

/** Looks at a file of a person when it is its turn. A line is as long as what its owner has open, which is bounded. */
export async function inLine<Answer>(ownerId: string, look: (hasWaited: boolean) => Promise<Answer>): Promise<Answer> {
  const line = lines.get(ownerId) ?? { turn: pLimit(OF_ONE_PERSON), waiting: 0 };
  lines.set(ownerId, line);
  line.waiting += 1;
  const hasWaited = line.waiting > OF_ONE_PERSON || looking.activeCount + looking.pendingCount >= AT_ONCE;
  try {
    return await line.turn(() => looking(() => look(hasWaited)));
  } finally {
    line.waiting -= 1;
    if (line.waiting === 0) lines.delete(ownerId);
  }
}
