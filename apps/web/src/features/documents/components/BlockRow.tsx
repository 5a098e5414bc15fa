import { announce, Badge, IconButton, Menu } from '@modu/ui';
import type { MenuAction } from '@modu/ui';
import { ArrowDown, ArrowUp, EllipsisVertical, EyeOff, Pencil, RotateCcw, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { BlockPartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { useCorrectBlock, useMoveBlock } from '../hooks/useCorrections.ts';
import { useKindNames } from '../hooks/useKindNames.ts';
import { BlockForm } from './BlockForm.tsx';
import { BlockView } from './BlockView.tsx';

interface BlockRowProps {
  readonly block: BlockPartsFragment;
  readonly language: string;
  /** Behind which block it would be, one place up or down; undefined where it is at the end of what is shown. */
  readonly up: string | null | undefined;
  readonly down: string | undefined;
}

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;
const NAME_CHARS = 40;
/** Below this a recognised block is worth a look. */
const SURE = 0.95;

/** A block that can be corrected, with what can be done to it beside it. */
export function BlockRow({ block, language, up, down }: BlockRowProps) {
  const { t } = useTranslation('documents');
  const kinds = useKindNames();
  const row = useRef<HTMLLIElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const correct = useCorrectBlock();
  const move = useMoveBlock();
  const problem = correct.error ?? move.error;
  const name = `${kinds[block.kind]}: ${(block.text || block.items?.[0]?.text || block.caption || '').slice(0, NAME_CHARS)}`;
  const onMove = (afterBlockId: string | null) =>
    move.mutate({ block, afterBlockId }, { onSuccess: () => announce(t('moved')) });
  const close = () => {
    setIsOpen(false);
    row.current?.focus();
  };
  const onSaved = () => {
    close();
    announce(t('saved'));
  };
  const onChange = (change: PartChange) =>
    correct.mutate({ block, changes: [change] }, { onSuccess: () => announce(t(doneWords(change))) });
  return (
    <li ref={row} tabIndex={-1} className="block-row" data-left-out={block.isLeftOut || undefined} aria-label={name}>
      {isOpen ? (
        <BlockForm block={block} language={language} onDone={onSaved} onCancel={close} />
      ) : (
        <div className="block-row__view" lang={language}>
          <BlockView block={block} />
        </div>
      )}
      <div className="block-row__deeds">
        {block.confidence !== null && block.confidence < SURE && (
          <Badge>{t('unsure', { share: block.confidence })}</Badge>
        )}
        {block.isLeftOut && <Badge>{t('leftOut')}</Badge>}
        {block.isCorrected && !block.isLeftOut && <Badge>{t('corrected')}</Badge>}
        <IconButton label={t('correctOf', { name })} icon={<Pencil {...ICON} />} onPress={() => setIsOpen(!isOpen)} />
        <BlockMenu
          block={block}
          name={name}
          onMoveUp={up === undefined ? undefined : () => onMove(up)}
          onMoveDown={down === undefined ? undefined : () => onMove(down)}
          onChange={onChange}
        />
      </div>
      <FailureNotice error={problem} />
    </li>
  );
}

/** What is done to a block as a whole. */
interface PartChange {
  readonly isLeftOut?: boolean;
  readonly asRead?: boolean;
}

const doneWords = ({ isLeftOut }: PartChange) =>
  isLeftOut === undefined ? 'asReadAgain' : isLeftOut ? 'leftOut' : 'takenIn';

interface BlockMenuProps {
  readonly block: BlockPartsFragment;
  readonly name: string;
  readonly onMoveUp: (() => void) | undefined;
  readonly onMoveDown: (() => void) | undefined;
  readonly onChange: (change: PartChange) => void;
}

function BlockMenu({ block, name, onMoveUp, onMoveDown, onChange }: BlockMenuProps) {
  const { t } = useTranslation('documents');
  const step = (id: string, words: string, icon: ReactNode, onAction: (() => void) | undefined): MenuAction => ({
    ...{ id, name: words, icon, isDisabled: onAction === undefined },
    onAction: () => onAction?.(),
  });
  const place = [
    step('up', t('moveUp'), <ArrowUp {...ICON} />, onMoveUp),
    step('down', t('moveDown'), <ArrowDown {...ICON} />, onMoveDown),
  ];
  const part = block.isLeftOut
    ? step('in', t('takeIn'), <RotateCcw {...ICON} />, () => onChange({ isLeftOut: false }))
    : step('out', t('leaveOut'), <EyeOff {...ICON} />, () => onChange({ isLeftOut: true }));
  const asRead = step('read', t('asRead'), <Undo2 {...ICON} />, () => onChange({ asRead: true }));
  return (
    <Menu
      trigger={<IconButton label={t('moreOf', { name })} icon={<EllipsisVertical {...ICON} />} />}
      groups={[place, block.isCorrected ? [part, asRead] : [part]]}
    />
  );
}
