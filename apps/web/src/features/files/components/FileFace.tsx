import { File, FileAudio, FileImage, FileText, FileVideo } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { FilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { Picture } from '../../../lib/pictures/Picture.tsx';

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

/** How a file looks in a list: its thumbnail over a stand-in, or the sign of its kind. The name beside it says the rest. */
export function FileFace({ file: { id, contentType, preview } }: FileFaceProps) {
  const { url, thumbhash, width, height } = preview;
  if (url === null || thumbhash === null || width === null || height === null) {
    const Icon = ICONS.find(([prefix]) => contentType.startsWith(prefix))?.[1] ?? File;
    return (
      <span className="file-face" data-kind="sign">
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
