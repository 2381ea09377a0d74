import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { finishRenaming } from '../../actions/rename.ts';
import { nameProblem, stemLength } from '../../format/name-problem.ts';
import type { ListedEntry } from '../../state/listing/listing-table.ts';
import type { Side } from '../../state/place.ts';
import styles from './rename-field.module.css';

/** The name of a row while it is being edited: Enter or leaving it renames, Esc leaves it as it was. */
export const RenameField = ({ side, entry }: { readonly side: Side; readonly entry: ListedEntry }) => {
  const { t } = useTranslation('browse');
  const [name, setName] = useState(entry.shown);
  const field = useRef<HTMLInputElement>(null);
  const finished = useRef(false);
  const problem = nameProblem(name);

  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(0, stemLength(entry.shown, entry.type === 'directory'));
  }, [entry]);

  const finish = (to: string | null): void => {
    if (finished.current) return;
    finished.current = true;
    const grid = field.current?.closest<HTMLElement>('[role="grid"]');
    const hadFocus = field.current === document.activeElement;
    finishRenaming(side, entry.name, to === entry.shown ? null : to);
    if (hadFocus) grid?.focus({ preventScroll: true });
  };

  return (
    <input
      ref={field}
      className={styles.field}
      aria-label={t('rename.label')}
      aria-invalid={problem !== null}
      title={problem === null ? undefined : t(`nameProblem.${problem}`)}
      spellCheck={false}
      value={name}
      onChange={(event) => setName(event.target.value)}
      onBlur={() => finish(problem === null ? name : null)}
      onKeyDown={(event) => {
        // The grid below must not take letters, Enter or Delete for commands of its own.
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') finish(null);
        else if (event.key === 'Enter' && problem === null) finish(name);
      }}
    />
  );
};
