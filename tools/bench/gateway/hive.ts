import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const PORT = 47_190;

/**
 * Hive Gateway is no dependency of ours: it is installed beside, once, only to be compared with. Its Rust planner on, its
 * sharing between users off.
 */
export function hiveCommand(supergraphFile: string) {
  const cwd = join(homedir(), '.cache', 'modu-bench-hive');
  if (!existsSync(join(cwd, 'node_modules', '.bin', 'hive-gateway'))) {
    mkdirSync(cwd, { recursive: true });
    const overrides = { '@graphql-tools/delegate': '12.2.1' };
    const dependencies = {
      '@graphql-hive/gateway': '2.15.1',
      '@graphql-hive/router-runtime': '1.4.23',
      graphql: '16.15.0',
    };
    writeFileSync(
      join(cwd, 'package.json'),
      JSON.stringify({ private: true, type: 'module', dependencies, overrides }),
    );
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd, stdio: 'inherit' });
  }
  const config = `import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
export const gatewayConfig = {
  supergraph: ${JSON.stringify(supergraphFile)}, unifiedGraphHandler, port: ${PORT}, host: '127.0.0.1', logging: 'warn',
  maskedErrors: false, propagateHeaders: { fromClientToSubgraphs: ({ request }) => { const authorization = request.headers.get('authorization'); return authorization ? { authorization } : {}; } },
};\n`;
  const file = join(cwd, 'gateway.config.js');
  writeFileSync(file, config);
  return {
    command: process.execPath,
    args: [join(cwd, 'node_modules', '.bin', 'hive-gateway'), 'supergraph', '-c', file],
    cwd,
    port: PORT,
  };
}
