import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { boundedCommand } from './index.ts';

const run = ([command, args]: ReturnType<typeof boundedCommand>) => spawnSync(command, args, { encoding: 'utf8' });

it('a program of the system ends by itself when it has computed for its time', () => {
  expect(run(boundedCommand(1, '/bin/sh', ['-c', 'while :; do :; done']))).toMatchObject({ status: null });
});

it('a program of the system is handed its words as they are, and says its own outcome', () => {
  expect(run(boundedCommand(60, 'printf', ['%s|', 'a b', "'$(x)"]))).toMatchObject({ stdout: "a b|'$(x)|", status: 0 });
  expect(run(boundedCommand(60, '/bin/sh', ['-c', 'exit 3'])).status).toBe(3);
});
