// Loaded behind the watchdog: what runs inside starts no thread of its own.

/** Node 24 has it; its types do not yet. */
const permission = process.permission as unknown as { drop(scope: 'worker'): void };
permission.drop('worker');
