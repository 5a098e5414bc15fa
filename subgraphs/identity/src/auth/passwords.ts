import { AsyncLocalStorage } from 'node:async_hooks';
import { hash, verify } from '@node-rs/argon2';

/** argon2id (the library's default) with what OWASP's Password Storage Cheat Sheet asks for at least: 19 MiB, t=2, p=1. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The same password typed on another keyboard can be other bytes; both become one form. */
const canonical = (password: string) => password.normalize('NFKC');

/** The stored forms of the passwords that a request has proved to know, or has set. */
const proved = new AsyncLocalStorage<Set<string>>();

/** Runs what answers one request; see {@link provedHashes}. */
export const rememberingProofs = <T>(answer: () => T): T => proved.run(new Set(), answer);

/** By which passwords, as they are stored, whoever makes the request at hand came in; none where they came in another way. */
export const provedHashes = (): ReadonlySet<string> => proved.getStore() ?? new Set();

/** Hashes off the event loop; each hash carries its salt and cost. */
export const passwords = {
  hash: async (password: string) => {
    const made = await hash(canonical(password), COST);
    proved.getStore()?.add(made);
    return made;
  },
  verify: async ({ hash: expected, password }: { hash: string; password: string }) => {
    const isRight = await verify(expected, canonical(password));
    if (isRight) proved.getStore()?.add(expected);
    return isRight;
  },
};
