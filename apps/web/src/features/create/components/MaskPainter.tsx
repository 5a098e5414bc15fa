import { announce, Button, Slider, Switch } from '@modu/ui';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { ratioOf } from '../../../lib/pictures/ratio.ts';
import type { DraftSource } from '../model/draft.ts';
import { dabsBetween, drawDabs, moveBrush, withDabs } from '../model/mask.ts';
import type { Dab } from '../model/mask.ts';
import { useSourceUrl } from '../hooks/useSource.ts';

export interface MaskPainterProps {
  readonly source: DraftSource;
  readonly dabs: readonly Dab[];
  readonly onChange: (dabs: readonly Dab[]) => void;
}

const MASK_COLOUR = '#e0603a';
const PREVIEW_PIXELS = 640;
const BRUSH_MAX = 40;

/** What the brush does: its size and place, painting by pointer and by keys. */
function useBrush({ dabs, onChange }: Pick<MaskPainterProps, 'dabs' | 'onChange'>) {
  const { t } = useTranslation('create');
  const [size, setSize] = useState(8);
  const [erases, setErases] = useState(false);
  const [at, setAt] = useState({ x: 0.5, y: 0.5 });
  const [isKeyed, setKeyed] = useState(false);
  const last = useRef<Dab | null>(null);
  const touch = (x: number, y: number, rubs: boolean): Dab => ({ x, y, radius: size / 100, erases: rubs });
  const paint = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (value: number) => Math.min(1, Math.max(0, value));
    const [x, y] = [share((event.clientX - box.left) / box.width), share((event.clientY - box.top) / box.height)];
    const next = touch(x, y, erases);
    const more = dabsBetween(last.current, next);
    last.current = next;
    setAt({ x, y });
    onChange(withDabs(dabs, more));
  };
  const press = (event: KeyboardEvent) => {
    const moved = moveBrush(at, event.key, event.shiftKey);
    if (moved !== null) {
      setAt(moved);
      announce(t('maskAt', { x: Math.round(moved.x * 100), y: Math.round(moved.y * 100) }), { about: 'brush' });
    } else if (event.key === ' ' || event.key === 'Delete' || event.key === 'Backspace')
      onChange(withDabs(dabs, [touch(at.x, at.y, event.key !== ' ' || erases)]));
    else if (event.key === '+' || event.key === '=') setSize(Math.min(BRUSH_MAX, size + 1));
    else if (event.key === '-') setSize(Math.max(1, size - 1));
    else return;
    setKeyed(true);
    event.preventDefault();
  };
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    last.current = null;
    setKeyed(false);
    paint(event);
  };
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) paint(event);
  };
  return { size, setSize, erases, setErases, at, isKeyed, press, begin, drag };
}

/** The source with what is marked on it. A pointer paints; so do the arrow keys with Space. */
export function MaskPainter({ source, dabs, onChange }: MaskPainterProps) {
  const { t } = useTranslation('create');
  const url = useSourceUrl(source);
  const brush = useBrush({ dabs, onChange });
  const canvas = useRef<HTMLCanvasElement>(null);
  const scale = PREVIEW_PIXELS / Math.max(source.width, source.height);
  const [width, height] = [Math.round(source.width * scale), Math.round(source.height * scale)];

  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (pen) drawDabs(pen, dabs, { width, height, colour: MASK_COLOUR });
  }, [dabs, width, height]);

  return (
    <div className="mask">
      <div
        className="sheet mask__sheet"
        style={ratioOf(source)}
        role="application"
        tabIndex={0}
        aria-label={t('mask')}
        aria-describedby="mask-keys"
        onKeyDown={brush.press}
        onPointerDown={brush.begin}
        onPointerMove={brush.drag}
      >
        {url !== null && <img className="mask__picture" src={url} alt="" draggable={false} />}
        <canvas ref={canvas} className="mask__paint" width={width} height={height} aria-hidden />
        {brush.isKeyed && <BrushRing at={brush.at} radius={brush.size / 100} width={width} height={height} />}
      </div>
      <p id="mask-keys" className="mask__keys">
        {t('maskKeys')}
      </p>
      <div className="mask__tools" role="group">
        <Slider label={t('brush')} value={brush.size} min={1} max={BRUSH_MAX} onChange={brush.setSize} />
        <Switch isSelected={brush.erases} onChange={brush.setErases}>
          {t('maskErase')}
        </Switch>
        <Button variant="quiet" isDisabled={dabs.length === 0} onPress={() => onChange(dabs.slice(0, -12))}>
          {t('maskUndo')}
        </Button>
        <Button variant="quiet" isDisabled={dabs.length === 0} onPress={() => onChange([])}>
          {t('maskClear')}
        </Button>
      </div>
    </div>
  );
}

interface BrushRingProps {
  readonly at: { readonly x: number; readonly y: number };
  readonly radius: number;
  readonly width: number;
  readonly height: number;
}

/** Where the brush is while keys move it. */
function BrushRing({ at, radius, width, height }: BrushRingProps) {
  return (
    <svg className="mask__paint" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <circle cx={at.x * width} cy={at.y * height} r={radius * Math.min(width, height)} className="mask__ring" />
    </svg>
  );
}
