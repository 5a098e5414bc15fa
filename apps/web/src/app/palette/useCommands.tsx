import type { Command, CommandGroup } from '@modu/ui';
import { useQueryClient } from '@tanstack/react-query';
import { CircleHelp, Contrast, Languages, MoonStar, Sparkles, Upload } from 'lucide-react';
import { useMemo } from 'react';
import { JOBS_KEY, useJobCaption, useJobWords, showJob } from '../../features/queue/index.ts';
import type { Job } from '../../features/queue/index.ts';
import { useKeptValue } from '../../lib/keep/useKeptValue.ts';
import { switchLanguage, useLocale, useTranslation } from '../../lib/language/index.ts';
import { useMediaQuery } from '../../lib/screen/useMediaQuery.ts';
import { keptTheme } from '../../lib/theme/theme.ts';
import { ICON } from './icon.ts';
import { uploadFiles } from './upload-files.ts';
import { useBoardCommands } from './useBoardCommands.tsx';
import { usePlaceCommands } from './usePlaceCommands.tsx';

const JOBS_MAX = 8;
/** Of hundreds of boards so many are shown at a time. */
const BOARDS_MAX = 8;

export interface CommandsOptions {
  readonly isOpen: boolean;
  readonly onHelp: () => void;
}

/** What the palette offers: places, what can be done from anywhere, the latest jobs and the boards. */
export function useCommands({ isOpen, onHelp }: CommandsOptions) {
  const { t } = useTranslation(['aids', 'shell']);
  const boards = useBoardCommands(isOpen);
  const groups: readonly CommandGroup[] = [
    { name: t('shell:places'), commands: usePlaceCommands() },
    { name: t('doings'), commands: useSettingCommands(onHelp) },
    { name: t('latestJobs'), commands: useJobCommands(isOpen) },
    // Last: they come a moment later, and move nothing that one is about to choose.
    { name: t('boards'), most: BOARDS_MAX, commands: boards.commands },
  ];
  return { groups: groups.filter(({ commands }) => commands.length > 0), isComing: boards.isComing };
}

function useSettingCommands(onHelp: () => void): readonly Command[] {
  const { t } = useTranslation(['aids', 'shell']);
  const theme = useKeptValue(keptTheme);
  const other = useLocale() === 'ko' ? 'en' : 'ko';
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)');
  const isDark = theme.mode === 'dark' || (theme.mode === 'system' && systemIsDark);
  return [
    {
      id: 'upload',
      name: t('uploadFiles'),
      alsoKnownAs: 'upload file 업로드 파일 올리기',
      icon: <Upload {...ICON} />,
      onAction: () => uploadFiles({ failed: t('shell:unreachable'), again: t('shell:retry') }),
    },
    {
      id: 'help',
      name: t('shell:help'),
      alsoKnownAs: 'help keys shortcuts 도움말 단축키',
      icon: <CircleHelp {...ICON} />,
      keys: '?',
      onAction: onHelp,
    },
    {
      id: 'language',
      name: t('otherLanguage'),
      // In English it is said in Korean, for whoever reads no English; in Korean it is a Korean sentence.
      language: 'ko',
      alsoKnownAs: 'language english korean 언어 영어 한국어',
      icon: <Languages {...ICON} />,
      onAction: () => void switchLanguage(other),
    },
    {
      id: 'theme',
      name: t(isDark ? 'toLight' : 'toDark'),
      alsoKnownAs: 'theme dark light 어둡게 밝게 화면',
      icon: <MoonStar {...ICON} />,
      onAction: () => keptTheme.set({ ...theme, mode: isDark ? 'light' : 'dark' }),
    },
    {
      id: 'contrast',
      name: t(theme.contrast === 'more' ? 'lessContrast' : 'moreContrast'),
      alsoKnownAs: 'contrast accessibility 고대비 접근성',
      icon: <Contrast {...ICON} />,
      onAction: () => keptTheme.set({ ...theme, contrast: theme.contrast === 'more' ? 'normal' : 'more' }),
    },
  ];
}

function useJobCommands(isOpen: boolean): readonly Command[] {
  const client = useQueryClient();
  // As they stood when the palette opened: what one is about to choose does not move.
  const jobs = useMemo(() => (isOpen ? (client.getQueryData<readonly Job[]>(JOBS_KEY) ?? []) : []), [client, isOpen]);
  const caption = useJobCaption();
  const words = useJobWords();
  return jobs.slice(0, JOBS_MAX).map((job) => ({
    id: `job-${job.id}`,
    name: caption(job),
    note: words(job),
    icon: <Sparkles {...ICON} />,
    onAction: () => showJob(job),
  }));
}
