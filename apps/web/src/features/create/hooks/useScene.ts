import { useState } from 'react';
import { useJobs } from '../../queue/index.ts';
import { chooseScene, filmstripOf } from '../model/scene.ts';
import type { Choice, Scene, StudioPicture } from '../model/scene.ts';
import { FILMSTRIP_MAX, usePictures } from './usePictures.ts';

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

/** What hangs on the wall: the job in the address if there is one, else what was pressed, else what the studio picks. */
export function useScene({ jobId, onJob }: { jobId: string | null; onJob: (jobId: string | null) => void }): Wall {
  const [pictureId, setPictureId] = useState<string | null>(null);
  const { jobs, isReady: hasJobs } = useJobs();
  const { pictures, isReady: hasPictures, readAgain } = usePictures();
  const choice = choiceOf({ jobId, pictureId });
  const filmstrip = filmstripOf({ jobs, pictures }, { max: FILMSTRIP_MAX });
  const scene = chooseScene({ choice, jobs, pictures: filmstrip, isReady: hasJobs && hasPictures });
  return {
    scene,
    filmstrip,
    isLatest: pictureId === null,
    shownId: scene.kind === 'picture' ? scene.picture.id : null,
    showJob: (id) => {
      setPictureId(null);
      onJob(id);
    },
    showPicture: (id) => {
      setPictureId(id);
      onJob(null);
    },
    readAgain,
  };
}

function choiceOf({ jobId, pictureId }: { jobId: string | null; pictureId: string | null }): Choice {
  if (jobId !== null) return { kind: 'job', id: jobId };
  return pictureId === null ? null : { kind: 'picture', id: pictureId };
}
