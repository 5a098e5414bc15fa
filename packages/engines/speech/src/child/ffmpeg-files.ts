import { fstatSync, readFileSync, readSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FfmpegCore, FfmpegStream } from '@ffmpeg/core';

// GPL-2: only processes of their own import this.

const INVALID = 28;

// What the build for browsers looks for in its surroundings.
const surroundings = globalThis as Record<string, unknown>;
surroundings['self'] = globalThis;
surroundings['location'] ??= { href: 'file:///' };
surroundings['importScripts'] ??= () => undefined;

/** The packaged ffmpeg, for one run. */
export async function openFfmpeg(): Promise<FfmpegCore> {
  const { default: create } = await import('@ffmpeg/core');
  const wasm = createRequire(import.meta.url).resolve('@ffmpeg/core/wasm');
  const nowhere = btoa(JSON.stringify({ wasmURL: '', workerURL: '' }));
  return create({ wasmBinary: readFileSync(wasm), mainScriptUrlOrBlob: `file:///#${nowhere}` });
}

/** Gives ffmpeg a file of the disk as `/source`, without taking it into memory. */
export function mountSource({ FS }: FfmpegCore, from: number): void {
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

/** Has what ffmpeg writes to `/target` written to a file of the disk. */
export function mountTarget({ FS }: FfmpegCore, to: number, onSize: (sizeBytes: number) => void): void {
  const node = FS.create('/target');
  node.stream_ops = {
    ...node.stream_ops,
    write: (_, buffer, offset, length, position) => {
      onSize(position + length);
      return writeSync(to, buffer, offset, length, position);
    },
  };
}
