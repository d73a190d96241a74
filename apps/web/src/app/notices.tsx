import { Notifications } from '@mantine/notifications';
import { useMediaQuery } from '@mantine/hooks';

/** Short words after saving: on a phone above the page, because below they lie over the buttons of a form. */
export function Notices() {
  const phone = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  return <Notifications position={phone ? 'top-center' : 'bottom-right'} />;
}
