import { announce, Button, Checkbox, Notice, TextField } from '@modu/ui';
import { useState } from 'react';
import { momentAfter } from '../../../lib/days/day.ts';
import { useDraft } from '../../../lib/drafts/index.ts';
import { CreateApiKeyDocument } from '../../../lib/graph/generated/graphql.ts';
import { refusedField, request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { useRoom } from '../../../lib/words/useRoom.ts';
import { useChange } from '../../account/index.ts';

const NAME_MAX = 80;
const SCOPES = ['read', 'generate', 'documents', 'files', 'billing:read'] as const;
const WORDS = {
  read: 'scopeRead',
  generate: 'scopeGenerate',
  documents: 'scopeDocuments',
  files: 'scopeFiles',
  'billing:read': 'scopeBilling',
} as const;

/** Makes a key: its name, what it may do, when it ends, kept until it is made or given up; then shows it, this once. */
export function NewKey({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('security');
  const { fields, change, forget } = useDraft('new key', { name: '', scopes: 'read', ends: '' });
  const room = useRoom(fields.name.length, NAME_MAX);
  const scopes = SCOPES.filter((scope) => fields.scopes.split(' ').includes(scope));
  const [secret, setSecret] = useState<string | null>(null);
  const create = useChange({
    send: async () => {
      const { name, ends } = fields;
      const input = { name, scopes, ...(ends === '' ? {} : { expiresAt: momentAfter(ends) }) };
      const made = (await request(CreateApiKeyDocument, { input })).createApiKey;
      if (made.__typename === 'CreatedApiKey') {
        forget();
        setSecret(made.secret);
      }
      return made;
    },
  });
  const problemOf = (field: string) =>
    create.refusal && refusedField(create.refusal) === field ? create.refusal.message : undefined;
  if (secret !== null) return <ShownOnce secret={secret} onClose={onClose} />;
  return (
    <form
      className="person__form"
      onSubmit={(event) => {
        event.preventDefault();
        create.send();
      }}
    >
      <TextField
        label={t('keyName')}
        name="key-name"
        maxLength={NAME_MAX}
        {...room}
        value={fields.name}
        onChange={(name) => change({ name })}
        problem={problemOf('name')}
      />
      <Scopes chosen={scopes} onChange={(chosen) => change({ scopes: chosen.join(' ') })} />
      <TextField
        label={t('keyEndsOn')}
        name="key-ends"
        type="date"
        hint={t('keyEndsHint')}
        value={fields.ends}
        onChange={(ends) => change({ ends })}
        problem={problemOf('expiresAt')}
      />
      {create.refusal && ['scopes', null].includes(refusedField(create.refusal)) && (
        <Notice tone="negative">{create.refusal.message}</Notice>
      )}
      <FailureNotice error={create.error} words={t('failed')} />
      <Button type="submit" variant="primary" isPending={create.isPending}>
        {t('keyMake')}
      </Button>
      <Button
        variant="quiet"
        onPress={() => {
          forget();
          onClose();
        }}
      >
        {t('cancel')}
      </Button>
    </form>
  );
}

interface ScopesProps {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** What a key may do. */
function Scopes({ chosen, onChange }: ScopesProps) {
  const { t } = useTranslation('security');
  const turn = (scope: string, isChosen: boolean) =>
    onChange(SCOPES.filter((one) => (one === scope ? isChosen : chosen.includes(one))));
  return (
    <fieldset className="person__form">
      <legend className="ui-field__label">{t('keyScopes')}</legend>
      {SCOPES.map((scope) => (
        <Checkbox key={scope} isSelected={chosen.includes(scope)} onChange={(isChosen) => turn(scope, isChosen)}>
          {t(WORDS[scope])}
        </Checkbox>
      ))}
    </fieldset>
  );
}

function ShownOnce({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) {
  const { t } = useTranslation('security');
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setIsCopied(true);
    announce(t('keyCopied'));
  };
  return (
    <div className="person__form">
      <Notice tone="caution">{t('keyOnce')}</Notice>
      <code className="person__secret ui-mono">{secret}</code>
      <Button onPress={() => void copy()}>{t(isCopied ? 'keyCopied' : 'keyCopy')}</Button>
      <Button variant="quiet" onPress={onClose}>
        {t('keyKept')}
      </Button>
    </div>
  );
}
