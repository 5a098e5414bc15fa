import { readFileSync } from 'node:fs';
import type { EngineArguments } from './engine-arguments.ts';
import { parseEngineArguments } from './engine-arguments.ts';
import { parseDatabaseCommand, runDatabaseCommand } from './database-commands.ts';
import { createEngineMethods } from './engine-methods.ts';
import { createMigrationAdapters } from './migration-adapter.ts';
import { serveJsonRpc } from './json-rpc.ts';
import { loadSchemaEngineWasm } from './wasm.ts';

/**
 * Plays Prisma's native `schema-engine` (same arguments, same JSON-RPC on stdin and stdout) with the WebAssembly build of
 * that very engine, because the native one can only be had by a download outside npm. PostgreSQL only.
 */
export async function runEngine(argv: readonly string[]): Promise<void> {
  const args = parseEngineArguments(argv);
  if (args.wantsVersion) {
    const wasm = await loadSchemaEngineWasm();
    process.stdout.write(`schema-engine-cli ${wasm.version()}\n`);
    return;
  }
  if (args.command !== undefined) {
    process.exitCode = await runDatabaseCommand(parseDatabaseCommand(args.command), args.databaseUrl);
    return;
  }
  await serveJsonRpc(createEngineMethods({ databaseUrl: args.databaseUrl, openEngine: () => openEngine(args) }));
  process.exit(0); // The engine's pool may still hold an idle connection; nobody is left to read an answer.
}

async function openEngine({ databaseUrl, schemaFiles }: EngineArguments) {
  const wasm = await loadSchemaEngineWasm();
  const datamodels = schemaFiles.map((file): [string, string] => [file, readFileSync(file, 'utf8')]);
  const log = (line: unknown): void => {
    if (process.env['DEBUG']) process.stderr.write(`${String(line)}\n`);
  };
  return wasm.SchemaEngine.new(
    { datamodels: datamodels.length > 0 ? datamodels : undefined },
    log,
    createMigrationAdapters(databaseUrl),
  );
}
