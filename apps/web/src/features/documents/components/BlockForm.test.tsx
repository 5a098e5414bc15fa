import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CorrectBlockDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { forgetOwn } from '../../../lib/keep/own.ts';
import { blockOf } from '../testing/block-of.ts';
import { BlockForm } from './BlockForm.tsx';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const form = (parts: Parameters<typeof blockOf>[0]) => (
  <Answering>
    <BlockForm block={blockOf(parts)} language="en" onDone={vi.fn()} onCancel={vi.fn()} />
  </Answering>
);
const words = () => screen.getByRole('textbox', { name: 'Words' });
const CHANGED = /This block was changed after you began/u;

beforeEach(() => {
  forgetOwn();
  vi.mocked(request).mockReset();
  vi.mocked(request).mockResolvedValue({ correctBlock: { __typename: 'Corrected', block: { version: 3 } } });
});

describe('what somebody types into a correction', () => {
  const begin = async () => {
    const { rerender } = render(form({ version: 1, text: 'Light' }));
    expect(screen.queryByText(CHANGED)).toBeNull();
    await userEvent.type(words(), ' bends');
    expect(screen.queryByText(CHANGED)).toBeNull();
    rerender(form({ version: 2, text: 'Light rays' }));
  };

  it('stays when the block is changed meanwhile, which is said; saving is against what it is now', async () => {
    await begin();
    expect(words()).toHaveProperty('value', 'Light bends');
    expect(screen.getByText(CHANGED)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    const input = { blockId: 'block-1', expectedVersion: 2, path: [], text: 'Light bends' };
    expect(vi.mocked(request).mock.calls[0]?.slice(0, 2)).toEqual([CorrectBlockDocument, { input }]);
  });

  it('goes when its writer takes what is saved instead', async () => {
    await begin();
    await userEvent.click(screen.getByRole('button', { name: 'Take what is saved' }));
    expect(words()).toHaveProperty('value', 'Light rays');
    expect(screen.queryByText(CHANGED)).toBeNull();
  });
});

describe('saving with Ctrl and Enter', () => {
  const begin = async () => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    vi.mocked(request).mockReturnValue(promise as never);
    const onDone = vi.fn();
    render(
      <Answering>
        <BlockForm block={blockOf({ version: 1, text: 'Light' })} language="en" onDone={onDone} onCancel={vi.fn()} />
      </Answering>,
    );
    await userEvent.type(words(), ' bends');
    return { onDone, answer: () => resolve({ correctBlock: { __typename: 'Corrected', block: { version: 2 } } }) };
  };
  const press = (more: object) => fireEvent.keyDown(words(), { key: 'Enter', ctrlKey: true, ...more });

  it('saves once, however often and long it is pressed, and is done with it', async () => {
    const { onDone, answer } = await begin();
    press({});
    press({ repeat: true });
    await waitFor(() => expect(screen.getByRole('button', { name: /Save/u }).ariaDisabled).toBe('true'));
    press({});
    expect(request).toHaveBeenCalledOnce();
    answer();
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  });

  it('leaves Enter to who is composing a syllable', async () => {
    await begin();
    press({ isComposing: true });
    await new Promise((resolve) => setTimeout(resolve));
    expect(request).not.toHaveBeenCalled();
  });
});

it('what is corrected is in the language of the document, its label in that of the studio', () => {
  render(
    <Answering>
      <BlockForm block={blockOf({ text: '빛' })} language="ko" onDone={vi.fn()} onCancel={vi.fn()} />
    </Answering>,
  );
  expect(words().lang).toBe('ko');
  expect(screen.getByText('Words').closest('[lang="ko"]')).toBeNull();
});
