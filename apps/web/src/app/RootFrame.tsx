import { LiveRegion } from '@modu/ui';
import { Outlet } from '@tanstack/react-router';
import { useRouteFocus } from './useRouteFocus.ts';
import { useSessionChanges } from './useSessionChanges.ts';

/** What every page has, signed in or not: the live region, focus that follows the route, and an ear for the session. */
export function RootFrame() {
  useRouteFocus();
  useSessionChanges();
  return (
    <>
      <Outlet />
      <LiveRegion />
    </>
  );
}
