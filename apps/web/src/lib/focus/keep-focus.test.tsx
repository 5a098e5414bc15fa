import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepFocus } from './keep-focus.ts';

let end: () => void;
beforeEach(() => {
  end = keepFocus();
});
afterEach(() => end());

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const focused = () => document.activeElement?.textContent || document.activeElement?.id;

/** A part of the page that is another after its button was pressed. */
function Swap({ from, to }: { readonly from: (swap: () => void) => ReactNode; readonly to: ReactNode }) {
  const [isSwapped, setSwapped] = useState(false);
  return (
    <main id="work" tabIndex={-1}>
      <div>
        <a href="/gallery">Back</a>
        {isSwapped ? to : from(() => setSwapped(true))}
      </div>
      <p>The foot</p>
    </main>
  );
}
const button = (name: string) => (swap: () => void) => <button onClick={swap}>{name}</button>;

describe('focus in what goes away', () => {
  it('is on the work when nothing in its place can have it', async () => {
    render(<Swap from={(swap) => <div role="alert">{button('Try again')(swap)}</div>} to={<p>Loading</p>} />);
    await press('Try again');
    await waitFor(() => expect(document.activeElement?.id).toBe('work'));
  });

  it('is in what came in its place', async () => {
    const form = (
      <form>
        <label>
          Name <input id="name" />
        </label>
      </form>
    );
    render(<Swap from={button('New key')} to={form} />);
    await press('New key');
    await waitFor(() => expect(focused()).toBe('name'));
  });

  it('is where somebody put it in the same moment', async () => {
    render(
      <Swap from={button('New key')} to={[<button key="a">First</button>, <input key="b" id="own" autoFocus />]} />,
    );
    await press('New key');
    await waitFor(() => expect(focused()).toBe('own'));
  });

  it('is left to what keeps its focus by itself', async () => {
    render(
      <div data-keeps-focus>
        <Swap from={button('Tile')} to={<a href="/tile">Other tile</a>} />
      </div>,
    );
    await press('Tile');
    await screen.findByRole('link', { name: 'Other tile' });
    expect(document.activeElement).toBe(document.body);
  });
});

function Lines() {
  const [lines, setLines] = useState(['one', 'two', 'three']);
  return (
    <main id="work" tabIndex={-1}>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>
              <button onClick={() => setLines(lines.filter((other) => other !== line))}>{line}</button>
            </li>
          ))}
        </ul>
      )}
    </main>
  );
}

it('of lines that are dismissed one by one, focus is on the next, on the one before the last, at last on the work', async () => {
  render(<Lines />);
  await press('two');
  await waitFor(() => expect(focused()).toBe('three'));
  await press('three');
  await waitFor(() => expect(focused()).toBe('one'));
  await press('one');
  await waitFor(() => expect(focused()).toBe('work'));
});

function Steps() {
  const [at, setAt] = useState(1);
  return (
    <nav>
      <button onClick={() => setAt(at - 1)} disabled={at === 1}>
        Before
      </button>
      <button onClick={() => setAt(at + 1)} disabled={at === 3}>
        Next
      </button>
    </nav>
  );
}

it('at the last page the way on is of no use any more: focus is on the way back', async () => {
  render(<Steps />);
  await press('Next');
  expect(focused()).toBe('Next');
  await press('Next');
  await waitFor(() => expect(focused()).toBe('Before'));
});

it('whoever left what goes away by themselves is left where they are', async () => {
  render(<Lines />);
  screen.getByRole('button', { name: 'two' }).focus();
  screen.getByRole('button', { name: 'two' }).blur();
  await Promise.resolve();
  screen.getByRole('button', { name: 'two' }).closest('li')?.remove();
  await Promise.resolve();
  expect(document.activeElement).toBe(document.body);
});

function Pages({ words }: { readonly words: readonly ReactNode[] }) {
  const [isAll, setAll] = useState(false);
  return (
    <main id="work" tabIndex={-1}>
      <ul>
        {(isAll ? words : words.slice(0, 1)).map((word, at) => (
          <li key={at}>{word}</li>
        ))}
      </ul>
      {!isAll && <button onClick={() => setAll(true)}>More</button>}
      <button>Far below</button>
    </main>
  );
}

it.each([
  [
    'its link',
    [
      <a key="a" href="/a">
        old
      </a>,
      <a key="b" href="/b">
        new
      </a>,
      <a key="c" href="/c">
        newer
      </a>,
    ],
    'A',
  ],
  ['its words, where there is nothing to press', ['old', 'new', 'newer'], 'LI'],
] as const)(
  'where the last page of a list takes “More” away, focus is on the first thing that is new: %s',
  async (_, words, tag) => {
    render(<Pages words={words} />);
    await press('More');
    await waitFor(() => expect(focused()).toBe('new'));
    expect(document.activeElement?.tagName).toBe(tag);
  },
);

it('of a text that is read on to its end, focus is on the first paragraph that is new', async () => {
  const Text = () => {
    const [isAll, setAll] = useState(false);
    return (
      <article>
        <p>old</p>
        {isAll && <p>new</p>}
        {isAll && <p>newer</p>}
        {!isAll && <button onClick={() => setAll(true)}>Read on</button>}
      </article>
    );
  };
  render(<Text />);
  await press('Read on');
  await waitFor(() => expect(focused()).toBe('new'));
});

it('a question that took along what it was asked by leaves focus on the work', async () => {
  render(<main id="work" tabIndex={-1} />);
  const over = document.body.appendChild(document.createElement('div'));
  over.innerHTML = '<button>Delete</button>';
  over.querySelector('button')?.focus();
  over.remove();
  await waitFor(() => expect(focused()).toBe('work'));
});

it('a question that is over only after what it was asked by is gone leaves focus on what is in its place', async () => {
  render(
    <main id="work" tabIndex={-1}>
      <ul>
        {['one', 'two', 'three'].map((word) => (
          <li key={word}>
            <button>{word}</button>
          </li>
        ))}
      </ul>
    </main>,
  );
  const asker = screen.getByRole('button', { name: 'two' });
  asker.focus();
  const over = document.body.appendChild(document.createElement('div'));
  over.innerHTML = '<div role="alertdialog"><button>Delete</button></div>';
  over.querySelector('button')?.focus();
  asker.closest('li')?.remove();
  await Promise.resolve();
  over.remove();
  await waitFor(() => expect(focused()).toBe('three'));
});

it('a question asked from a menu that is gone leaves focus on what the menu was opened with', async () => {
  render(
    <main id="work" tabIndex={-1}>
      <button>More for two</button>
    </main>,
  );
  screen.getByRole('button', { name: 'More for two' }).focus();
  const open = (html: string) => {
    const over = document.body.appendChild(document.createElement('div'));
    over.innerHTML = html;
    over.querySelector<HTMLElement>('[tabindex], button')?.focus();
    return over;
  };
  const menu = open(
    '<div data-trigger="MenuTrigger"><div role="menu"><p role="menuitem" tabindex="-1">Delete</p></div></div>',
  );
  const question = open('<div role="alertdialog"><button>Delete two</button></div>');
  menu.remove();
  await Promise.resolve();
  question.remove();
  await waitFor(() => expect(document.activeElement?.tagName).toBe('BUTTON'));
});
