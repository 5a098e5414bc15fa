import { hash, verify } from '@node-rs/argon2';

/** Passwords of links, kept as argon2id with what OWASP asks for at least: 19 MiB, two passes, one lane. */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(hashed: string, password: string): Promise<boolean>;
}

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashing runs in threads of its own. */
export const passwords: Passwords = {
  hash: (password) => hash(password, COST),
  verify: (hashed, password) => verify(hashed, password, COST),
};
