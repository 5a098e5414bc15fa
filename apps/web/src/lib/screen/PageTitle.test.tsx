import { LiveRegion } from '@modu/ui';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Speak } from '../language/testing/Speak.tsx';
import { PageTitle } from './PageTitle.tsx';

const heard = () => screen.getByRole('log').textContent;

it('a page that one comes to says its name, once; the one a visit begins with is left to the browser', async () => {
  const page = (title: string) => (
    <Speak>
      <LiveRegion />
      <PageTitle>{title}</PageTitle>
    </Speak>
  );
  const { rerender } = render(page('Create'));
  expect((await screen.findByRole('log')).textContent).toBe('');
  history.pushState(null, '', '/boards/autumn');
  rerender(page('Boards'));
  expect(heard()).toBe('Boards');
  rerender(page('Autumn'));
  expect(heard()).toBe('Boards');
});
