import type { ComponentProps, MouseEvent } from 'react';
import { usePathname } from 'wouter/use-browser-location';
import { hrefOf } from './address.ts';
import type { AddressParts } from './address.ts';
import { foresee, goTo } from './going.ts';
import type { AnyWay } from './paths.ts';

export type LinkProps = AnyWay &
  Omit<ComponentProps<'a'>, 'href' | 'target'> & {
    /** Only this very page is the current one, not those under it. */
    readonly isExact?: boolean;
  };

/** A link within the studio: an address like any other, followed without a reload; its page is fetched when it is pointed at. */
export function Link({ to, params, search, isExact = to === '/', onClick, ...rest }: LinkProps) {
  const pathname = usePathname();
  const href = hrefOf({ to, params, search } as AddressParts);
  const [path = ''] = href.split('?');
  const isHere = pathname === path || (!isExact && pathname.startsWith(`${path}/`));
  return (
    <a
      aria-current={isHere ? 'page' : undefined}
      {...rest}
      href={href}
      onPointerEnter={() => foresee(href)}
      onFocus={() => foresee(href)}
      onClick={(event) => {
        onClick?.(event);
        if (!isPlain(event)) return;
        event.preventDefault();
        void goTo(href);
      }}
    />
  );
}

/** Anything but a plain click is the browser's: another tab, a download, the menu. */
function isPlain(event: MouseEvent): boolean {
  const { defaultPrevented, button, metaKey, ctrlKey, shiftKey, altKey } = event;
  return !defaultPrevented && button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
}
