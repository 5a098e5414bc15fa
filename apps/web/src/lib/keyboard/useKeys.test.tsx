import { showToast, ToastRegion } from '@modu/ui';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keptSingleKeys } from './single-keys.ts';
import { useKeys } from './useKeys.ts';

const toGallery = vi.fn();
const search = vi.fn();

function Page() {
  useKeys({ 'g g': toGallery, '$mod+k': search });
  return (
    <>
      <input aria-label="Prompt" />
      <input type="checkbox" aria-label="Agree" />
    </>
  );
}

describe('the keys of the studio', () => {
  beforeEach(() => {
    toGallery.mockClear();
    search.mockClear();
    keptSingleKeys.set(true);
    render(<Page />);
  });

  it('lead somewhere', async () => {
    await userEvent.keyboard('gg');
    expect(toGallery).toHaveBeenCalledOnce();
  });

  it('are letters while one writes, unless Ctrl is held', async () => {
    await userEvent.click(screen.getByRole('textbox'));
    await userEvent.keyboard('gg{Control>}k{/Control}');
    expect(toGallery).not.toHaveBeenCalled();
    expect(search).toHaveBeenCalledOnce();
  });

  it('work on from a checkbox, which takes no letters', async () => {
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.keyboard('gg');
    expect(toGallery).toHaveBeenCalledOnce();
  });

  it('wait behind a question, but not beside a toast, which may stay for as long as it likes', async () => {
    render(<ToastRegion label="News" closeLabel="Close" />);
    let takeBack: () => void = () => undefined;
    act(() => {
      takeBack = showToast({ tone: 'positive', words: 'The picture is done', stays: true });
    });
    expect(screen.getByRole('alertdialog')).toBeTruthy();
    await userEvent.keyboard('gg');
    expect(toGallery).toHaveBeenCalledOnce();
    render(<div role="alertdialog" />);
    await userEvent.keyboard('gg');
    expect(toGallery).toHaveBeenCalledOnce();
    act(() => takeBack());
  });

  it('can be turned off, all but those with Ctrl', async () => {
    keptSingleKeys.set(false);
    await userEvent.keyboard('gg{Control>}k{/Control}');
    expect(toGallery).not.toHaveBeenCalled();
    expect(search).toHaveBeenCalledOnce();
  });
});
