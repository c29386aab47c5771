/** Whether script has taken over the page: false on the server and where there is none. */
import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

export const useIsLive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
