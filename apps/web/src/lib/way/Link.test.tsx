import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import '../../app/addresses.ts';
import { go, goTo, Here as Way, Link, prepareWith, usePathname, useSearch } from './index.ts';

function Here() {
  return <p>{usePathname()}</p>;
}

describe('a link within the studio', () => {
  beforeEach(() => {
    window.scrollTo = vi.fn();
    history.replaceState(null, '', '/');
    prepareWith(() => Promise.resolve());
  });

  it('is an address, says when one is there, and is followed without a reload', async () => {
    render(
      <>
        <Link to="/boards/$boardId" params={{ boardId: 'a b' }}>
          Autumn
        </Link>
        <Link to="/boards">Boards</Link>
        <Here />
      </>,
    );
    const link = screen.getByRole('link', { name: 'Autumn' });
    expect(link.getAttribute('href')).toBe('/boards/a%20b');
    await userEvent.click(link);
    expect(await screen.findByText('/boards/a%20b')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Boards', current: 'page' })).toBeTruthy();
  });

  it('leaves a click with a key held to the browser', async () => {
    render(<Link to="/files">Files</Link>);
    const seen = vi.fn();
    window.addEventListener('click', (event) => seen(event.defaultPrevented), { once: true });
    await userEvent.setup().keyboard('{Control>}');
    screen.getByRole('link').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }));
    expect(seen).toHaveBeenCalledWith(false);
    expect(location.pathname).toBe('/');
  });

  it('keeps the page one is on until the next one is here, and a later wish overrules an earlier', async () => {
    const arrivals = new Map<string, () => void>();
    prepareWith((pathname) => new Promise((resolve) => arrivals.set(pathname, () => resolve(undefined))));
    const slow = go({ to: '/gallery' });
    const quick = go({ to: '/files' });
    expect(location.pathname).toBe('/');
    await act(async () => {
      arrivals.get('/files')?.();
      await quick;
      arrivals.get('/gallery')?.();
      await slow;
    });
    expect(location.pathname).toBe('/files');
  });

  it('goes where it should although its page could not be fetched, so that the page can say so', async () => {
    prepareWith(() => Promise.reject(new Error('offline')));
    await act(() => goTo('/credits'));
    expect(location.pathname).toBe('/credits');
  });
});

describe('a way from page to page', () => {
  const parse = (given: Readonly<Record<string, unknown>>) => String(given['q'] ?? '');
  const seen: string[] = [];

  function Page() {
    const at = `${usePathname()} ${useSearch(parse)}`;
    if (seen.at(-1) !== at) seen.push(at);
    return <p>{at}</p>;
  }

  beforeEach(() => {
    seen.length = 0;
    window.scrollTo = vi.fn();
    history.replaceState(null, '', '/gallery?q=sea');
    prepareWith(() => Promise.resolve());
  });

  it.each([
    ['in steps', true],
    ['at once', false],
  ])('%s: no page ever sees the address of another, and the new one begins at its top', async (_, isInSteps) => {
    render(
      <Way isInSteps={() => isInSteps}>
        <Page />
        <Link to="/files">Files</Link>
      </Way>,
    );
    act(() => history.replaceState(null, '', '/gallery?q=seas'));
    await userEvent.click(screen.getByRole('link', { name: 'Files' }));
    expect(await screen.findByText('/files')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Files', current: 'page' })).toBeTruthy();
    expect(seen).toEqual(['/gallery sea', '/gallery seas', '/files ']);
    expect(window.scrollTo).toHaveBeenCalledExactlyOnceWith(0, 0);
  });

  it('back to where one was is not taken to the top', async () => {
    render(
      <Way isInSteps={() => true}>
        <Page />
      </Way>,
    );
    await act(() => goTo('/files'));
    await act(async () => {
      history.back();
      await new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));
    });
    expect(await screen.findByText('/gallery sea')).toBeTruthy();
    expect(window.scrollTo).toHaveBeenCalledOnce();
  });
});
