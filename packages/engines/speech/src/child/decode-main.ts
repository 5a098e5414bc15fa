import { closeSync, fstatSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ask, takeOrder, tellEnd } from '@modu/confined/inside';
import type { FfmpegCore, FfmpegStream } from '@ffmpeg/core';

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
const INVALID = 28;

// What the build for browsers looks for in its surroundings.
const surroundings = globalThis as Record<string, unknown>;
surroundings['self'] = globalThis;
surroundings['location'] ??= { href: 'file:///' };
surroundings['importScripts'] ??= () => undefined;

async function openFfmpeg(): Promise<FfmpegCore> {
  const { default: create } = await import('@ffmpeg/core');
  const wasm = createRequire(import.meta.url).resolve('@ffmpeg/core/wasm');
  const nowhere = btoa(JSON.stringify({ wasmURL: '', workerURL: '' }));
  return create({ wasmBinary: readFileSync(wasm), mainScriptUrlOrBlob: `file:///#${nowhere}` });
}

/** Gives ffmpeg a file of the disk without taking it into memory. */
function mountSource({ FS }: FfmpegCore, from: number): void {
  const { size } = fstatSync(from);
  const node = FS.create('/source');
  const { getattr } = node.node_ops;
  node.node_ops = { ...node.node_ops, getattr: (one) => ({ ...getattr(one), size }) };
  const seek = (stream: FfmpegStream, offset: number, whence: number): number => {
    const place = offset + (whence === 1 ? stream.position : whence === 2 ? size : 0);
    if (place < 0) throw new FS.ErrnoError(INVALID);
    return place;
  };
  node.stream_ops = {
    ...node.stream_ops,
    llseek: seek,
    read: (_, buffer, offset, length, position) =>
      readSync(from, buffer, offset, Math.max(0, Math.min(length, size - position)), position),
  };
}

function mountTarget({ FS }: FfmpegCore, to: number, onSize: (sizeBytes: number) => void): void {
  const node = FS.create('/target');
  node.stream_ops = {
    ...node.stream_ops,
    write: (_, buffer, offset, length, position) => {
      onSize(position + length);
      return writeSync(to, buffer, offset, length, position);
    },
  };
}

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
