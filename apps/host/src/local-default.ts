import { flag } from '@modu/settings';
import type { Environment } from '@modu/settings';
import { hostSettings } from './settings.ts';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Without settings the studio is reached on loopback, under any of its names. */
export function localDefaults(given: Environment) {
  const port = hostSettings.shape.PORT.catch(4000).parse(given['PORT'] || undefined);
  const PUBLIC_URL = given['PUBLIC_URL'] || `http://localhost:${port}`;
  const loopback = LOOPBACK.map((name) => `http://${name}:${port}`);
  const isLoopback = loopback.includes(PUBLIC_URL);
  const ALLOWED_ORIGINS = given['ALLOWED_ORIGINS'] || (isLoopback ? loopback.join(',') : '');
  return { PUBLIC_URL, ALLOWED_ORIGINS };
}

/** The demo account exists only where accounts lie in an embedded database that this machine alone reaches, never beside real people. */
export function wantsDemo(
  { DEMO_ACCOUNT, NODE_ENV, PUBLIC_URL = '' }: Environment,
  embedded: ReadonlySet<string>,
): boolean {
  const isPrivate = embedded.has('IDENTITY_DATABASE_URL') && LOOPBACK.includes(URL.parse(PUBLIC_URL)?.hostname ?? '');
  return isPrivate && NODE_ENV !== 'production' && flag.parse(DEMO_ACCOUNT || 'true');
}
