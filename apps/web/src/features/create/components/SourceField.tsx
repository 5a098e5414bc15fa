import { Button, FilePicker } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { useBringFile, useSourceUrl } from '../hooks/useSource.ts';
import type { Draft, DraftSource, Task } from '../model/draft.ts';

export interface SourceFieldProps {
  readonly task: Task;
  readonly source: DraftSource | null;
  readonly onChange: (change: Partial<Draft>) => void;
}

const TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
const ACTIONS = {
  TEXT_TO_IMAGE: 'actRepaint',
  IMAGE_TO_IMAGE: 'actRepaint',
  UPSCALE: 'actUpscale',
  INPAINT: 'actMend',
} as const;

/** The picture to start from: what it is, or how to choose one. */
export function SourceField({ task, source, onChange }: SourceFieldProps) {
  const { t } = useTranslation('create');
  const url = useSourceUrl(source);
  const bring = useBringFile({ onBrought: (brought) => onChange({ source: brought, dabs: [] }) });
  if (source !== null) {
    return (
      <div className="source" role="group" aria-label={t('source')}>
        <span className="source__frame">{url !== null && <img src={url} alt={t('source')} />}</span>
        <div className="source__words">
          <span className="ui-figures">{t('sourceSize', { width: source.width, height: source.height })}</span>
          <Button variant="quiet" onPress={() => onChange({ source: null, dabs: [] })}>
            {t('sourceRemove')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="source source--none" role="group" aria-label={t('source')}>
      <p>{t('sourceNone', { action: t(ACTIONS[task]) })}</p>
      <FilePicker
        label={t('sourceFile')}
        pickLabel={t('sourceFile')}
        accept={TYPES}
        isSingle
        isPending={bring.isPending}
        onFiles={([file]) => {
          if (file !== undefined) bring.mutate(file);
        }}
      >
        {bring.isPending ? t('sourceSending') : t('sourceDrop')}
      </FilePicker>
      <FailureNotice error={bring.error} words={t('sourceFailed')} />
    </div>
  );
}
