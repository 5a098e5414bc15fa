import { Button } from '@modu/ui';
import { DownloadFailed, useDownloadFile } from '../../../lib/download/index.ts';
import type { RenditionCardFragment } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { JobLine } from '../../queue/index.ts';
import { Link } from '../../../lib/way/index.ts';

/** One writing of a document in braille: what it is, how far it is, and its files. */
export function RenditionRow({
  rendition,
  name,
}: {
  readonly rendition: RenditionCardFragment;
  readonly name: string;
}) {
  const { t } = useTranslation('documents');
  const download = useDownloadFile();
  const { id, state, pageCount, cellsPerLine, linesPerPage, brf, pef, unicode, job } = rendition;
  return (
    <li className="rendition">
      <span className="rendition__name">{name}</span>
      <span className="thing-note ui-figures">
        {t('renditionFacts', { pages: pageCount, cells: cellsPerLine, lines: linesPerPage })}
      </span>
      {state === 'BRAILLING' && <span>{t('brailling')}</span>}
      <span className="rendition__deeds">
        {pageCount > 0 && (
          <Link to="/braille/$renditionId" params={{ renditionId: id }} className="ui-button" data-variant="outline">
            {t('proof')}
          </Link>
        )}
        {brf !== null && <Button onPress={() => download.mutate(brf.id)}>{t('downloadBrf')}</Button>}
        {unicode !== null && <Button onPress={() => download.mutate(unicode.id)}>{t('downloadUnicode')}</Button>}
        {pef !== null && <Button onPress={() => download.mutate(pef.id)}>{t('downloadPef')}</Button>}
      </span>
      {state === 'BRAILLING' && <JobLine jobId={job.id} label={`${t('brailling')}: ${name}`} />}
      <DownloadFailed download={download} />
    </li>
  );
}
