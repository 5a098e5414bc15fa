import { PlainButton } from '@modu/ui';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { DownloadFailed } from '../../../lib/download/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';

export interface DownloadButtonProps {
  /** An address that works now: the page may have been open for longer than addresses do. Null when there is none any more. */
  readonly findUrl: () => Promise<string | null>;
}

/** The way to have a shared picture, where its owner lets one. */
export function DownloadButton({ findUrl }: DownloadButtonProps) {
  const { t } = useTranslation(['share', 'shell']);
  const download = useMutation<void, Error, void>({
    mutationFn: async () => {
      const url = await findUrl();
      if (url === null) throw new Error(t('shell:fileGone'));
      location.assign(url);
    },
  });
  return (
    <div className="shared__download">
      <PlainButton
        size="large"
        icon={<Download size={16} strokeWidth={1.5} aria-hidden />}
        isPending={download.isPending}
        onPress={() => download.mutate()}
      >
        {t('share:download')}
      </PlainButton>
      <DownloadFailed download={download} />
    </div>
  );
}
