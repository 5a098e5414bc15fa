import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { Button } from '../button/Button.tsx';
import { TextField } from '../field/TextField.tsx';
import { inLanguage } from '../stories/index.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { Dialog } from './Dialog.tsx';
import { Drawer } from './Drawer.tsx';
import { Sheet } from './Sheet.tsx';

const WORDS = {
  en: {
    open: 'Rename',
    title: 'Rename the album',
    close: 'Close',
    cancel: 'Cancel',
    save: 'Save',
    name: 'Album name',
    value: 'Autumn in Gyeongju',
    question: 'Delete 3 pictures?',
    result: 'They go to the bin and are gone after 30 days.',
    remove: 'Delete',
    keep: 'Keep',
  },
  ko: {
    open: '이름 바꾸기',
    title: '앨범 이름 바꾸기',
    close: '닫기',
    cancel: '취소',
    save: '저장',
    name: '앨범 이름',
    value: '경주의 가을',
    question: '그림 3장을 지울까요?',
    result: '휴지통에 30일 동안 있다가 사라져요.',
    remove: '지우기',
    keep: '그대로 두기',
  },
};
const onConfirm = fn();

const meta = {
  title: 'Design system/Overlays/Dialogs',
  component: Dialog,
  subcomponents: { ConfirmDialog, Drawer, Sheet },
  args: { title: 'Rename', closeLabel: 'Close', isOpen: true, onOpenChange: () => undefined, children: '' },
  parameters: {
    layout: 'fullscreen',
    docs: { story: { inline: false, height: '360px' } },
    guide: {
      do: [
        'Ask one thing, with the verb on the button.',
        'Offer the safe answer first when something is hard to take back.',
        'Use a Drawer or a Sheet for something long.',
      ],
      dont: [
        'Don’t open a dialog over a dialog.',
        'Don’t ask “Are you sure?” about what can be undone: do it and offer Undo (toast).',
      ],
    },
  },
} satisfies Meta<typeof Dialog>;

export default meta;
type Story = StoryObj<typeof meta>;
type Words = (typeof WORDS)['en'];

function Opened({
  children,
}: {
  readonly children: (isOpen: boolean, setOpen: (isOpen: boolean) => void) => ReactNode;
}) {
  const [isOpen, setOpen] = useState(true);
  return <div style={{ minHeight: 340 }}>{children(isOpen, setOpen)}</div>;
}

const Name = ({ words }: { readonly words: Words }) => (
  <TextField label={words.name} value={words.value} onChange={() => undefined} />
);

export const InTheMiddle: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <Opened>
        {(isOpen, setOpen) => (
          <Dialog
            title={words.title}
            closeLabel={words.close}
            isOpen={isOpen}
            onOpenChange={setOpen}
            footer={
              <>
                <Button onPress={() => setOpen(false)}>{words.cancel}</Button>
                <Button variant="primary">{words.save}</Button>
              </>
            }
          >
            <Name words={words} />
          </Dialog>
        )}
      </Opened>
    );
  },
};

export const Question: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <Opened>
        {(isOpen, setOpen) => (
          <ConfirmDialog
            title={words.question}
            confirmLabel={words.remove}
            cancelLabel={words.keep}
            isDanger
            isOpen={isOpen}
            onOpenChange={setOpen}
            onConfirm={onConfirm}
          >
            {words.result}
          </ConfirmDialog>
        )}
      </Opened>
    );
  },
  play: async ({ canvasElement }) => {
    const page = within(canvasElement.ownerDocument.body);
    await expect(await page.findByRole('alertdialog')).toBeVisible();
    await expect(page.getByRole('button', { name: /Keep|그대로/u })).toHaveFocus();
  },
};

export const AtTheSide: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <Opened>
        {(isOpen, setOpen) => (
          <Drawer title={words.title} closeLabel={words.close} isOpen={isOpen} onOpenChange={setOpen}>
            <Name words={words} />
          </Drawer>
        )}
      </Opened>
    );
  },
};

export const FromBelow: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <Opened>
        {(isOpen, setOpen) => (
          <Sheet title={words.title} closeLabel={words.close} isOpen={isOpen} onOpenChange={setOpen}>
            <Name words={words} />
          </Sheet>
        )}
      </Opened>
    );
  },
};

export const FocusComesBack: Story = {
  render: function Render(_, context) {
    const words = inLanguage(context, WORDS);
    const [isOpen, setOpen] = useState(false);
    return (
      <div style={{ minHeight: 120, padding: 16 }}>
        <Button onPress={() => setOpen(true)}>{words.open}</Button>
        <Dialog title={words.title} closeLabel={words.close} isOpen={isOpen} onOpenChange={setOpen}>
          <Name words={words} />
        </Dialog>
      </div>
    );
  },
  play: async ({ canvasElement }) => {
    const page = within(canvasElement.ownerDocument.body);
    const opener = page.getByRole('button', { name: /Rename|이름 바꾸기/u });
    await userEvent.click(opener);
    await expect(await page.findByRole('dialog')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect(page.queryByRole('dialog')).toBeNull();
    await waitFor(() => expect(opener).toHaveFocus());
  },
};
