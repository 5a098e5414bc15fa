import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ImageTile } from './ImageTile.tsx';

describe('a picture of a grid', () => {
  it('opens by its name, and is chosen by its box without being opened', async () => {
    const onOpen = vi.fn();
    const onChange = vi.fn();
    render(
      <ImageTile
        source="/a.png"
        label="A lighthouse"
        ratio={1}
        onOpen={onOpen}
        selection={{ label: 'Choose A lighthouse', isSelected: false, onChange }}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: 'A lighthouse' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Choose A lighthouse' }));
    expect(onOpen).toHaveBeenCalledOnce();
    expect(onChange).toHaveBeenCalledWith(true);
  });

  it('shows its stand-in until the picture has come', () => {
    const { container } = render(
      <ImageTile
        source="/a.png"
        label="A lighthouse"
        ratio={1.5}
        standIn="data:image/png;base64,AA=="
        onOpen={vi.fn()}
      />,
    );
    const tile = container.querySelector('.ui-tile');
    expect(tile?.hasAttribute('data-loaded')).toBe(false);
    const image = container.querySelector('.ui-tile__image');
    if (image) fireEvent.load(image);
    expect(tile?.hasAttribute('data-loaded')).toBe(true);
  });
});
