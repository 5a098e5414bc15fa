import { Label } from 'react-aria-components/Label';
import { Slider as AriaSlider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import './field.css';
import './slider.css';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly onChange: (value: number) => void;
}

/** A number in a range; the figure stands beside the label, arrow keys move it one step. */
export function Slider({ label, value, min, max, step = 1, onChange }: SliderProps) {
  const share = max > min ? (value - min) / (max - min) : 0;
  return (
    <AriaSlider
      className="ui-slider"
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      onChange={(next) => onChange(Array.isArray(next) ? (next[0] ?? value) : next)}
    >
      <Label className="ui-field__label">{label}</Label>
      <SliderOutput className="ui-slider__figure ui-figures" />
      <SliderTrack className="ui-slider__track">
        <div className="ui-slider__fill" style={{ inlineSize: `${share * 100}%` }} />
        <SliderThumb className="ui-slider__thumb" />
      </SliderTrack>
    </AriaSlider>
  );
}
