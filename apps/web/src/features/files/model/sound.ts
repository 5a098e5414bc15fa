import type { FilePartsFragment } from '../../../lib/graph/generated/graphql.ts';

/** A recording that can be heard from any place of its wave. */
export interface Sound {
  readonly id: string;
  readonly name: string;
  /** Loudness from 0 to 1, evenly spaced over the whole length. */
  readonly peaks: readonly number[];
  readonly lengthMs: number;
}

/** The sound of a file; null where there is none, or its wave is not known yet. */
export function soundOf({
  id,
  filename,
  preview: { waveform, durationMs },
}: Pick<FilePartsFragment, 'id' | 'filename' | 'preview'>): Sound | null {
  if (waveform === null || waveform.length === 0 || durationMs === null) return null;
  return { id, name: filename, peaks: waveform, lengthMs: durationMs };
}

/** As many bars as there is room for, each as loud as the loudest moment it stands for. */
export function fewerPeaks(peaks: readonly number[], count: number): readonly number[] {
  if (peaks.length <= count) return peaks;
  return Array.from({ length: count }, (_, at) => {
    const from = Math.floor((at * peaks.length) / count);
    const to = Math.max(from + 1, Math.floor(((at + 1) * peaks.length) / count));
    return Math.max(...peaks.slice(from, to));
  });
}
