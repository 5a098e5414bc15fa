import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { JOBS_KEY, useIsBeginner, useJobs, useOfJobs } from '../../queue/index.ts';
import { chooseScene, filmstripOf, freshOf } from '../model/scene.ts';
import type { Choice, Scene, StudioPicture } from '../model/scene.ts';
import { FILMSTRIP_MAX, LATEST_KEY, usePictures } from './usePictures.ts';

export interface Wall {
  readonly scene: Scene;
  readonly filmstrip: readonly StudioPicture[];
  readonly shownId: string | null;
  /** Nobody chose what hangs in the strip. */
  readonly isLatest: boolean;
  readonly showJob: (jobId: string) => void;
  readonly showPicture: (pictureId: string) => void;
  readonly readAgain: () => void;
}

const NONE: readonly StudioPicture[] = [];

/** What hangs on the wall: the job in the address if there is one, else what was pressed, else what the studio picks. */
export function useScene({ jobId, onJob }: { jobId: string | null; onJob: (jobId: string | null) => void }): Wall {
  const [pictureId, setPictureId] = useState<string | null>(null);
  const { jobs, isReady: hasJobs } = useJobs();
  const { pictures, isReady: hasPictures } = usePictures();
  const isBeginner = useIsBeginner();
  const fresh = useOfJobs(freshOf) ?? NONE;
  const filmstrip = useMemo(() => filmstripOf({ fresh, pictures }, { max: FILMSTRIP_MAX }), [fresh, pictures]);
  const showPicture = useCallback(
    (id: string) => {
      setPictureId(id);
      onJob(null);
    },
    [onJob],
  );
  const isReady = isBeginner || (hasJobs && hasPictures);
  const scene = useMemo(
    () => chooseScene({ choice: choiceOf({ jobId, pictureId }), jobs, pictures: filmstrip, isReady }),
    [jobId, pictureId, jobs, filmstrip, isReady],
  );
  return {
    scene,
    filmstrip,
    isLatest: pictureId === null,
    shownId: scene.kind === 'picture' ? scene.picture.id : null,
    showJob: (id) => {
      setPictureId(null);
      onJob(id);
    },
    showPicture,
    readAgain: useReadAgain(),
  };
}

/** Reads pictures and jobs again, for links that have ended: once, however many of them do so in one moment. */
function useReadAgain(): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    for (const queryKey of [LATEST_KEY, JOBS_KEY])
      void client.invalidateQueries({ queryKey }, { cancelRefetch: false });
  }, [client]);
}

function choiceOf({ jobId, pictureId }: { jobId: string | null; pictureId: string | null }): Choice {
  if (jobId !== null) return { kind: 'job', id: jobId };
  return pictureId === null ? null : { kind: 'picture', id: pictureId };
}
