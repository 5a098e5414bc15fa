import { announce, Button, Dialog, NumberField, Select, Switch, TextField } from '@modu/ui';
import { Copy, Link2 } from 'lucide-react';
import { useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { useNewShare } from '../hooks/useNewShare.ts';
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

/** A link to be: kept until it is made, but for its password. */
function NewShare({ thing }: { readonly thing: SharedThing }) {
  const { t } = useTranslation('share');
  const { wish, change, make } = useNewShare(thing);
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
        make.mutate(undefined, { onSuccess: () => announce(t('madeWords')) });
      }}
    >
      <div className="new-share__pair">
        <Select
          label={t('expiry')}
          placeholder={t('expiry')}
          options={options}
          value={wish.expiry}
          onChange={(next) => change({ expiry: next })}
        />
        <NumberField
          label={t('viewLimit')}
          value={wish.viewLimit}
          onChange={(next) => change({ viewLimit: next })}
          min={1}
          max={1_000_000}
        />
      </div>
      <TextField
        label={t('password')}
        type="password"
        autoComplete="new-password"
        value={wish.password}
        onChange={(next) => change({ password: next })}
        hint={t('passwordHint')}
      />
      <Switch
        isSelected={wish.allowDownload}
        onChange={(next) => change({ allowDownload: next })}
        note={t('allowDownloadNote')}
      >
        {t('allowDownload')}
      </Switch>
      <Switch isSelected={wish.showPrompt} onChange={(next) => change({ showPrompt: next })}>
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
    <div className="new-share__made">
      <p>{t('madeWords')}</p>
      <code className="ui-mono">{url}</code>
      <Button icon={<Copy size={16} strokeWidth={1.5} aria-hidden />} onPress={copy}>
        {t('copy')}
      </Button>
    </div>
  );
}
