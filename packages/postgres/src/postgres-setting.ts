import { z } from 'zod';

/**
 * A setting that holds the address of a PostgreSQL database: `postgresql://user:password@host:port/database`.
 * @param name the environment variable, so that a refusal names what to correct
 */
export function postgresSetting(name: string) {
  return z
    .string({ error: `${name} is missing: give it a postgresql:// address` })
    .refine(isPostgresUrl, { error: `${name} must look like postgresql://user:password@host:5432/database` });
}

function isPostgresUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, pathname } = new URL(value);
  return ['postgresql:', 'postgres:'].includes(protocol) && hostname !== '' && pathname.length > 1;
}
