import { File, FileAudio, FileImage, FileText, FileVideo } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { FilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { Picture } from '../../../lib/pictures/Picture.tsx';
import { fewerPeaks } from '../model/sound.ts';

export interface FileFaceProps {
  readonly file: Pick<FilePartsFragment, 'id' | 'contentType' | 'preview'>;
}

const ICONS: readonly (readonly [prefix: string, icon: LucideIcon])[] = [
  ['image/', FileImage],
  ['audio/', FileAudio],
  ['video/', FileVideo],
  ['text/', FileText],
  ['application/pdf', FileText],
];
const BARS = 9;

/**
 * How a file looks in a list: its thumbnail over a stand-in, the wave of a recording, or the sign of its kind, which breathes while a
 * preview is being made. The name beside it, and what is said under it, tell the rest.
 */
export function FileFace({ file: { id, contentType, preview } }: FileFaceProps) {
  const { state, url, thumbhash, width, height, waveform } = preview;
  if (waveform !== null && waveform.length > 0) return <SmallWave peaks={waveform} />;
  if (url === null || thumbhash === null || width === null || height === null) {
    const Icon = ICONS.find(([prefix]) => contentType.startsWith(prefix))?.[1] ?? File;
    return (
      <span className="file-face" data-kind="sign" data-state={state}>
        <Icon size={20} strokeWidth={1.5} aria-hidden />
      </span>
    );
  }
  return (
    <span className="file-face">
      <Picture cacheKey={`file-${id}`} url={url} thumbhash={thumbhash} alt="" width={width} height={height} />
    </span>
  );
}

function SmallWave({ peaks }: { readonly peaks: readonly number[] }) {
  return (
    <svg className="file-face" data-kind="wave" viewBox="0 0 36 36" aria-hidden="true" focusable="false">
      {fewerPeaks(peaks, BARS).map((peak, at) => {
        const height = Math.max(2, Math.min(1, peak) * 26);
        return <rect key={at} x={3 + at * 3.5} y={18 - height / 2} width={2} height={height} rx={1} />;
      })}
    </svg>
  );
}
