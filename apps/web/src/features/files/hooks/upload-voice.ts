import { announce } from '@modu/ui';
import { say } from '../../../lib/language/index.ts';
import type { Upload, UploadProblem } from '../../../lib/upload/index.ts';
import { gatherNames } from '../model/gather-names.ts';
import { problemKey } from '../model/problem-key.ts';

const hearDone = gatherNames((names) => {
  const [name = ''] = names;
  const isOne = names.length === 1;
  const sentence = isOne ? say('files:heardDone', { name }) : say('files:heardAllDone', { count: names.length });
  announce(sentence, { isKept: true });
});

/** By reason: a session that ends fails many files at once, of which one sentence is enough. */
const failures = new Map<string, (name: string) => void>();

function hearFailed(name: string, reason: string): void {
  const gathered = (names: readonly string[]) => {
    failures.delete(reason);
    const isOne = names.length === 1;
    const sentence = isOne
      ? say('files:heardFailed', { name, reason })
      : say('files:heardAllFailed', { count: names.length, reason });
    announce(sentence, { isKept: true });
  };
  const hear = failures.get(reason) ?? gatherNames(gathered);
  failures.set(reason, hear);
  hear(name);
}

const reasonOf = (problem: UploadProblem) =>
  problem.kind === 'refused' ? problem.message : say(`files:${problemKey(problem)}`);

/** Says how an upload ended, to whoever listens. */
export function hearEnd({ name, state }: Upload): void {
  if (state.kind === 'done') hearDone(name);
  if (state.kind === 'failed') hearFailed(name, reasonOf(state.problem));
}
