import { CreatePage } from '../features/create/CreatePage.tsx';
import { parseCreateSearch } from '../features/create/model/create-search.ts';
import { go, useSearch } from '../lib/way/index.ts';

const onJob = (next: string | null) => void go({ to: '/', search: next === null ? {} : { job: next }, replace: true });

/** `/`, with the job to look at in `?job=`. */
export function CreateRoute() {
  const { job } = useSearch(parseCreateSearch);
  return <CreatePage jobId={job ?? null} onJob={onJob} />;
}
