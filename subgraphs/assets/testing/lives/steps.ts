import fc from 'fast-check';
import type { Trouble } from '../failing-deps.ts';

export const FILES = [0, 1, 2, 3] as const;
export type FileNumber = (typeof FILES)[number];

/** What a person does with one of their files. */
const OF_A_PERSON = [
  'request',
  'put',
  'complete',
  'abort',
  'trash',
  'restore',
  'delete',
  'cover',
  'uncover',
  'share',
  'unshare',
] as const;
/** What comes about by itself. */
export const BY_ITSELF = [
  'derive',
  'describe',
  'tidy',
  'reconcile',
  'wait',
  'wait a day',
  'wait for the trash',
] as const;
/** Accounts end in few lives: see the encounters. */
export type Act = (typeof OF_A_PERSON)[number] | (typeof BY_ITSELF)[number] | 'depart';

/** Acts of a person while another act is at work: so many calls to the database or the bucket in. */
export interface Meanwhile {
  readonly acts: readonly Act[];
  readonly file: FileNumber;
  readonly after: number;
}

export interface Step {
  readonly act: Act;
  readonly file: FileNumber;
  readonly trouble: Trouble | undefined;
  readonly meanwhile: Meanwhile | undefined;
}

/** What one may do while something else is at work: one thing, or several in a row. */
const MEANWHILE: readonly (readonly Act[])[] = [
  ...[...OF_A_PERSON, 'tidy' as const, 'derive' as const].map((act) => [act]),
  ['request', 'put', 'complete'],
  ['abort', 'request'],
];

const file = fc.constantFrom(...FILES);
/** Most acts take fewer calls than this; a person who is later than the last one comes after it. */
const after = fc.nat({ max: 14 });

const trouble = fc.record({
  kind: fc.constantFrom('host', 'database', 'bucket'),
  after: fc.nat({ max: 9 }),
  tookEffect: fc.boolean(),
  lasts: fc.integer({ min: 1, max: 4 }),
}) satisfies fc.Arbitrary<Trouble>;

const step = fc.record({
  act: fc.constantFrom<Act[]>(...OF_A_PERSON, ...BY_ITSELF),
  file,
  trouble: fc.option(trouble, { nil: undefined, freq: 3 }),
  meanwhile: fc.option(fc.record({ acts: fc.constantFrom(...MEANWHILE), file, after }), {
    nil: undefined,
    freq: 2,
  }),
}) satisfies fc.Arbitrary<Step>;

const UPLOAD = ['request', 'put', 'complete'] as const;

interface Encounter {
  readonly before: readonly Act[];
  /** What is at work, */
  readonly act: Act;
  /** and who comes in between. */
  readonly acts: readonly Act[];
}

const ENCOUNTERS: readonly Encounter[] = [
  // Taken out of the trash while that is emptied.
  { before: [...UPLOAD, 'trash', 'wait for the trash'], act: 'tidy', acts: ['restore'] },
  // Completed, renewed or both while it expires.
  { before: ['request', 'put', 'wait'], act: 'tidy', acts: ['complete'] },
  { before: ['request', 'put', 'wait'], act: 'tidy', acts: ['request', 'complete'] },
  { before: ['request', 'put', 'wait'], act: 'complete', acts: ['request'] },
  // Given up while it is completed, and the other way round.
  { before: ['request', 'put'], act: 'complete', acts: ['abort'] },
  { before: ['request', 'put'], act: 'complete', acts: ['abort', 'request', 'put'] },
  { before: ['request', 'put'], act: 'abort', acts: ['complete'] },
  // Deleted while its thumbnails are made.
  { before: UPLOAD, act: 'derive', acts: ['delete'] },
  { before: UPLOAD, act: 'derive', acts: ['delete', 'tidy'] },
  // Deleted, or taken for an orphan, while it is written what it was made from.
  { before: UPLOAD, act: 'describe', acts: ['delete'] },
  { before: [...UPLOAD, 'describe', 'delete'], act: 'tidy', acts: ['describe'] },
  // A link ends while its copy is made, or the picture is deleted.
  { before: UPLOAD, act: 'share', acts: ['unshare'] },
  { before: [...UPLOAD, 'share'], act: 'unshare', acts: ['share'] },
  { before: UPLOAD, act: 'share', acts: ['delete'] },
  { before: UPLOAD, act: 'depart', acts: ['share'] },
  // A cover is made while it is removed, its picture deleted, its owner leaves.
  { before: [...UPLOAD, 'cover'], act: 'uncover', acts: ['cover'] },
  { before: UPLOAD, act: 'cover', acts: ['uncover'] },
  { before: UPLOAD, act: 'cover', acts: ['delete'] },
  { before: UPLOAD, act: 'cover', acts: ['depart'] },
  { before: UPLOAD, act: 'depart', acts: ['cover'] },
  // The account goes while something is on its way.
  { before: ['request', 'put'], act: 'complete', acts: ['depart'] },
  { before: ['request', 'put'], act: 'depart', acts: ['complete'] },
  { before: UPLOAD, act: 'depart', acts: ['request', 'put', 'complete'] },
  { before: UPLOAD, act: 'derive', acts: ['depart'] },
  // A late put is found and removed just as its upload is begun anew and completed.
  {
    before: ['request', 'wait', 'tidy', 'put', 'wait a day', 'wait', 'reconcile', 'wait a day', 'wait'],
    act: 'reconcile',
    acts: UPLOAD,
  },
  // The same, when the record of the first try has gone.
  {
    before: ['request', 'wait', 'tidy', 'put', 'wait for the trash', 'tidy', 'reconcile', 'wait a day', 'wait'],
    act: 'reconcile',
    acts: UPLOAD,
  },
];

const encounter = fc
  .record({ meeting: fc.constantFrom(...ENCOUNTERS), file, after })
  .map(({ meeting: { before, act, acts }, file, after }): Step[] => {
    const quiet = { file, trouble: undefined };
    return [
      ...before.map((one) => ({ ...quiet, act: one, meanwhile: undefined })),
      { ...quiet, act, meanwhile: { acts, file, after } },
    ];
  });

/** Steps in any order, and among them encounters that chance alone would hardly bring about. */
export const life: fc.Arbitrary<Step[]> = fc
  .array(fc.oneof({ weight: 4, arbitrary: step.map((one): Step[] => [one]) }, { weight: 1, arbitrary: encounter }), {
    minLength: 4,
    maxLength: 16,
  })
  .map((parts) => parts.flat());
