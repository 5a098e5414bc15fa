import { PlainIconButton, announce } from '@modu/ui';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { Link } from '../../../lib/way/index.ts';
import { formatMoment } from '../../../lib/words/moment.ts';
import { formatSize } from '../../../lib/words/size.ts';
import type { ImageInFull } from '../hooks/useImage.ts';
import { stepsOf } from '../model/settings.ts';

/** The settings a picture was made with, and its file. */
export function ImageFacts({ image }: { readonly image: ImageInFull }) {
  const { t } = useTranslation('pictures');
  const locale = useLocale();
  const steps = stepsOf(image.settings);
  return (
    <dl className="facts">
      {image.negativePrompt !== null && image.negativePrompt !== '' && (
        <Fact name={t('negativePrompt')}>{image.negativePrompt}</Fact>
      )}
      {image.modelName !== null && <Fact name={t('model')}>{image.modelName}</Fact>}
      <Fact name={t('size')}>{t('sizeValue', { width: image.width, height: image.height })}</Fact>
      {steps !== null && <Fact name={t('steps')}>{steps}</Fact>}
      {image.seed !== null && (
        <Fact name={t('seed')} action={<CopySeed seed={image.seed} />}>
          <span className="ui-mono">{image.seed}</span>
        </Fact>
      )}
      {image.tags.length > 0 && (
        <Fact name={t('tagsName')}>
          <span className="facts__tags">
            {image.tags.map((tag) => (
              <Link key={tag} to="/gallery" search={{ tag }}>
                #{tag}
              </Link>
            ))}
          </span>
        </Fact>
      )}
      {image.boards.length > 0 && (
        <Fact name={t('onBoards')}>
          <span className="facts__tags">
            {image.boards.map(({ id, name }) => (
              <Link key={id} to="/boards/$boardId" params={{ boardId: id }}>
                {name}
              </Link>
            ))}
          </span>
        </Fact>
      )}
      <Fact name={t('made')}>{formatMoment(image.createdAt, locale)}</Fact>
      <Fact name={t('file')}>
        {image.asset.contentType.replace('image/', '').toUpperCase()}, {formatSize(image.asset.sizeBytes, locale)}
      </Fact>
    </dl>
  );
}

function Fact({
  name,
  children,
  action,
}: {
  readonly name: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="facts__row">
      <dt className="facts__name">{name}</dt>
      <dd className="facts__value ui-figures">
        {children}
        {action}
      </dd>
    </div>
  );
}

function CopySeed({ seed }: { readonly seed: number }) {
  const { t } = useTranslation('pictures');
  const [isCopied, setCopied] = useState(false);
  const Icon = isCopied ? Check : Copy;
  const copy = () =>
    void navigator.clipboard.writeText(String(seed)).then(() => {
      setCopied(true);
      announce(t('copied'));
    });
  return (
    <PlainIconButton label={t('copySeed')} icon={<Icon size={16} strokeWidth={1.5} aria-hidden />} onPress={copy} />
  );
}
