import { announce, Badge, IconButton, Menu, Notice } from '@modu/ui';
import { ArrowDown, ArrowUp, EllipsisVertical, EyeOff, Pencil, RotateCcw, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { BlockPartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
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
  const onMove = (afterBlockId: string | null | undefined) => {
    if (afterBlockId !== undefined) move.mutate({ block, afterBlockId }, { onSuccess: () => announce(t('moved')) });
  };
  const onLeaveOut = () => correct.mutate({ block, changes: [{ isLeftOut: !block.isLeftOut }] });
  const close = () => {
    setIsOpen(false);
    row.current?.focus();
  };
  return (
    <li ref={row} tabIndex={-1} className="block-row" data-left-out={block.isLeftOut || undefined} aria-label={name}>
      {isOpen ? (
        <BlockForm block={block} language={language} onDone={close} onCancel={close} />
      ) : (
        <div className="block-row__view" lang={language}>
          <BlockView block={block} />
        </div>
      )}
      <div className="block-row__deeds">
        {block.isLeftOut && <Badge>{t('leftOut')}</Badge>}
        {block.isCorrected && !block.isLeftOut && <Badge>{t('corrected')}</Badge>}
        <IconButton label={t('correctOf', { name })} icon={<Pencil {...ICON} />} onPress={() => setIsOpen(!isOpen)} />
        <Menu
          trigger={<IconButton label={t('moreOf', { name })} icon={<EllipsisVertical {...ICON} />} />}
          groups={[
            [
              {
                id: 'up',
                name: t('moveUp'),
                icon: <ArrowUp {...ICON} />,
                isDisabled: up === undefined,
                onAction: () => onMove(up),
              },
              {
                id: 'down',
                name: t('moveDown'),
                icon: <ArrowDown {...ICON} />,
                isDisabled: down === undefined,
                onAction: () => onMove(down),
              },
            ],
            [
              block.isLeftOut
                ? { id: 'in', name: t('takeIn'), icon: <RotateCcw {...ICON} />, onAction: onLeaveOut }
                : { id: 'out', name: t('leaveOut'), icon: <EyeOff {...ICON} />, onAction: onLeaveOut },
              ...(block.isCorrected
                ? [
                    {
                      id: 'read',
                      name: t('asRead'),
                      icon: <Undo2 {...ICON} />,
                      onAction: () => correct.mutate({ block, changes: [{ asRead: true }] }),
                    },
                  ]
                : []),
            ],
          ]}
        />
      </div>
      {problem && <Notice tone="negative">{problem.message}</Notice>}
    </li>
  );
}
