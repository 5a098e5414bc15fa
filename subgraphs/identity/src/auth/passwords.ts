import { hash, verify } from '@node-rs/argon2';

/** argon2id (the library's default) with what OWASP's Password Storage Cheat Sheet asks for at least: 19 MiB, t=2, p=1. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The same password typed on another keyboard can be other bytes; both become one form. */
const canonical = (password: string) => password.normalize('NFKC');

/** Hashes off the event loop; each hash carries its salt and cost. */
export const passwords = {
  hash: (password: string) => hash(canonical(password), COST),
  verify: ({ hash: expected, password }: { hash: string; password: string }) => verify(expected, canonical(password)),
};
