import { closeSync, openSync } from 'node:fs';
import { ask, takeOrder, tellEnd } from '@modu/confined/inside';
import { mountSource, mountTarget, openFfmpeg } from './ffmpeg-files.ts';

// GPL-2: this file only runs in a process of its own. It decodes a recording to 16 kHz, one channel, 16 bits, reading and writing
// piece by piece, so that its memory does not grow with the recording.

/** What the decoding process is asked. */
export interface DecodeOrder {
  readonly from: string;
  readonly to: string;
  /** It stops behind this, so that what unpacks into days of silence fills no disk. */
  readonly lengthSecondsMax: number;
}

/** `sizeBytes` is that of the decoded sound; 0 when there is none. */
export interface DecodeNews {
  readonly sizeBytes: number;
  readonly complaint: string;
}

const COMPLAINT_CHARS = 500;

async function decode({ from, to, lengthSecondsMax }: DecodeOrder): Promise<DecodeNews> {
  const core = await openFfmpeg();
  let complaint = '';
  let sizeBytes = 0;
  core.setLogger(({ message }) => (complaint = `${complaint}\n${message}`.slice(-COMPLAINT_CHARS)));
  const [source, target] = [openSync(from, 'r'), openSync(to, 'w')];
  mountSource(core, source);
  mountTarget(core, target, (size) => (sizeBytes = Math.max(sizeBytes, size)));
  core.setTimeout(-1);
  core.exec(
    ...['-hide_banner', '-nostdin', '-y', '-protocol_whitelist', 'file', '-i', '/source', '-map', '0:a:0', '-vn'],
    ...['-ac', '1', '-ar', '16000', '-t', String(lengthSecondsMax + 1), '-f', 's16le', '/target'],
  );
  closeSync(source);
  closeSync(target);
  return { sizeBytes, complaint };
}

const order = await takeOrder<DecodeOrder>();
const news = await decode(order).catch((error: unknown) => ({ sizeBytes: 0, complaint: String(error).slice(0, 500) }));
await ask(news);
await tellEnd();
