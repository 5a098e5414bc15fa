import { expect } from 'vitest';
import { TRASH_MS } from '../../src/domain/asset.ts';
import { failingDeps, Killed, Unreachable } from '../failing-deps.ts';
import { interruptedDeps } from '../interrupted-deps.ts';
import type { RunningAssets } from '../start-assets.ts';
import { expectNeverOver, expectWhole, findLasting, heal } from './expect-whole.ts';
import { aPersonWithFiles } from './person-with-files.ts';
import type { PersonWithFiles } from './person-with-files.ts';
import { BY_ITSELF } from './steps.ts';
import type { Act, FileNumber, Step } from './steps.ts';

/** What was done and what went wrong, for the report. */
export interface Seen {
  readonly acts: Record<string, number>;
  readonly troubles: Record<string, number>;
  readonly meanwhile: Record<string, number>;
}

/** What somebody was told of a file: READY, and not in the trash. */
interface Told {
  readonly file: FileNumber;
  readonly answer: unknown;
}

const isByItself = (act: Act) => BY_ITSELF.some((one) => one === act);

/** Lives one person's steps, then heals: after each nothing is lost and no quota passed, in the end all is whole. */
export async function liveThrough(steps: readonly Step[], { running, seen }: { running: RunningAssets; seen: Seen }) {
  const person = await aPersonWithFiles(running);
  for (const step of steps) {
    if (person.isGone() && !isByItself(step.act)) continue;
    const before = await findLasting(person, running);
    const told = await take(step, { person, running, seen });
    await expectNeverOver(person, running);
    for (const file of [...before, ...told.filter(isPromised).map((one) => one.file)])
      if (!isHandedOver(person, step, file)) expect((await person.find(file))?.status).toBe('READY');
  }
  await heal(person, running);
  await expectWhole(person, running);
  running.advance(TRASH_MS);
  await heal(person, running);
  await expectWhole(person, running);
}

/** An act, with what goes wrong in it, and within it the person who is not waited for. */
async function take(
  { act, file, trouble, meanwhile }: Step,
  { person, running, seen }: { person: PersonWithFiles; running: RunningAssets; seen: Seen },
): Promise<Told[]> {
  count(seen.acts, act);
  if (trouble) count(seen.troubles, trouble.kind);
  const told: Told[] = [];
  const isMet = meanwhile && !(person.isGone() && !meanwhile.acts.every(isByItself));
  const met = !isMet
    ? running.deps
    : interruptedDeps(running.deps, meanwhile.after, async () => {
        count(seen.meanwhile, `${meanwhile.acts.join(', ')} during ${act}`);
        for (const one of meanwhile.acts)
          told.push({ file: meanwhile.file, answer: await person.doAct(one, meanwhile.file, running.deps) });
      });
  try {
    told.push({ file, answer: await person.doAct(act, file, failingDeps(met, trouble)) });
  } catch (error) {
    if (!(error instanceof Killed || error instanceof Unreachable)) throw error;
  }
  return told;
}

function isPromised({ answer }: Told): boolean {
  const { status, trashedAt } = (answer ?? {}) as { readonly status?: unknown; readonly trashedAt?: unknown };
  return status === 'READY' && trashedAt === undefined;
}

/** Did its owner let go of the file in this step? */
function isHandedOver(person: PersonWithFiles, { act, file, meanwhile }: Step, one: FileNumber): boolean {
  const done = [{ act, file }, ...(meanwhile?.acts ?? []).map((each) => ({ act: each, file: meanwhile?.file }))];
  return person.hasDeparted() || done.some(({ act: each, file: of }) => of === one && person.isForever(each, one));
}

function count(counts: Record<string, number>, what: string): void {
  counts[what] = (counts[what] ?? 0) + 1;
}
