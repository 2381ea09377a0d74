import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { KnownCommand } from '#shared/ftp/typed-command.ts';
import { useFaultWords } from '../../faults/fault-words.ts';
import { commandConsole } from '../../state/console.ts';
import { classNames } from '../../ui/class-names.ts';
import styles from './command-console.module.css';
import { useCommandWords } from './command-words.ts';
import { candidates } from './completion.ts';
import { verbOf } from './typed-line.ts';
import type { ConsoleLine } from './use-console-line.ts';

/** One line on what is being typed: what it may become, what the command is for, or why it was refused. */
export const ConsoleHelp = ({ console }: { readonly console: ConsoleLine }) => {
  const { t } = useTranslation('transcript');
  const commands = useStore(commandConsole, (state) => state.commands);
  const faultWords = useFaultWords();
  const { line, completing, refusal, waiting } = console;
  if (refusal) {
    const { title, remedy } = faultWords(refusal);
    return (
      <p role="alert" className={styles.refusal}>
        <CircleAlert size={14} strokeWidth={1.75} aria-hidden />
        <span className={styles.words} title={`${title} ${remedy}`}>
          {title} <span className={styles.quiet}>{remedy}</span>
        </span>
      </p>
    );
  }
  if (line.trim() === '') return <p className={styles.words}>{waiting ? t('console.waiting') : t('console.begin')}</p>;
  const verb = verbOf(line);
  const possible = candidates(completing?.typed ?? line, commands);
  if (possible.length > 1) return <Candidates commands={possible} current={verb} />;
  const command = possible[0] ?? commands.find((known) => known.verb === verb);
  return command ? <Purpose command={command} /> : <p className={styles.words}>{t('console.unknown')}</p>;
};

const Candidates = ({
  commands,
  current,
}: {
  readonly commands: readonly KnownCommand[];
  readonly current: string;
}) => {
  const { t } = useTranslation('transcript');
  return (
    <ul className={styles.candidates} aria-label={t('console.candidates')}>
      {commands.map(({ verb }) => (
        <li key={verb} className={classNames(verb === current && styles.current)}>
          {verb}
        </li>
      ))}
    </ul>
  );
};

const Purpose = ({ command }: { readonly command: KnownCommand }) => {
  const words = useCommandWords()(command);
  return (
    <p className={styles.words} title={`${words} ${command.source}`}>
      <code className={styles.form}>{`${command.verb} ${command.argument}`.trim()}</code> {words}{' '}
      <span className={styles.quiet}>{command.source}</span>
    </p>
  );
};
