import { Button, Notice, NumberField, TextField } from '@modu/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { PutIntoForceDocument } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';

const GIGABYTE = 1024 ** 3;
const YEAR_MS = 365 * 86_400_000;

/** The terms of an agreement, to be put into force by an admin. */
export function TermsForm({ userId }: { readonly userId: string }) {
  const { t } = useTranslation('enterprise');
  const client = useQueryClient();
  const [credits, setCredits] = useState<number | null>(50_000);
  const [gigabytes, setGigabytes] = useState<number | null>(1_024);
  const [running, setRunning] = useState<number | null>(20);
  const [waiting, setWaiting] = useState<number | null>(1_000);
  const [endsOn, setEndsOn] = useState(() => new Date(Date.now() + YEAR_MS).toISOString().slice(0, 10));
  const activate = useMutation({
    mutationFn: async () => {
      const limits = { runningJobsMax: running ?? 0, queuedJobsMax: waiting ?? 0 };
      const given = { monthlyCredits: credits ?? 0, storageBytes: (gigabytes ?? 0) * GIGABYTE };
      const input = { ...given, ...limits, endsAt: `${endsOn}T00:00:00Z` };
      return (await request(PutIntoForceDocument, { userId, input })).activateEnterprise;
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['enterprise', 'requests'] }),
  });
  return (
    <form
      className="enterprise__terms"
      onSubmit={(event) => {
        event.preventDefault();
        activate.mutate();
      }}
    >
      <NumberField label={t('credits')} value={credits} onChange={setCredits} min={1} />
      <NumberField label={t('storage')} value={gigabytes} onChange={setGigabytes} min={1} />
      <NumberField label={t('running')} value={running} onChange={setRunning} min={1} max={100} />
      <NumberField label={t('waiting')} value={waiting} onChange={setWaiting} min={1} />
      <TextField label={t('endsOn')} type="date" value={endsOn} onChange={setEndsOn} />
      <Button type="submit" isPending={activate.isPending}>
        {t('activate')}
      </Button>
      {activate.data && isRefusal(activate.data) && <Notice tone="negative">{activate.data.message}</Notice>}
      <FailureNotice error={activate.error} words={t('lost')} />
    </form>
  );
}
