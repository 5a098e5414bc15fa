import { Button, ConfirmDialog, EmptyState } from '@modu/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { EmptyTrashDocument } from '../../lib/graph/generated/graphql.ts';
import { request } from '../../lib/graph/index.ts';
import { useTranslation } from '../../lib/language/index.ts';
import { EmptyFrame } from '../../lib/screen/Missing.tsx';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { Link } from '../../lib/way/index.ts';
import { FailureNotice } from '../../lib/trace/index.ts';
import { inFigures } from '../../lib/words/figures.ts';
import { PictureWall } from './components/PictureWall.tsx';
import './gallery.css';

const TRASHED = { trashed: true } as const;

/** What was deleted in the last 30 days, to bring back or to let go. */
export function TrashPage() {
  const { t } = useTranslation(['pictures', 'gallery']);
  return (
    <div className="gallery">
      <PageTitle>{t('gallery:trash')}</PageTitle>
      <PictureWall
        label={t('gallery:trash')}
        filter={TRASHED}
        empty={<EmptyState title={t('trashEmpty')} figure={<EmptyFrame />} />}
        head={(totalCount) => <TrashHead totalCount={totalCount ?? 0} />}
      />
    </div>
  );
}

function TrashHead({ totalCount }: { readonly totalCount: number }) {
  const { t } = useTranslation(['pictures', 'gallery']);
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const empty = useMutation({
    mutationFn: () => request(EmptyTrashDocument, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['images'] }),
  });
  const formatted = inFigures(totalCount);
  return (
    <header className="gallery-tools">
      <Link to="/gallery" className="image-page__back gallery-tools__back">
        <ArrowLeft size={16} strokeWidth={1.5} aria-hidden />
        {t('back')}
      </Link>
      <div className="gallery-tools__line">
        <h1>{t('gallery:trash')}</h1>
        <p className="page-head__note ui-figures">{t('gallery:count', { count: totalCount, formatted })}</p>
        <span className="gallery-tools__gap" />
        {totalCount > 0 && (
          <Button
            icon={<Trash2 size={16} strokeWidth={1.5} aria-hidden />}
            isPending={empty.isPending}
            onPress={() => setAsking(true)}
          >
            {t('emptyTrash')}
          </Button>
        )}
      </div>
      <p className="page-head__note">{t('trashWords')}</p>
      <FailureNotice error={empty.error} />
      <ConfirmDialog
        isDanger
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={t('emptyTrashTitle')}
        confirmLabel={t('emptyTrash')}
        cancelLabel={t('cancel')}
        onConfirm={() => {
          // Before its opener is gone: focus is back there, and goes on from there.
          setAsking(false);
          empty.mutate();
        }}
      >
        {t('purgeTitle', { count: totalCount, formatted })} {t('purgeWords')}
      </ConfirmDialog>
    </header>
  );
}
