import { Button, EmptyState, Mark, TextField } from '@modu/ui';
import { useMutation } from '@tanstack/react-query';
import { Link } from '../../lib/way/index.ts';
import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { SharedImageDocument } from '../../lib/graph/generated/graphql.ts';
import type { SharedImageQuery } from '../../lib/graph/generated/graphql.ts';
import { request } from '../../lib/graph/index.ts';
import { useTranslation } from '../../lib/language/index.ts';
import { Picture } from '../../lib/pictures/Picture.tsx';
import { ratioOf } from '../../lib/pictures/ratio.ts';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import './share.css';

type Outcome = SharedImageQuery['sharedImage'];
type Shown = Extract<Outcome, { readonly __typename: 'SharedImage' }>;

/** What a share link shows, to anyone: the picture and nothing of the studio but its name. */
export function SharedPage({ token }: { readonly token: string }) {
  const { t } = useTranslation('share');
  const look = useMutation({
    mutationFn: async (password: string | null) =>
      (await request(SharedImageDocument, { token, password })).sharedImage,
  });
  // Each look counts as a view, so the page looks once and not again for every focus.
  const hasLooked = useRef(false);
  const { mutate } = look;
  useEffect(() => {
    if (hasLooked.current) return;
    hasLooked.current = true;
    mutate(null);
  }, [mutate]);
  const outcome = look.data;
  const asksPassword = outcome?.__typename === 'Refusal' && (outcome.path?.includes('password') ?? false);
  return (
    <main className="shared">
      <PageTitle>{outcome?.__typename === 'SharedImage' ? (outcome.title ?? t('picture')) : t('picture')}</PageTitle>
      <div className="shared__stage">
        {outcome === undefined && !look.isError && <p role="status">{t('loading')}</p>}
        {look.isError && (
          <EmptyState title={t('failed')}>
            <Button onPress={() => mutate(null)}>{t('again')}</Button>
          </EmptyState>
        )}
        {outcome?.__typename === 'SharedImage' && <SharedPicture image={outcome} />}
        {outcome?.__typename === 'Refusal' && !asksPassword && <EmptyState title={outcome.message} />}
        {outcome?.__typename === 'Refusal' && asksPassword && (
          <PasswordForm
            words={outcome.message}
            isWaiting={outcome.code === 'RATE_LIMITED'}
            isPending={look.isPending}
            onPassword={mutate}
          />
        )}
      </div>
      <footer className="shared__foot">
        <Link to="/" className="shared__mark">
          <Mark size={20} />
          {t('madeWith')}
        </Link>
      </footer>
    </main>
  );
}

function SharedPicture({ image }: { readonly image: Shown }) {
  const { t } = useTranslation('share');
  const words = image.title ?? image.prompt ?? t('picture');
  return (
    <figure className="shared__figure">
      <div className="shared__frame" style={ratioOf(image)}>
        <Picture
          cacheKey={image.url}
          url={image.url}
          thumbhash={image.thumbhash}
          width={image.width}
          height={image.height}
          loading="eager"
          alt={words}
        />
      </div>
      <figcaption className="shared__words">
        <span>
          {image.title !== null && <h1>{image.title}</h1>}
          {image.prompt !== null && <p>{image.prompt}</p>}
          {image.viewsLeft !== null && <p className="shared__left">{t('viewsLeft', { count: image.viewsLeft })}</p>}
        </span>
        {image.downloadUrl !== null && (
          <a className="ui-button" data-variant="outline" data-size="large" href={image.downloadUrl} download>
            <Download size={16} strokeWidth={1.5} aria-hidden />
            {t('download')}
          </a>
        )}
      </figcaption>
    </figure>
  );
}

interface PasswordFormProps {
  readonly words: string;
  readonly isWaiting: boolean;
  readonly isPending: boolean;
  readonly onPassword: (password: string) => void;
}

function PasswordForm({ words, isWaiting, isPending, onPassword }: PasswordFormProps) {
  const { t } = useTranslation('share');
  const [password, setPassword] = useState('');
  return (
    <form
      className="shared__password"
      onSubmit={(event) => {
        event.preventDefault();
        onPassword(password);
      }}
    >
      <h1>{words}</h1>
      <TextField
        label={t('password')}
        type="password"
        autoComplete="off"
        value={password}
        onChange={setPassword}
        isDisabled={isWaiting}
      />
      <Button
        type="submit"
        variant="primary"
        size="large"
        isPending={isPending}
        isDisabled={isWaiting || password === ''}
      >
        {t('open')}
      </Button>
    </form>
  );
}
