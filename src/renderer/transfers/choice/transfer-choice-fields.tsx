import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { meaningless } from '#shared/ftp/transfer-meaning.ts';
import type {
  EbcdicCodePage,
  PrintFormat,
  RecordForm,
  Structure,
  TransferChoice,
  TransmissionMode,
} from '#shared/ftp/transfer-parameters.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { type Content, printFormatOf, withContent, withPrintFormat } from './content.ts';
import styles from './transfer-choice-fields.module.css';

/** In the order they are offered: what suits most first. */
const CONTENTS = ['I', 'A', 'E', 'L'] as const satisfies readonly Content[];
const PRINT_FORMATS = ['N', 'T', 'C'] as const satisfies readonly PrintFormat[];
const CODE_PAGES = ['037', '273', '500', '1047'] as const satisfies readonly EbcdicCodePage[];
const STRUCTURES = ['F', 'R', 'P'] as const satisfies readonly Structure[];
const RECORD_FORMS = ['lines', 'prefixed'] as const satisfies readonly RecordForm[];
const MODES = ['S', 'B', 'C', 'Z'] as const satisfies readonly TransmissionMode[];

interface TransferChoiceFieldsProps {
  readonly value: TransferChoice;
  readonly onChange: (value: TransferChoice) => void;
}

/** How files are moved: RFC 959's transfer parameters in plain words, and what this side makes of them. */
export const TransferChoiceFields = ({ value, onChange }: TransferChoiceFieldsProps) => {
  const { t } = useTranslation('parameters');
  const change = (part: Partial<TransferChoice>): void => onChange({ ...value, ...part });
  const content = value.type.type;
  const format = printFormatOf(value);
  const problem = meaningless(value);
  return (
    <div className={styles.fields}>
      <Field label={t('content.label')} hint={t(`content.hint.${content}`)}>
        <Select
          value={content}
          onChange={(chosen) => onChange(withContent(value, chosen))}
          options={CONTENTS.map((each) => ({
            value: each,
            label: t(`content.choice.${each}`),
            note: t(`content.rfc.${each}`),
          }))}
        />
      </Field>
      {content === 'E' ? (
        <Field label={t('codePage.label')} hint={t('codePage.hint')}>
          <Select
            value={value.codePage}
            onChange={(codePage) => change({ codePage })}
            options={CODE_PAGES.map((each) => ({ value: each, label: t(`codePage.choice.${each}`), note: each }))}
          />
        </Field>
      ) : null}
      {format === null ? null : (
        <Field label={t('format.label')} hint={t(`format.hint.${format}`)}>
          <Select
            value={format}
            onChange={(chosen) => onChange(withPrintFormat(value, chosen))}
            options={PRINT_FORMATS.map((each) => ({
              value: each,
              label: t(`format.choice.${each}`),
              note: t(`format.rfc.${each}`),
            }))}
          />
        </Field>
      )}
      <Field label={t('structure.label')} hint={t(`structure.hint.${value.structure}`)}>
        <Select
          value={value.structure}
          onChange={(structure) => change({ structure })}
          options={STRUCTURES.map((each) => ({
            value: each,
            label: t(`structure.choice.${each}`),
            note: t(`structure.rfc.${each}`),
          }))}
        />
      </Field>
      {value.structure === 'R' ? (
        <Field label={t('recordForm.label')} hint={t(`recordForm.hint.${value.recordForm}`)}>
          <Select
            value={value.recordForm}
            onChange={(recordForm) => change({ recordForm })}
            options={RECORD_FORMS.map((each) => ({ value: each, label: t(`recordForm.choice.${each}`) }))}
          />
        </Field>
      ) : null}
      <Field label={t('mode.label')} hint={t(`mode.hint.${value.mode}`)}>
        <Select
          value={value.mode}
          onChange={(mode) => change({ mode })}
          options={MODES.map((each) => ({
            value: each,
            label: t(`mode.choice.${each}`),
            note: t(`mode.rfc.${each}`),
          }))}
        />
      </Field>
      {problem === null ? null : (
        <p role="alert" className={styles.problem}>
          <CircleAlert size={16} strokeWidth={1.75} aria-hidden />
          {t(`meaningless.${problem}`)}
        </p>
      )}
    </div>
  );
};
