import { PlainButton, Skeleton } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { useBoards } from '../../boards/index.ts';
import { useFacets } from '../hooks/useFacets.ts';
import { useModelNames } from '../hooks/useModelNames.ts';
import { useSizeWords } from '../hooks/useSizeWords.ts';
import { narrow, narrowingsOf, wholeWall, widen } from '../model/wall-filter.ts';
import type { GallerySearch, Narrowing } from '../model/wall-filter.ts';
import { DateFilter } from './DateFilter.tsx';
import { FacetGroup } from './FacetGroup.tsx';
import type { FacetOption } from './FacetGroup.tsx';
import type { Narrowed } from './GalleryTools.tsx';
import '../facets.css';

export interface FilterPanelProps extends Narrowed {
  /** In words, how many pictures there are; false while that is not known. */
  readonly counted: string | false;
}

/** Everything the wall can be narrowed by, with how many pictures each step would leave. The wall follows at once. */
export function FilterPanel({ counted, search, onSearch }: FilterPanelProps) {
  const { t } = useTranslation(['pictures', 'gallery', 'shell']);
  const { isPending, error, refetch, exact, groups } = useGroups({ search, onSearch });
  const narrowings = narrowingsOf(search);
  return (
    <div className="facets">
      <FailureNotice
        error={error}
        words={t('pictures:facetsFailed')}
        action={<PlainButton onPress={() => void refetch()}>{t('shell:retry')}</PlainButton>}
      />
      <DateFilter search={search} onSearch={onSearch} />
      {isPending && error === null && (
        <div role="status" aria-label={t('pictures:facetsLoading')} className="facets__loading">
          <Skeleton height="32px" />
          <Skeleton height="32px" />
        </div>
      )}
      {groups.map((group) => (
        <FacetGroup key={group.title} isExact={exact} {...group} />
      ))}
      {!exact && <p className="facets__note">{t('pictures:facetsInexact')}</p>}
      <footer className="facets__foot">
        <p className="ui-figures" role="status">
          {counted}
        </p>
        <PlainButton variant="quiet" isDisabled={narrowings.length === 0} onPress={() => onSearch(wholeWall(search))}>
          {t('gallery:clearFilters')}
        </PlainButton>
      </footer>
    </div>
  );
}

/** What can be chosen of each kind; what is chosen is pressed, and pressing it again lets it go. */
function useGroups({ search, onSearch }: Narrowed) {
  const { t } = useTranslation(['pictures', 'gallery']);
  const { starredCount, models, shapes, tags, sizes, boards: onBoards, ...facets } = useFacets(search);
  const { data: boards = [] } = useBoards();
  const modelName = useModelNames();
  const { stepWords } = useSizeWords();
  // A board knows how many pictures are on it; how many of them fit what else is asked for is counted.
  const isBoardAlone = narrowingsOf(search).every((one) => one === 'boardId');
  // Where not all were counted, some may be on boards that none of the counted ones is on.
  const none = onBoards && facets.exact ? 0 : null;
  const option = (by: Narrowing, choice: GallerySearch, rest: { name: string; count: number | null }): FacetOption => {
    const [key = ''] = Object.keys(choice);
    const [id] = Object.values(choice) as (string | number | true)[];
    const isChosen = (search as Readonly<Record<string, unknown>>)[key] === id;
    const onPress = () => onSearch(isChosen ? widen(search, by) : narrow(search, by, choice));
    return { id: String(id), ...rest, isChosen, onPress };
  };
  const shapeNames = { SQUARE: t('square'), LANDSCAPE: t('landscape'), PORTRAIT: t('portrait') };
  const groups = [
    {
      title: t('gallery:starred'),
      options: [option('starred', { starred: true }, { name: t('gallery:starredOnly'), count: starredCount })],
    },
    {
      title: t('onBoards'),
      options: boards.map(({ id, name, imageCount }) =>
        option('boardId', { boardId: id }, { name, count: isBoardAlone ? imageCount : (onBoards?.get(id) ?? none) }),
      ),
    },
    {
      title: t('model'),
      options: models.map(({ model, count }) =>
        option('modelId', { modelId: model.id }, { name: modelName(model.id), count }),
      ),
    },
    {
      title: t('filterShape'),
      options: shapes.map(({ shape, count }) => option('shape', { shape }, { name: shapeNames[shape], count })),
    },
    {
      title: t('size'),
      options: sizes.map(({ pixelsMin, count }) =>
        option('size', { pixelsMin }, { name: stepWords(pixelsMin), count }),
      ),
    },
    {
      title: t('tagsName'),
      options: tags.map(({ tag, count }) => option('tag', { tag }, { name: `#${tag}`, count })),
    },
  ];
  return { ...facets, groups: groups.filter(({ options }) => options.length > 0) };
}
