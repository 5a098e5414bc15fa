import { createDatabase, withConnection } from './database-url.ts';
import type { RpcMethods } from './json-rpc.ts';
import type { SchemaEngine } from './wasm.ts';

interface EngineMethodsOptions {
  readonly databaseUrl: string | undefined;
  readonly openEngine: () => Promise<SchemaEngine>;
}

/** Methods whose name differs between the native engine's protocol and the WebAssembly build. */
const RENAMED: Readonly<Record<string, string>> = { getDatabaseVersion: 'version' };

/** The native engine's methods; what the WebAssembly build cannot do itself (it knows no `CREATE DATABASE`) is done here. */
export function createEngineMethods({ databaseUrl, openEngine }: EngineMethodsOptions): RpcMethods {
  let engine: Promise<SchemaEngine> | undefined;

  const callEngine = async (method: string, params: unknown): Promise<unknown> => {
    engine ??= openEngine();
    const opened = await engine;
    const name = RENAMED[method] ?? method;
    const implementation: unknown = Reflect.get(opened, name);
    if (typeof implementation !== 'function') throw new Error(`The schema engine has no method "${method}".`);
    return (await Reflect.apply(implementation, opened, [params])) ?? null;
  };

  return async (method, params, { print }) => {
    if (method === 'createDatabase') return { databaseName: await createDatabase(required(databaseUrl)) };
    if (method === 'dbExecute') {
      const { script } = params as { script: string };
      await withConnection(required(databaseUrl), (client) => client.query(script));
      return null;
    }
    const answer = await callEngine(method, params);
    if (method !== 'diff') return answer;
    // The native engine sends the difference as a separate message, and the CLI prints only that one.
    const { stdout, exitCode } = answer as { stdout: string | null; exitCode: number };
    if (stdout !== null && stdout !== undefined) print(stdout.replace(/\n$/, ''));
    return { exitCode, stdout: null };
  };
}

function required(databaseUrl: string | undefined): string {
  if (databaseUrl === undefined) throw new Error('No datasource URL was given.');
  return databaseUrl;
}
