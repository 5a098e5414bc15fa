import { getRouteApi } from '@tanstack/react-router';
import { CreatePage } from '../features/create/CreatePage.tsx';

const route = getRouteApi('/studio/');

/** `/`, with the job to look at in `?job=`. */
export function CreateRoute() {
  const { job } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <CreatePage
      jobId={job ?? null}
      onJob={(next) => void navigate({ search: next === null ? {} : { job: next }, replace: true })}
    />
  );
}
