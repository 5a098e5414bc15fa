import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Block } from '../src/block.ts';
import type { DocumentHead, DocumentPart } from '../src/contract.ts';
import { createReader } from '../src/reader.ts';
import type { Reader } from '../src/reader.ts';

interface Options {
  readonly filename: string;
  readonly language?: string;
  readonly fromPart?: number;
  readonly reader?: Reader;
  readonly recognise?: boolean;
}

/** Reads a file as a worker does, in a process of its own, and gives all of it at once. */
export async function readWhole(
  bytes: Uint8Array | string,
  { filename, language, fromPart = 1, reader = createReader(), recognise = false }: Options,
): Promise<{ head: DocumentHead; parts: DocumentPart[]; blocks: Block[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'modu-reading-'));
  const path = join(folder, 'document');
  writeFileSync(path, bytes);
  let head: DocumentHead | undefined;
  const parts: DocumentPart[] = [];
  try {
    await reader.read(
      { path, filename, language: language ?? null, fromPart, recognise },
      {
        signal: new AbortController().signal,
        onHead: (told) => Promise.resolve(void (head = told)),
        onPart: (part) => Promise.resolve(void parts.push(part)),
      },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (!head) throw new Error('The reader told no head.');
  return { head, parts, blocks: parts.flatMap(({ blocks }) => blocks) };
}
