import type { ImageProgress } from '../contract.ts';
import { previewOf } from './preview.ts';

/** Makes of what a backend says (late, twice, out of order, or not at all) steps that only ever go forward. */
export interface ProgressTrack {
  /** `share` 0..1 of all steps; null when the backend does not know, 0 when it begins something (to load a model, to paint). */
  hear(share: number | null, preview?: Uint8Array): void;
  /** Says the last step. Nothing is said after it. */
  end(): void;
  /** Nothing is said any more. */
  close(): void;
}

interface TrackOptions {
  readonly steps: number;
  readonly onProgress: ((progress: ImageProgress) => void) | undefined;
  readonly now?: () => number;
}

export function openProgressTrack({ steps, onProgress, now = () => performance.now() }: TrackOptions): ProgressTrack {
  let said = 0;
  /** Since when steps follow each other. What went before the first, such as the load of a model, tells nothing of those to come. */
  let pacedFrom = { at: now(), step: 0 };
  let closed = false;
  let encoding = false;
  let preview: string | undefined;

  const say = (step: number) => {
    if (closed || step <= said) return;
    const stepMs = (now() - pacedFrom.at) / (step - pacedFrom.step);
    const etaMs = step === steps ? 0 : Math.round(stepMs * (steps - step));
    if (said === 0) pacedFrom = { at: now(), step };
    said = step;
    onProgress?.({ step, stepsTotal: steps, progress: step / steps, etaMs, ...(preview ? { preview } : {}) });
  };
  /** One at a time: previews that come while another is made smaller are dropped, as nobody would see them for long. */
  const take = async (bytes: Uint8Array) => {
    if (encoding || closed) return;
    encoding = true;
    preview = (await previewOf(bytes)) ?? preview;
    encoding = false;
  };
  return {
    hear: (share, bytes) => {
      const step =
        share === null || !Number.isFinite(share) ? said : Math.round(Math.min(1, Math.max(0, share)) * steps);
      // The last step is said when the picture is there, not when its last stroke is.
      const next = Math.min(step, steps - 1);
      if (said === 0 && next === 0) pacedFrom = { at: now(), step: 0 };
      if (!bytes) return say(next);
      void take(bytes).then(() => say(next));
    },
    end: () => {
      say(steps);
      closed = true;
    },
    close: () => {
      closed = true;
    },
  };
}
