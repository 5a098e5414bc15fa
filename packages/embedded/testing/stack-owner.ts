// A process that acquires a stack, says so on stdout, and ends cleanly on SIGINT and SIGTERM as the host does.
import { acquireStack } from '../src/index.ts';
import { createLogger } from '@modu/logger';

const { dataDir, want } = JSON.parse(process.argv[2] ?? '{}') as {
  dataDir: string;
  want: { postgres: boolean; mongo: boolean; s3: boolean };
};
const stack = await acquireStack({ dataDir, want, corsOrigins: [], logger: createLogger({ level: 'fatal' }) });
const say = (event: string, rest: object = {}): void =>
  console.log(JSON.stringify({ event, role: stack.role, postgresUrl: stack.postgresUrl('postgres'), ...rest }));
stack.onHolderLost(() => say('took over'));
stack.onFailed(({ message }) => say('failed', { message }));
const stop = (): void => void stack.stop().then(() => process.exit(0));
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
say('ready');

setInterval(() => {}, 60_000); // Stays until told otherwise.
