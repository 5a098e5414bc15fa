import { createElement } from 'react';
import type { BlockPartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { PrintWords } from './PrintWords.tsx';
import type { Mark } from './PrintWords.tsx';

interface BlockViewProps {
  readonly block: BlockPartsFragment;
  /** The passage that the cursor of the proof view stands on. */
  readonly mark?: Mark | undefined;
  readonly onPlace?: ((path: readonly number[], offset: number) => void) | undefined;
}

/** A block as print shows it. */
export function BlockView({ block, mark, onPlace }: BlockViewProps) {
  const { t } = useTranslation('documents');
  // What the studio says of a block is not in the language of the document.
  const ours = useLocale();
  const words = (text: string, path: readonly number[] = [], spans = block.spans) => (
    <PrintWords text={text} spans={spans} path={path} mark={mark} onPlace={onPlace} />
  );
  switch (block.kind) {
    case 'HEADING':
      return createElement(`h${Math.min(6, (block.level ?? 1) + 1)}`, { id: `block-${block.id}` }, words(block.text));
    case 'LIST':
      return (
        <ul className="print__list">
          {block.items?.map((item, at) => (
            <li key={at} style={{ marginInlineStart: `${item.depth * 1.5}em` }}>
              <span className="print__marker">{item.marker}</span> {words(item.text, [at], item.spans)}
            </li>
          ))}
        </ul>
      );
    case 'TABLE':
      return (
        <div className="print__table" role="group" aria-label={block.caption ?? t('table')} tabIndex={0}>
          <table>
            {block.caption !== null && <caption>{block.caption}</caption>}
            <tbody>
              {block.rows?.map(({ cells }, row) => (
                <tr key={row}>
                  {cells.map((cell, at) =>
                    createElement(
                      cell.isHeader ? 'th' : 'td',
                      { key: at, colSpan: cell.columnSpan, rowSpan: cell.rowSpan },
                      words(cell.text, [row, at], []),
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'FIGURE':
      return (
        <p className="print__figure">
          <strong lang={ours}>{t('figure')}</strong>{' '}
          {block.text === '' ? <span lang={ours}>{t('figureUnknown')}</span> : words(block.text)}
          {block.caption !== null && ` — ${block.caption}`}
        </p>
      );
    case 'MATH':
      return <pre className="print__math">{words(block.text)}</pre>;
    case 'NOTE':
      return (
        <p className="print__note">
          {block.label}) {words(block.text)}
        </p>
      );
    case 'PAGE_BREAK':
      return (
        <p lang={ours} className="print__page">
          {t('printPage', { page: block.text })}
        </p>
      );
    case 'PARAGRAPH':
      return <p>{words(block.text)}</p>;
  }
}
