import { announce, PlainButton } from '@modu/ui';
import { useState } from 'react';
import { useTranslation } from '../language/index.ts';
import './trace.css';

/** The id of a fault of ours, and a button that copies it; nothing where there is none. */
export function Trace({ id }: { readonly id: string | null }) {
  const { t } = useTranslation('shell');
  const [copied, setCopied] = useState<string | null>(null);
  if (id === null) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(id);
    setCopied(id);
    announce(t('copied'));
  };
  return (
    <span className="trace">
      <span className="ui-mono">{t('traceId', { id })}</span>
      <PlainButton variant="quiet" onPress={() => void copy()}>
        {t(copied === id ? 'copied' : 'copyTraceId')}
      </PlainButton>
    </span>
  );
}
