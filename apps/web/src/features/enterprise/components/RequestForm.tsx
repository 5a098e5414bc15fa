import { Button, Notice, NumberField, TextArea, TextField } from '@modu/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { fieldOfNumber, numberOfField, useDraft } from '../../../lib/drafts/index.ts';
import { AskForEnterpriseDocument } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, refusedField, request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { useRoom } from '../../../lib/words/useRoom.ts';

const PEOPLE = '10';
const NAME_MAX = 200;
const MESSAGE_MAX = 2_000;

interface Wish {
  readonly organisation: string;
  readonly contactEmail: string;
  readonly people: string;
  readonly message: string;
}

/** Sends the request; what was written is forgotten once it has arrived. */
function useAsk(fields: Wish, forget: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const input = { ...fields, people: Number(fields.people) };
      return (await request(AskForEnterpriseDocument, { input })).requestEnterprise;
    },
    onSuccess: (answer) => {
      if (isRefusal(answer)) return undefined;
      forget();
      // An admin who asks sees it among the requests.
      return client.invalidateQueries({ queryKey: ['enterprise', 'requests'] });
    },
  });
}

/** Who asks, for how many, and what for. A refusal stands beside its field. */
export function RequestForm({ email }: { readonly email: string }) {
  const { t } = useTranslation('enterprise');
  const { fields, change, forget } = useDraft('enterprise', {
    organisation: '',
    contactEmail: email,
    people: PEOPLE,
    message: '',
  });
  const nameRoom = useRoom(fields.organisation.length, NAME_MAX);
  const messageRoom = useRoom(fields.message.length, MESSAGE_MAX);
  const ask = useAsk(fields, forget);
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
        value={fields.organisation}
        onChange={(organisation) => change({ organisation })}
        problem={problem('organisation')}
        autoComplete="organization"
        maxLength={NAME_MAX}
        {...nameRoom}
      />
      <TextField
        label={t('contactEmail')}
        type="email"
        autoComplete="email"
        value={fields.contactEmail}
        onChange={(contactEmail) => change({ contactEmail })}
        problem={problem('contactEmail')}
      />
      <NumberField
        label={t('people')}
        value={numberOfField(fields.people)}
        onChange={(people) => change({ people: fieldOfNumber(people) })}
        min={1}
        problem={problem('people')}
      />
      <TextArea
        label={t('message')}
        value={fields.message}
        onChange={(message) => change({ message })}
        {...messageRoom}
        problem={problem('message')}
      />
      <Button type="submit" variant="primary" isPending={ask.isPending}>
        {t('send')}
      </Button>
      {ask.data && !refusal && <Notice tone="positive">{t('sent')}</Notice>}
      <FailureNotice error={ask.error} words={t('lost')} />
    </form>
  );
}
