import { ChoiceGroup } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';
import { leftToRight } from '../../../lib/words/isolate.ts';
import { shapeOf } from '../model/sizes.ts';
import type { SizeChoice } from '../model/sizes.ts';

export interface SizeFieldProps {
  readonly choices: readonly SizeChoice[];
  readonly size: { readonly width: number; readonly height: number };
  readonly onChange: (size: { width: number; height: number }) => void;
}

const FRAME_PIXELS = 22;

/** The shapes as small frames, with their pixels. */
export function SizeField({ choices, size, onChange }: SizeFieldProps) {
  const { t } = useTranslation('create');
  return (
    <ChoiceGroup
      look="tiles"
      label={t('size')}
      value={shapeOf(size, choices)}
      choices={choices.map(({ shape, width, height }) => ({
        id: shape,
        name: t(shape),
        note: leftToRight(`${width} × ${height}`),
        icon: <Frame width={width} height={height} />,
      }))}
      onChange={(id) => {
        const choice = choices.find(({ shape }) => shape === id);
        if (choice !== undefined) onChange({ width: choice.width, height: choice.height });
      }}
    />
  );
}

function Frame({ width, height }: { readonly width: number; readonly height: number }) {
  const scale = FRAME_PIXELS / Math.max(width, height);
  const [w, h] = [width * scale, height * scale];
  return (
    <svg width={26} height={26} viewBox="0 0 26 26" fill="none" aria-hidden="true" focusable="false">
      <rect x={(26 - w) / 2} y={(26 - h) / 2} width={w} height={h} rx="1.5" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}
