import { ChoiceGroup } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';
import { FILE_KINDS } from '../model/file-kind.ts';
import type { FileKind } from '../model/file-kind.ts';

export interface TypeFilterProps {
  readonly value: FileKind;
  readonly onChange: (kind: FileKind) => void;
}

const NAMES = {
  all: 'filterAll',
  pictures: 'filterPictures',
  sound: 'filterSound',
  film: 'filterFilm',
  pdf: 'filterPdf',
  text: 'filterText',
  trash: 'filterTrash',
} as const satisfies Record<FileKind, string>;

/** Which kind of files to show. */
export function TypeFilter({ value, onChange }: TypeFilterProps) {
  const { t } = useTranslation('files');
  const choices = FILE_KINDS.map((id) => ({ id, name: t(NAMES[id]) }));
  const choose = (id: string) => onChange(FILE_KINDS.find((kind) => kind === id) ?? 'all');
  return <ChoiceGroup label={t('filter')} hidesLabel choices={choices} value={value} onChange={choose} />;
}
