import type { Figure } from '../main-job.ts';
import type { PageLoad } from './page-load.ts';

const median = (all: readonly PageLoad[], read: (load: PageLoad) => number) =>
  all.map(read).toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0;

/** What cold loads of a page took. */
export function loadFigures(path: string, all: readonly PageLoad[]): Figure[] {
  const scriptKb = median(all, (load) => load.scriptBytes) / 1_000;
  const largestPaintS = median(all, (load) => load.largestPaintMs) / 1_000;
  return [
    { name: `${path}: script of a first load`, value: scriptKb, unit: 'kB', goal: '≤ 130 kB' },
    { name: `${path}: largest paint`, value: largestPaintS, unit: 's', goal: '≤ 1.8 s' },
    { name: `${path}: layout shift`, value: median(all, (load) => load.layoutShift), unit: '', goal: '≤ 0.02' },
  ];
}

/** What cold loads of a gallery with so many pictures took. */
export function pictureFigures(count: number, all: readonly PageLoad[]): Figure[] {
  const name = `/gallery with ${count} pictures`;
  return [
    {
      name: `${name}: a first one is there`,
      value: median(all, (load) => load.firstPictureMs) / 1_000,
      unit: 's',
      goal: '',
    },
    { name: `${name}: layout shift`, value: median(all, (load) => load.layoutShift), unit: '', goal: '≤ 0.02' },
  ];
}
