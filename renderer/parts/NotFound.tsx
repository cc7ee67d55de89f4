import { Link } from 'wouter';
import { EmptyNote } from './EmptyNote.tsx';

/** An address that shows nothing. */
export function NotFound() {
  return (
    <EmptyNote icon="map" title="There is nothing at this address" isPage>
      <Link href="/">Go to all processes</Link>
    </EmptyNote>
  );
}
