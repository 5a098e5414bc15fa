import { parentPort } from 'node:worker_threads';
import type { LouisAnswer, LouisAsk } from './louis-messages.ts';
import { type Louis, openLouis } from './louis-module.ts';

/** Characters of one call: far below what the build's heap can hold beside three tables. */
const CHUNK = 3_000;

const louis = openLouis();

parentPort?.on('message', (ask: LouisAsk) => {
  let answer: LouisAnswer;
  try {
    answer = { id: ask.id, error: null, ...inChunks(louis, ask) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    answer = { id: ask.id, cells: '', places: new Int32Array(), error: message };
  }
  parentPort?.postMessage(answer);
});

/** A long text goes in pieces that end at blanks; what a call left unread begins the next piece. */
function inChunks(engine: Louis, { kind, table, text, typeforms }: LouisAsk): Pick<LouisAnswer, 'cells' | 'places'> {
  const cells: string[] = [];
  const places: number[] = [];
  let at = 0;
  while (at < text.length) {
    const end = chunkEnd(text, at);
    const piece = text.slice(at, end);
    const forms = typeforms?.slice(at, end) ?? null;
    const output = kind === 'TRANSLATE' ? engine.translate(table, piece, forms) : engine.backTranslate(table, piece);
    if (output.used <= 0) throw new Error('liblouis read nothing');
    cells.push(output.cells);
    for (const place of output.places) places.push(at + place);
    at += output.used;
  }
  return { cells: cells.join(''), places: Int32Array.from(places) };
}

function chunkEnd(text: string, at: number): number {
  const end = at + CHUNK;
  if (end >= text.length) return text.length;
  const blank = Math.max(text.lastIndexOf(' ', end), text.lastIndexOf('\u2800', end));
  return blank > at ? blank + 1 : end;
}
