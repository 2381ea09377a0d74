import { displayName } from '#shared/ftp/pathname.ts';
import styles from './dialogue-lines.module.css';

interface DialogueLinesProps {
  /** Lines of a transcript, in their order. */
  readonly lines: readonly string[];
  readonly id?: string;
  readonly label?: string;
}

/** Lines of the dialogue with a server that are quoted elsewhere, as what showed something. */
export const DialogueLines = ({ lines, id, label }: DialogueLinesProps) => (
  <ol id={id} className={styles.lines} aria-label={label}>
    {lines.map((line, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines of a transcript, which may be alike and never move
      <li key={index}>{displayName(line)}</li>
    ))}
  </ol>
);
