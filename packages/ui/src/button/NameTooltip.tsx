import { Tooltip } from 'react-aria-components/Tooltip';

/**
 * The name of a button that has only an icon, for those who see the icon. Everybody else hears it with the button: as words that
 * come up, and as a description of it, it would be said three times.
 */
export function NameTooltip({ name }: { readonly name: string }) {
  return (
    <Tooltip offset={6} className="ui-tooltip" render={(tooltip) => <div {...tooltip} aria-hidden />}>
      {name}
    </Tooltip>
  );
}
