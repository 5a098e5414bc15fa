import type { Block } from '../src/block.ts';
import { cleanHead } from '../src/clean.ts';
import { isPart } from '../src/contract.ts';
import type { DocumentHead, DocumentPart, Recognise } from '../src/contract.ts';
import { polish } from '../src/polish.ts';
import { readerOf } from '../src/readers.ts';

interface Options {
  readonly filename: string;
  readonly language?: string;
  readonly fromPart?: number;
  readonly recognise?: Recognise;
}

/** Reads a file here, without a process of its own, and gives all of it at once. */
export async function readWhole(
  content: Uint8Array | string,
  { filename, language, fromPart = 1, recognise }: Options,
): Promise<{ head: DocumentHead; parts: DocumentPart[]; blocks: Block[] }> {
  const source = {
    bytes: Buffer.from(content),
    filename,
    language: language ?? null,
    fromPart,
    recognise: recognise ?? null,
  };
  let head: DocumentHead | undefined;
  const parts: DocumentPart[] = [];
  const readFormat = await readerOf(source);
  for await (const told of readFormat(source)) {
    if (isPart(told)) parts.push(polish(told, head?.language ?? 'und'));
    else head = cleanHead(told);
  }
  if (!head) throw new Error('The reader told no head.');
  return { head, parts, blocks: parts.flatMap(({ blocks }) => blocks) };
}
