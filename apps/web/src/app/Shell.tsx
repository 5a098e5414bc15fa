import { Outlet, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { JobTray, useJobsLive } from '../features/queue/index.ts';
import { ConnectionNotice } from './ConnectionNotice.tsx';
import { Rail } from './Rail.tsx';
import './shell.css';

/** The studio around every page: rail, work, what runs. */
export function Shell() {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  useJobsLive();
  return (
    <div className="shell">
      <a href="#work" className="shell__skip">
        {t('skip')}
      </a>
      <Rail />
      <div className="shell__room">
        <ConnectionNotice />
        <main id="work" className="shell__work" tabIndex={-1}>
          <Outlet />
        </main>
        <JobTray onShow={(job) => void navigate({ to: '/', search: { job } })} />
      </div>
    </div>
  );
}
