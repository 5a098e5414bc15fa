import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Content } from './content.ts';

const ZIP_END = Buffer.from('PK\u0005\u0006', 'latin1');
const ZIP_END_BYTES = 22;
/** Readers of PDF look for the header within the first kilobyte (ISO 32000-1, annex H). */
const PDF_HEAD_BYTES = 1_024;
/** What makes a picture run where somebody takes it for a page or a program. */
const MARKUP = ['<script', '<SCRIPT', '<?php', '<!DOCTYPE html', '<!doctype html', '<html'];

const MARKUP_BYTES_MAX = Math.max(...MARKUP.map((mark) => mark.length));
/** So much is looked through in one turn of the event loop. */
const TURN_BYTES = 1_048_576;

/**
 * Is there a second file in this one, for readers that look elsewhere than at the first bytes? A zip archive is found by
 * its end, a PDF anywhere in its first kilobyte, a page wherever its markup stands.
 */
export async function hasSecondFormat({ kind, head, tail, held }: Content): Promise<boolean> {
  if (kind !== 'PICTURE' && kind !== 'PDF') return false;
  if (endsAsZip(Buffer.from(tail))) return true;
  if (kind === 'PDF') return false;
  const start = Buffer.from(head.subarray(0, PDF_HEAD_BYTES));
  return start.includes('%PDF-') || hasMarkup(held ?? head);
}

async function hasMarkup(bytes: Uint8Array): Promise<boolean> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < whole.length; at += TURN_BYTES) {
    // With the beginning of the next turn's bytes: a mark may stand on the border.
    const part = whole.subarray(at, at + TURN_BYTES + MARKUP_BYTES_MAX);
    if (MARKUP.some((mark) => part.includes(mark))) return true;
    await nextTurn();
  }
  return false;
}

/** Its end record names the length of the comment that follows it; only a true end agrees with the end of the file. */
function endsAsZip(tail: Buffer): boolean {
  let at = tail.lastIndexOf(ZIP_END);
  while (at >= 0) {
    const isWhole = at + ZIP_END_BYTES <= tail.length;
    if (isWhole && at + ZIP_END_BYTES + tail.readUInt16LE(at + 20) <= tail.length) return true;
    at = at === 0 ? -1 : tail.lastIndexOf(ZIP_END, at - 1);
  }
  return false;
}
