import '@modu/ui/styles.css';
import '@modu/ui/type.css';
import './preview.css';
import type { Decorator, Preview } from '@storybook/react-vite';
import { useLayoutEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { GuidePage } from './GuidePage.tsx';
import { parseLocale } from '../src/lib/language/index.ts';
import { Speak } from '../src/lib/language/testing/Speak.tsx';

/** Puts theme, contrast, language and direction where the studio puts them: on the root element. */
const InTheStudio: Decorator = (Story, { globals }) => {
  const { theme, contrast, locale, direction } = globals as Record<string, string>;
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset['theme'] = theme;
    root.dataset['contrast'] = contrast;
    root.lang = locale ?? 'en';
    root.dir = direction ?? 'ltr';
  }, [theme, contrast, locale, direction]);
  return (
    <Speak locale={parseLocale(locale) ?? 'en'}>
      <I18nProvider locale={direction === 'rtl' ? 'ar' : (locale ?? 'en')}>
        <Story />
      </I18nProvider>
    </Speak>
  );
};

const items = (...pairs: [value: string, title: string][]) => pairs.map(([value, title]) => ({ value, title }));

const preview: Preview = {
  decorators: [InTheStudio],
  tags: ['autodocs'],
  initialGlobals: { theme: 'light', contrast: 'normal', locale: 'en', direction: 'ltr' },
  globalTypes: {
    theme: { description: 'Theme', toolbar: { icon: 'mirror', items: items(['light', 'Paper'], ['dark', 'Night']) } },
    contrast: {
      description: 'Contrast',
      toolbar: { icon: 'contrast', items: items(['normal', 'Normal contrast'], ['more', 'High contrast']) },
    },
    locale: { description: 'Language', toolbar: { icon: 'globe', items: items(['en', 'English'], ['ko', '한국어']) } },
    direction: {
      description: 'Direction',
      toolbar: { icon: 'transfer', items: items(['ltr', 'Left to right'], ['rtl', 'Right to left']) },
    },
  },
  parameters: {
    layout: 'padded',
    a11y: {
      test: 'error',
      // Takes the quiet second line of an option for a part of its label; it is the option's description (WCAG 2.5.3 is about labels).
      config: { rules: [{ id: 'label-content-name-mismatch', enabled: false }] },
    },
    controls: { expanded: true },
    docs: { page: GuidePage },
    options: { storySort: { order: ['Foundations', 'Design system', 'Studio'] } },
  },
};

export default preview;
