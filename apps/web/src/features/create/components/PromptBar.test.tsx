import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Speak } from '../../../lib/language/testing/Speak.tsx';
import type { FieldProblems } from '../model/field-problems.ts';
import { PromptBar } from './PromptBar.tsx';

interface DeskProps {
  readonly onSubmit: () => void;
  readonly problems?: FieldProblems;
}

function Desk({ onSubmit, problems = {} }: DeskProps) {
  const [prompt, setPrompt] = useState('');
  const [isOpen, setOpen] = useState(true);
  return (
    <PromptBar
      prompt={prompt}
      charactersMax={20}
      onChange={setPrompt}
      onSubmit={onSubmit}
      isStarting={false}
      problems={problems}
      quote="12 credits, about 8 s"
      isInspectorOpen={isOpen}
      onInspector={setOpen}
    />
  );
}

describe('the prompt bar', () => {
  it.each([
    ['en', 'Prompt', 'Create'],
    ['ko', '프롬프트', '만들기'],
  ] as const)('in %s is a text box called %s and a button called %s', async (locale, prompt, create) => {
    const onSubmit = vi.fn();
    render(
      <Speak locale={locale}>
        <Desk onSubmit={onSubmit} />
      </Speak>,
    );
    await userEvent.type(screen.getByRole('textbox', { name: prompt }), '감나무');
    await userEvent.click(screen.getByRole('button', { name: create }));
    expect(onSubmit).toHaveBeenCalledOnce();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: prompt }).value).toBe('감나무');
  });

  it('the button says the price with its name: whoever does not see it beside the button would pay unasked', () => {
    render(
      <Speak>
        <Desk onSubmit={vi.fn()} />
      </Speak>,
    );
    const create = screen.getByRole('button', { name: 'Create' });
    const price = document.getElementById(create.getAttribute('aria-describedby') ?? '');
    expect(price?.textContent).toBe('12 credits, about 8 s');
  });

  it('sends with Ctrl and Enter; Enter alone starts a new line', async () => {
    const onSubmit = vi.fn();
    render(
      <Speak>
        <Desk onSubmit={onSubmit} />
      </Speak>,
    );
    const prompt = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Prompt' });
    await userEvent.type(prompt, 'one{Enter}two');
    expect(onSubmit).not.toHaveBeenCalled();
    expect(prompt.value).toBe('one\ntwo');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(onSubmit).toHaveBeenCalledOnce();
  });

  it('shows a refusal beside the prompt, tied to it', () => {
    render(
      <Speak>
        <Desk onSubmit={() => undefined} problems={{ prompt: 'Too long.', form: 'No credits.' }} />
      </Speak>,
    );
    const prompt = screen.getByRole('textbox', { name: 'Prompt' });
    const described = (prompt.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect(described).toContain('Too long.');
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent.trim())).toEqual([
      'Too long.',
      'No credits.',
    ]);
  });
});

describe('how long a prompt may be', () => {
  const hint = () => {
    const prompt = screen.getByRole('textbox', { name: 'Prompt' });
    return document.getElementById(prompt.getAttribute('aria-describedby') ?? '');
  };
  const begin = () => {
    render(
      <Speak>
        <Desk onSubmit={() => undefined} />
      </Speak>,
    );
    return (words: string) => userEvent.type(screen.getByRole('textbox', { name: 'Prompt' }), words);
  };

  it('is read out before a word is written, and shown when there is little room left', async () => {
    const write = begin();
    expect(hint()?.textContent).toBe('Up to 20 characters');
    expect(hint()?.className).toContain('ui-hidden');
    await write('a lighthouse, rain');
    expect(hint()?.textContent).toBe('2 characters left');
    expect(hint()?.className).not.toContain('ui-hidden');
  });

  it('cuts nothing that is longer: it says by how much', async () => {
    await begin()('a lighthouse in the rain');
    expect(hint()?.textContent).toBe('4 characters too many');
  });
});

describe('an order that is refused', () => {
  const draw = (problems: FieldProblems, onSubmit: () => void = vi.fn()) => (
    <Speak>
      <div className="create">
        <Desk onSubmit={onSubmit} problems={problems} />
        <input aria-label="Seed" aria-invalid={problems.seed !== undefined} />
      </div>
    </Speak>
  );

  it.each([
    ['Prompt', { prompt: 'Say what you want to see.' }],
    ['Seed', { seed: 'This seed is too large.' }],
  ] as const)('puts focus on what it is about, the %s', async (name, problems) => {
    const { rerender } = render(draw({}));
    await userEvent.click(screen.getByRole('button', { name: 'Create' }));
    rerender(draw(problems));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name }));
  });

  it('leaves alone whoever went on meanwhile', async () => {
    const { rerender } = render(draw({}));
    await userEvent.click(screen.getByRole('button', { name: 'Create' }));
    await userEvent.click(screen.getByRole('textbox', { name: 'Seed' }));
    rerender(draw({ prompt: 'Say what you want to see.' }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Seed' }));
  });
});
