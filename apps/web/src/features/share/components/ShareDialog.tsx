import { announce, Button, Dialog, NumberField, Select, Switch, TextField } from '@modu/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Copy, Link2 } from 'lucide-react';
import { useState } from 'react';
import { ShareBoardDocument, ShareImageDocument } from '../../../lib/graph/generated/graphql.ts';
import type { ShareInput } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { sharesKey } from '../model/shared-thing.ts';
import type { SharedThing } from '../model/shared-thing.ts';
import { ShareList } from './ShareList.tsx';
import '../share.css';

export interface ShareDialogProps {
  readonly thing: SharedThing;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Makes links to a picture or a board and shows those that there are. */
export function ShareDialog({ thing, isOpen, onOpenChange }: ShareDialogProps) {
  const { t } = useTranslation('share');
  return (
    <Dialog
      title={t(thing.kind === 'image' ? 'title' : 'boardTitle')}
      closeLabel={t('close')}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <NewShare thing={thing} />
      <ShareList thing={thing} isOpen={isOpen} />
    </Dialog>
  );
}

const DAY_MS = 86_400_000;
const DAYS: Readonly<Record<string, number | null>> = { never: null, day: 1, week: 7, month: 30 };

async function send({ kind, id }: SharedThing, input: ShareInput) {
  if (kind === 'board') return (await request(ShareBoardDocument, { id, input })).shareBoard;
  return (await request(ShareImageDocument, { id, input })).shareImage;
}

function NewShare({ thing }: { readonly thing: SharedThing }) {
  const { t } = useTranslation('share');
  const client = useQueryClient();
  const [expiry, setExpiry] = useState('week');
  const [password, setPassword] = useState('');
  const [viewLimit, setViewLimit] = useState<number | null>(null);
  const [allowDownload, setAllowDownload] = useState(true);
  const [showPrompt, setShowPrompt] = useState(false);
  const make = useMutation({
    mutationFn: async () => {
      const days = DAYS[expiry] ?? null;
      const expiresAt = days === null ? null : new Date(Date.now() + days * DAY_MS).toISOString();
      const input = { expiresAt, password: password === '' ? null : password, viewLimit, allowDownload, showPrompt };
      const outcome = await send(thing, input);
      if (isRefusal(outcome)) throw new Error(outcome.message);
      return outcome.url ?? '';
    },
    onSuccess: () => client.invalidateQueries({ queryKey: sharesKey(thing) }),
  });
  const options = [
    { id: 'day', name: t('oneDay') },
    { id: 'week', name: t('oneWeek') },
    { id: 'month', name: t('oneMonth') },
    { id: 'never', name: t('never') },
  ];
  return (
    <form
      className="new-share"
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <div className="new-share__pair">
        <Select label={t('expiry')} placeholder={t('expiry')} options={options} value={expiry} onChange={setExpiry} />
        <NumberField label={t('viewLimit')} value={viewLimit} onChange={setViewLimit} min={1} max={1_000_000} />
      </div>
      <TextField
        label={t('password')}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        hint={t('passwordHint')}
      />
      <Switch isSelected={allowDownload} onChange={setAllowDownload} note={t('allowDownloadNote')}>
        {t('allowDownload')}
      </Switch>
      <Switch isSelected={showPrompt} onChange={setShowPrompt}>
        {t('showPrompt')}
      </Switch>
      <FailureNotice error={make.error} />
      <Button
        type="submit"
        variant="primary"
        icon={<Link2 size={16} strokeWidth={1.5} aria-hidden />}
        isPending={make.isPending}
      >
        {t('make')}
      </Button>
      {make.data !== undefined && <MadeShare url={make.data} />}
    </form>
  );
}

function MadeShare({ url }: { readonly url: string }) {
  const { t } = useTranslation('share');
  const copy = () => void navigator.clipboard.writeText(url).then(() => announce(t('copied')));
  return (
    <div className="new-share__made" role="status">
      <p>{t('madeWords')}</p>
      <code className="ui-mono">{url}</code>
      <Button icon={<Copy size={16} strokeWidth={1.5} aria-hidden />} onPress={copy}>
        {t('copy')}
      </Button>
    </div>
  );
}
