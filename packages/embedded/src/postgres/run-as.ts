import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Under whom PostgreSQL runs: it refuses root. */
export interface RunAs {
  readonly kind: 'self' | 'other user' | 'user namespace';
  /** Set for `other user`: the data directory must belong to it. */
  readonly owner?: { readonly uid: number; readonly gid: number };
  /** Words before the command. */
  readonly prefix: readonly string[];
}

const SELF: RunAs = { kind: 'self', prefix: [] };
/** Root outside, an ordinary user inside: files stay root's, and the server can reach what only root may. */
const NAMESPACE: RunAs = {
  kind: 'user namespace',
  prefix: ['unshare', '-U', '--map-user=1000', '--map-group=1000'],
};

/**
 * Chooses under whom the server runs for a data directory. A directory that exists keeps its owner.
 * @throws when root may neither change to another user who can reach the directory nor make a user namespace
 */
export function chooseRunAs({ dataDir, binary }: { dataDir: string; binary: string }): RunAs {
  if (process.getuid?.() !== 0) return SELF;
  const kept = existsSync(dataDir) ? statSync(dataDir) : undefined;
  if (kept?.uid === 0) return inNamespace(dataDir);
  const reachable = isOpenToAll(path.dirname(dataDir)) && isOpenToAll(binary);
  const owner = kept ?? findUser('postgres') ?? findUser('nobody');
  if (reachable && owner) return { kind: 'other user', owner: { uid: owner.uid, gid: owner.gid }, prefix: [] };
  if (kept) {
    throw new Error(
      `${dataDir} belongs to user ${kept.uid}, who cannot reach it: let all users pass its parent folders.`,
    );
  }
  return inNamespace(dataDir);
}

function inNamespace(dataDir: string): RunAs {
  const [command = '', ...args] = [...NAMESPACE.prefix, 'true'];
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 5_000 });
  } catch {
    throw new Error(
      `PostgreSQL does not run as root, other users cannot reach ${dataDir}, and this system forbids user namespaces. ` +
        'Set MODU_DATA_DIR to a folder that every user can pass to, start as another user, or set POSTGRES_URL.',
    );
  }
  return NAMESPACE;
}

/** True when any user may pass through every folder above, and through (or run) the path itself. */
export function isOpenToAll(target: string): boolean {
  const absolute = path.resolve(target);
  const open = !existsSync(absolute) || (statSync(absolute).mode & 0o001) !== 0;
  const parent = path.dirname(absolute);
  return open && (parent === absolute || isOpenToAll(parent));
}

function findUser(name: string): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}
