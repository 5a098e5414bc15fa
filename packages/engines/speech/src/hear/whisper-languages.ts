import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What a model says of itself; what is not used here may hold anything. */
const generationFile = z.object({
  is_multilingual: z.boolean().nullish(),
  /** As `{ "<|ko|>": 50264 }`. */
  lang_to_id: z.record(z.string(), z.int()).nullish(),
});

/** What Whisper calls otherwise than BCP 47, and Cantonese, which only the latest models know and transformers.js does not. */
const CODES: Readonly<Record<string, string>> = {
  nb: 'no',
  jv: 'jw',
  fil: 'tl',
  cmn: 'zh',
  yue: 'zh',
  iw: 'he',
  in: 'id',
};

/** The languages of a model that knows several. */
export interface WhisperLanguages {
  /** What it is told for a language of BCP 47; undefined for one that it does not know. */
  codeOf(language: string): string | undefined;
}

/** Undefined for a model of English alone: as transformers.js has it, one that does not say otherwise, and refuses to be told a language. */
export function readWhisperLanguages(modelFolder: string): WhisperLanguages | undefined {
  const { is_multilingual: isMultilingual, lang_to_id: ids } = readGeneration(modelFolder);
  if (!isMultilingual) return undefined;
  return {
    codeOf: (language) => {
      const primary = language.toLowerCase().split('-')[0] ?? '';
      const code = CODES[primary] ?? primary;
      return ids?.[`<|${code}|>`] === undefined ? undefined : code;
    },
  };
}

function readGeneration(modelFolder: string): z.output<typeof generationFile> {
  try {
    const json: unknown = JSON.parse(readFileSync(join(modelFolder, 'generation_config.json'), 'utf8'));
    return generationFile.parse(json);
  } catch {
    return {};
  }
}
