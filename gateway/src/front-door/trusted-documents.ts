import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** The studio's own operations, extracted when it is built: hash (`sha256:<hex>`) → document. */
export interface TrustedDocuments {
  readonly size: number;
  /** The document of a hash, or undefined when nobody trusts it. */
  find(hash: string): string | undefined;
  texts(): Iterable<string>;
  /** Whether this very text is one of them, for clients that send the text. */
  has(text: string): boolean;
  /** The name of the operation in a trusted document; `undefined` for any other text. */
  nameOf(text: string): string | undefined;
}

const manifest = z.record(z.string().regex(/^sha256:[0-9a-f]{64}$/), z.string());

/** Documents by hash. Throws when a hash is not that of its document: a manifest that lies is no base for trust. */
export function createTrustedDocuments(documents: Readonly<Record<string, string>>): TrustedDocuments {
  const known = new Map(Object.entries(documents));
  for (const [hash, text] of known) {
    if (hashDocument(text) !== hash) throw new Error(`The manifest of trusted documents is damaged at ${hash}.`);
  }
  const names = new Map([...known].map(([hash, text]) => [text, nameOfOperation(text) ?? hash.slice(0, 19)]));
  return {
    size: known.size,
    find: (hash) => known.get(hash),
    texts: () => known.values(),
    has: (text) => names.has(text),
    nameOf: (text) => names.get(text),
  };
}

function nameOfOperation(text: string): string | undefined {
  return /\b(?:query|mutation|subscription)\s+(\w+)/.exec(text)?.[1];
}

/** Reads the manifest that the studio's build wrote; without one (the gateway alone) nothing is trusted. */
export function readTrustedDocuments(file: string): TrustedDocuments {
  return createTrustedDocuments(existsSync(file) ? manifest.parse(JSON.parse(readFileSync(file, 'utf8'))) : {});
}

export function hashDocument(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
