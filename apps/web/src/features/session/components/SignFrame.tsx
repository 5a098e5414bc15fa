import { Mark } from '@modu/ui';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { LanguageChoice } from './LanguageChoice.tsx';
import { SignScene } from './SignScene.tsx';
import './sign.css';
import { PageTitle } from '../../../lib/screen/PageTitle.tsx';

export interface SignFrameProps {
  readonly title: string;
  readonly onSubmit: () => void;
  /** It takes the place of another form: focus goes to its title, which says what is next. */
  readonly isNextStep?: boolean;
  readonly children: ReactNode;
  /** What stands under the form: the way to the other page. */
  readonly footer: ReactNode;
}

/** The two pages before the studio: a picture on the wall, and a form beside it. */
export function SignFrame({ title, onSubmit, isNextStep = false, children, footer }: SignFrameProps) {
  const { t } = useTranslation(['session', 'shell']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <div className="sign">
      <PageTitle>{title}</PageTitle>
      <aside className="sign__wall">
        <SignScene />
        <p className="sign__tagline">{t('session:tagline')}</p>
      </aside>
      <main className="sign__desk" id="work" tabIndex={-1}>
        <div className="sign__name">
          <Mark size={22} />
          {t('shell:product')}
        </div>
        <form className="sign__form" onSubmit={submit} noValidate>
          <h1 ref={isNextStep ? takeFocus : null} tabIndex={-1} className="sign__title">
            {title}
          </h1>
          {children}
        </form>
        <p className="sign__footer">{footer}</p>
        <div className="sign__language">
          <LanguageChoice />
        </div>
      </main>
    </div>
  );
}

const takeFocus = (title: HTMLElement | null) => title?.focus();
