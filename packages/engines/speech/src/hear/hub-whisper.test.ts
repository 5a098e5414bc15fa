import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HeardSegment } from './contract.ts';
import { createHubWhisper } from './hub-whisper.ts';

const STAND_IN = fileURLToPath(new URL('../../testing/transformers', import.meta.url));
const MODEL = 'onnx-community/whisper-base';
const GENERATION = JSON.stringify({ is_multilingual: true, lang_to_id: { '<|ko|>': 1 }, alignment_heads: [[0, 0]] });
const TOLD = ['config.json', 'preprocessor_config.json', 'tokenizer.json', 'tokenizer_config.json'];

let place: string;
let hub: Server;
let asked: string[];
/** What the hub has, by path; a file that is `cut` ends before it says it does. */
let files: Map<string, string | 'cut'>;

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'modu-hub-'));
  cpSync(STAND_IN, join(place, 'runtime/node_modules/@huggingface/transformers'), { recursive: true });
  asked = [];
  files = new Map([
    ...TOLD.map((file): [string, string] => [file, '{}']),
    ['generation_config.json', GENERATION],
    ['onnx/encoder_model_quantized.onnx', 'weights'],
    ['onnx/decoder_model_merged_quantized.onnx', 'weights'],
  ]);
  hub = createServer((request, response) => {
    asked.push(request.url ?? '');
    const said = files.get((request.url ?? '').replace('/cdn', '').replace(`/${MODEL}/resolve/main/`, ''));
    if (said === undefined) return void response.writeHead(404).end('Entry not found');
    // As the hub does, which keeps large files elsewhere.
    if (!request.url?.startsWith('/cdn') && said === 'weights')
      return void response.writeHead(302, { location: `/cdn${request.url}` }).end();
    if (said === 'cut') {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half');
      return void setTimeout(() => response.destroy(), 20);
    }
    response.end(said);
  });
  await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  hub.closeAllConnections();
  await new Promise((resolve) => hub.close(resolve));
  rmSync(place, { recursive: true, force: true });
});

const open = (model = MODEL) =>
  createHubWhisper({
    model,
    hubUrl: `http://127.0.0.1:${(hub.address() as AddressInfo).port}`,
    cacheFolder: join(place, 'cache'),
    runtimeFolder: join(place, 'runtime'),
  });

async function hear(ear = open()): Promise<HeardSegment[]> {
  const heard: HeardSegment[] = [];
  const samples = Int16Array.from({ length: 16_000 }, (_, at) => (at % 7) * 100);
  const onHeard = (segments: readonly HeardSegment[]) => Promise.resolve(void heard.push(...segments));
  const signal = new AbortController().signal;
  await ear?.listen([{ startMs: 0, endMs: 1_000, samples }], { language: 'ko', signal, onHeard });
  return heard;
}

describe('Whisper out of a hub', () => {
  it('fetches its files with the first recording, by the layout of the hub, and hears with them from then on', async () => {
    const ear = open();
    expect(ear?.transcriber).toMatchObject({ id: 'whisper:whisper-base', languages: null });
    expect(asked).toEqual([]);

    expect(await hear(ear)).toMatchObject([{ text: 'heard ko q8.' }]);

    expect(asked).toContain(`/${MODEL}/resolve/main/config.json`);
    const times = asked.length;
    expect(await hear(ear)).toHaveLength(1);
    expect(await hear(open())).toHaveLength(1);
    expect(asked).toHaveLength(times);
  });

  it('takes the whole weights of a model that has no small ones', async () => {
    for (const name of ['encoder_model', 'decoder_model_merged']) {
      files.delete(`onnx/${name}_quantized.onnx`);
      files.set(`onnx/${name}.onnx`, 'weights');
    }

    expect(await hear()).toMatchObject([{ text: 'heard ko fp32.' }]);
  });

  it('says that it is not to be had where the hub lacks it or breaks off, keeps no half of a file, and tries again', async () => {
    const ear = open();
    files.set('tokenizer.json', 'cut');
    await expect(hear(ear)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(existsSync(join(place, 'cache', MODEL, 'tokenizer.json'))).toBe(false);

    files.delete('tokenizer.json');
    await expect(hear(ear)).rejects.toMatchObject({ code: 'UNAVAILABLE' });

    files.set('tokenizer.json', '{}');
    expect(await hear(ear)).toHaveLength(1);
  });

  it('is not there for what is no name of a model, or without its runtime', () => {
    for (const model of ['whisper', '../../etc/passwd', 'a/..', 'a/b/c']) expect(open(model)).toBeUndefined();
    rmSync(join(place, 'runtime'), { recursive: true });
    expect(open()).toBeUndefined();
  });
});
