import { Button, Notice, NumberField, TextField } from '@modu/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { fieldOfNumber, numberOfField, TakeBack, useDraft } from '../../../lib/drafts/index.ts';
import { PutIntoForceDocument } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';

const GIGABYTE = 1024 ** 3;
const YEAR_MS = 365 * 86_400_000;

/** The terms of an agreement, to be put into force by an admin; kept as they were written until they are. */
export function TermsForm({ userId }: { readonly userId: string }) {
  const { t } = useTranslation('enterprise');
  const client = useQueryClient();
  const draft = useDraft(`terms ${userId}`, {
    credits: '50000',
    gigabytes: '1024',
    running: '20',
    waiting: '1000',
    endsOn: new Date(Date.now() + YEAR_MS).toISOString().slice(0, 10),
  });
  const numberIn = (field: 'credits' | 'gigabytes' | 'running' | 'waiting') => ({
    value: numberOfField(draft.fields[field]),
    onChange: (value: number | null) => draft.change({ [field]: fieldOfNumber(value) }),
  });
  const activate = useMutation({
    mutationFn: async () => {
      const { credits, gigabytes, running, waiting, endsOn } = draft.fields;
      const limits = { runningJobsMax: Number(running), queuedJobsMax: Number(waiting) };
      const given = { monthlyCredits: Number(credits), storageBytes: Number(gigabytes) * GIGABYTE };
      const input = { ...given, ...limits, endsAt: `${endsOn}T00:00:00Z` };
      return (await request(PutIntoForceDocument, { userId, input })).activateEnterprise;
    },
    onSuccess: (answer) => {
      if (!isRefusal(answer)) draft.forget();
      return client.invalidateQueries({ queryKey: ['enterprise', 'requests'] });
    },
  });
  return (
    <form
      className="enterprise__terms"
      onSubmit={(event) => {
        event.preventDefault();
        activate.mutate();
      }}
    >
      <NumberField label={t('credits')} {...numberIn('credits')} min={1} />
      <NumberField label={t('storage')} {...numberIn('gigabytes')} min={1} />
      <NumberField label={t('running')} {...numberIn('running')} min={1} max={100} />
      <NumberField label={t('waiting')} {...numberIn('waiting')} min={1} />
      <TextField
        label={t('endsOn')}
        type="date"
        value={draft.fields.endsOn}
        onChange={(endsOn) => draft.change({ endsOn })}
      />
      <Button type="submit" isPending={activate.isPending}>
        {t('activate')}
      </Button>
      <TakeBack draft={draft} />
      {activate.data && isRefusal(activate.data) && <Notice tone="negative">{activate.data.message}</Notice>}
      <FailureNotice error={activate.error} words={t('lost')} />
    </form>
  );
}
