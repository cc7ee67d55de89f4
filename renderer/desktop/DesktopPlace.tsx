// Where the desktop shows itself in the window: nothing in a browser, its code included.
import { lazy, Suspense, useContext } from 'react';
import { DesktopContext } from './desktop-context.ts';

const DesktopCards = lazy(() => import('./DesktopCards.tsx'));

export function DesktopPlace() {
  const model = useContext(DesktopContext);
  if (!model) return null;
  return (
    <Suspense fallback={null}>
      <DesktopCards model={model} />
    </Suspense>
  );
}
