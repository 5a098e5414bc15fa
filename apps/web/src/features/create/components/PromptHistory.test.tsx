import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Speak } from '../../../lib/language/testing/Speak.tsx';
import { PromptHistory } from './PromptHistory.tsx';

it('a long prompt is cut between what is seen as characters, not within an emoji', async () => {
  const prompt = `${'a'.repeat(58)}👩‍👩‍👧 on a pier`;
  render(<PromptHistory prompts={[prompt]} onPick={vi.fn()} />, { wrapper: Speak });
  await userEvent.click(screen.getByRole('button'));
  expect(await screen.findByRole('menuitem', { name: `${'a'.repeat(58)}👩‍👩‍👧…` })).toBeTruthy();
});
