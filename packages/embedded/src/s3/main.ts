import { s3ServerOptions } from './options.ts';
import { startS3Server } from './server.ts';

// The embedded S3 server as a process of its own: options as JSON in the first argument, one line of JSON on stdout
// when it listens. It stops on SIGTERM and when its stdin closes, which is how it learns that its parent has died.
// The keys come in the environment where a process list would show them to others.
const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = process.env;
const given = JSON.parse(process.argv[2] ?? '{}') as object;
const credentials = accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {};
const server = await startS3Server(s3ServerOptions.parse({ ...given, ...credentials }));

let stopping: Promise<void> | undefined;
function stop(): void {
  stopping ??= server.close().then(() => process.exit(0));
}

process.on('SIGTERM', stop);
// Ctrl-C reaches the whole process group; the parent decides when this server may go.
process.on('SIGINT', () => undefined);
process.stdin.on('end', stop).on('close', stop).on('error', stop).resume();
// When the parent is gone nobody reads what we say.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

process.stdout.write(`${JSON.stringify({ ready: true, port: server.port })}\n`);
