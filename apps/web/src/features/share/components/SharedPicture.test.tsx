import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Speak } from '../../../lib/language/testing/Speak.tsx';
import { SharedPicture } from './SharedPicture.tsx';
import type { SharedPictureProps } from './SharedPicture.tsx';

const IMAGE = {
  ...{ title: null, prompt: null, url: '/a.webp', thumbhash: null, width: 3, height: 2, viewsLeft: null },
} as unknown as SharedPictureProps['image'];

describe('a shared picture', () => {
  const open = (image: Partial<SharedPictureProps['image']>) =>
    render(
      <Speak>
        <SharedPicture image={{ ...IMAGE, ...image }} action={<button>Download</button>} />
      </Speak>,
    );

  it('is called by what its owner says of it', () => {
    open({ title: 'Evening', prompt: 'A hill' });
    expect(screen.getByRole('figure', { name: 'Evening A hill' })).toBeTruthy();
  });

  it('of which nothing is said is not called by its button', () => {
    open({});
    const figure = screen.getByRole('figure');
    expect(figure.getAttribute('aria-labelledby')).toBeNull();
    expect(figure.querySelector('figcaption')).toBeNull();
    expect(screen.getByRole('button', { name: 'Download' })).toBeTruthy();
  });
});
