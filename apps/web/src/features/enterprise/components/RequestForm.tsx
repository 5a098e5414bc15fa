import { Button, Notice, NumberField, TextArea, TextField } from '@modu/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AskForEnterpriseDocument } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, refusedField, request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';

/** Who asks, for how many, and what for. A refusal stands beside its field. */
export function RequestForm({ email }: { readonly email: string }) {
  const { t } = useTranslation('enterprise');
  const [organisation, setOrganisation] = useState('');
  const [contactEmail, setContactEmail] = useState(email);
  const [people, setPeople] = useState<number | null>(10);
  const [message, setMessage] = useState('');
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: async () => {
      const input = { organisation, contactEmail, people: people ?? 0, message };
      return (await request(AskForEnterpriseDocument, { input })).requestEnterprise;
    },
    // An admin who asks sees it among the requests.
    onSuccess: () => client.invalidateQueries({ queryKey: ['enterprise', 'requests'] }),
  });
  const refusal = ask.data && isRefusal(ask.data) ? ask.data : null;
  const problem = (field: string) => (refusal && refusedField(refusal) === field ? refusal.message : undefined);
  return (
    <form
      className="enterprise__form"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <TextField
        label={t('organisation')}
        value={organisation}
        onChange={setOrganisation}
        problem={problem('organisation')}
        autoComplete="organization"
      />
      <TextField
        label={t('contactEmail')}
        type="email"
        value={contactEmail}
        onChange={setContactEmail}
        problem={problem('contactEmail')}
      />
      <NumberField label={t('people')} value={people} onChange={setPeople} min={1} problem={problem('people')} />
      <TextArea label={t('message')} value={message} onChange={setMessage} problem={problem('message')} />
      <Button type="submit" variant="primary" isPending={ask.isPending}>
        {t('send')}
      </Button>
      {ask.data && !refusal && <Notice tone="positive">{t('sent')}</Notice>}
      {ask.isError && <Notice tone="negative">{t('lost')}</Notice>}
    </form>
  );
}
