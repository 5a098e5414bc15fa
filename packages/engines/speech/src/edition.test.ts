import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { putOnnxVoice } from '../testing/index.ts';
import { apiVoices } from './api/api-speaker.ts';
import { createEditions, packagedEdition } from './edition.ts';
import { findOnnxVoices } from './onnx/find-onnx-voices.ts';
import { PACKAGED_VOICES } from './voices/voices.ts';

const place = mkdtempSync(join(tmpdir(), 'modu-editions-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

it('a voice that comes with the product is of the edition of its engine’s package', async () => {
  for (const voice of PACKAGED_VOICES) {
    const edition = await createEditions({})(voice);
    expect(edition).toEqual(packagedEdition(voice.id));
    expect(edition.version).toMatch(/^\d+\.\d+\.\d+$/);
  }
  expect(packagedEdition('espeak-ng:ko')).toMatchObject({ name: 'espeak-ng', tables: null });
  expect(packagedEdition('flite:slt')?.name).toBe('flite');
});

it('a voice out of files is of the runtime’s edition and of its model’s bytes; another model of its name is another edition', async () => {
  putOnnxVoice(place, 'en_US-spelling-low');
  mkdirSync(join(place, 'onnxruntime-web'));
  writeFileSync(join(place, 'onnxruntime-web', 'package.json'), '{ "version": "1.30.0" }');
  const { voices } = findOnnxVoices(place);
  const editionOf = createEditions({ onnx: { voices, runtime: { modules: place, name: 'onnxruntime-web' } } });
  const [{ voice, model }] = voices as [(typeof voices)[number]];

  const first = await editionOf(voice);
  appendFileSync(model, '\0');
  const second = await editionOf(voice);
  rmSync(model);

  expect(first).toMatchObject({ name: 'onnxruntime-web', version: '1.30.0' });
  expect(first.tables).toMatch(/^en_US-spelling-low\.onnx [\w-]{16}$/);
  expect(second).toMatchObject({ name: 'onnxruntime-web', version: '1.30.0' });
  expect(second.tables).not.toBe(first.tables);
  expect((await editionOf(voice)).tables).toBe('en_US-spelling-low.onnx');
});

it('a service says what model is asked for, and no more', async () => {
  const [voice] = apiVoices(['alloy'], 'of the service');

  expect(await createEditions({ apiModel: 'gpt-4o-mini-tts' })(voice!)).toEqual({
    ...{ name: 'gpt-4o-mini-tts', version: null, tables: null },
  });
  expect(packagedEdition(voice!.id)).toBeUndefined();
});
