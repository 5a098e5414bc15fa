declare module '@echogarden/espeak-ng-emscripten' {
  export interface EspeakEvent {
    readonly type: 'samplerate' | 'sentence' | 'word' | 'phoneme' | 'end' | 'mark' | 'play' | 'msg_terminated';
    /** Characters, from 1. */
    readonly text_position: number;
    readonly word_length: number;
    /** Milliseconds. */
    readonly audio_position: number;
    readonly id?: number | string;
  }

  export interface EspeakVoice {
    readonly name: string;
    readonly identifier: string;
    readonly languages: readonly { readonly priority: number; readonly name: string }[];
  }

  export interface EspeakWorker {
    list_voices(): EspeakVoice[];
    /** @returns 0 when there is such a voice. */
    set_voice(name: string): number;
    set_rate(wordsPerMinute: number): void;
    set_pitch(pitch: number): void;
    /** The sounds of a text: `_` between two, a line for each clause, `(en)` where a word is taken for one of another language. */
    synthesize_ipa(text: string): { readonly ipa: string };
    get_samplerate(): number;
    /** `samples` lie in the memory of espeak: copy them. */
    synthesize(text: string, callback: (samples: Int16Array | null, events: readonly EspeakEvent[]) => void): void;
  }

  export default function init(): Promise<{ readonly eSpeakNGWorker: new () => Promise<EspeakWorker> | EspeakWorker }>;
}
