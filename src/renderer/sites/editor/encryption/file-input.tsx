import { useTranslation } from 'react-i18next';
import { chooseLocalFile } from '../../../actions/choose-local-file.ts';
import { Button } from '../../../ui/button.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import styles from '../editor.module.css';

interface FileInputProps {
  readonly value: string;
  readonly onChange: (path: string) => void;
  /** What the button chooses, for those who do not see beside which field it stands. */
  readonly chooseLabel: string;
  readonly placeholder?: string;
}

/** A file's path: typed, pasted, or chosen in the system's dialog. */
export const FileInput = ({ value, onChange, chooseLabel, placeholder }: FileInputProps) => {
  const { t } = useTranslation('editor');
  const choose = async (): Promise<void> => {
    const chosen = await chooseLocalFile();
    if (chosen !== null) onChange(chosen);
  };
  return (
    <div className={styles.file}>
      <TextInput placeholder={placeholder} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
      <Button type="button" aria-label={chooseLabel} onClick={() => void choose()}>
        {t('encryption.choose')}
      </Button>
    </div>
  );
};
