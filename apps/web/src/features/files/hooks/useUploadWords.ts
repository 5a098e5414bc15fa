import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import type { Upload } from '../../../lib/upload/index.ts';
import { formatSize } from '../../../lib/words/size.ts';
import { problemKey } from '../model/problem-key.ts';

/** Says where an upload stands: "1.2 MB of 3.4 MB". */
export function useUploadWords(): (upload: Upload) => string {
  const { t } = useTranslation('files');
  const locale = useLocale();
  return ({ state, sizeBytes }) => {
    if (state.kind === 'sending') {
      return t('sending', { sent: formatSize(state.sentBytes, locale), total: formatSize(sizeBytes, locale) });
    }
    if (state.kind === 'paused' || state.kind === 'interrupted') {
      return t(state.kind, {
        sent: formatSize(state.sentBytes, locale),
        total: formatSize(sizeBytes, locale),
      });
    }
    if (state.kind !== 'failed') return t(state.kind);
    if (state.problem.kind === 'refused') return state.problem.message;
    return t(problemKey(state.problem));
  };
}
