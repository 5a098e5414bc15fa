import type { StorybookConfig } from '@storybook/react-vite';
import { mergeConfig } from 'vite';
import { compileMessages } from '../build/compile-messages.ts';
import { FIRST_BROWSERS } from '../build/first-browsers.ts';
import { onlyOurLanguages } from '../build/only-our-languages.ts';

// Stories of the design system and of the studio's own components, in one book. They stand beside what they show.
const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../../../packages/ui/src/**/*.stories.tsx', '../src/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false },
  // The host serves the book under /storybook; relative addresses work there and at the root.
  viteFinal: (vite) =>
    mergeConfig(vite, {
      base: './',
      plugins: [compileMessages(), onlyOurLanguages()],
      build: { sourcemap: false, cssTarget: [...FIRST_BROWSERS] },
    }),
};

export default config;
