import { useCombobox } from '@mantine/core';
import { useId, useState } from 'react';

/**
 * A list that opens under a field, and the value of the option that arrows came to, which stays with the field: the
 * element is told by `optionId`. What is typed next may take the option out of the list; then nothing is reached.
 */
export function useListOfOptions() {
  const list = useId();
  const box = useCombobox();
  const [reached, setReached] = useState<string | null>(null);
  const optionId = (value: string | null): string => `${list}${value ?? ''}`;
  const reach = (id: string | null): string | null => {
    setReached(id?.startsWith(list) === true ? id.slice(list.length) : null);
    return id;
  };
  return {
    reached, optionId,
    box: {
      ...box,
      selectActiveOption: () => reach(box.selectActiveOption()), selectNextOption: () => reach(box.selectNextOption()), selectPreviousOption: () => reach(box.selectPreviousOption()),
      resetSelectedOption: () => { reach(null); box.resetSelectedOption(); },
    },
  };
}
