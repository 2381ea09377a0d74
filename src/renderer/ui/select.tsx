import { Select as BaseSelect } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import menu from './menu.module.css';
import styles from './select.module.css';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Its name among those who know the matter, in a quieter tone behind the label. */
  readonly note?: string | undefined;
  /** What it means, below the label while there is a choice. */
  readonly hint?: string | undefined;
}

interface SelectProps<Value extends string> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly SelectOption<Value>[];
  /** The accessible name where no Field stands around it. */
  readonly label?: string;
  readonly disabled?: boolean;
}

/** One of a few choices. */
export const Select = <Value extends string>({ value, onChange, options, label, disabled }: SelectProps<Value>) => (
  <BaseSelect.Root<Value>
    items={options}
    value={value}
    disabled={disabled ?? false}
    onValueChange={(chosen) => {
      if (chosen !== null) onChange(chosen);
    }}
  >
    <BaseSelect.Trigger className={styles.trigger} aria-label={label}>
      <BaseSelect.Value className={styles.value}>
        {(chosen: Value) => <OptionWords option={options.find((option) => option.value === chosen)} />}
      </BaseSelect.Value>
      <BaseSelect.Icon className={styles.icon}>
        <ChevronsUpDown size={14} aria-hidden />
      </BaseSelect.Icon>
    </BaseSelect.Trigger>
    <BaseSelect.Portal>
      <BaseSelect.Positioner sideOffset={4} alignItemWithTrigger={false} className={menu.positioner}>
        <BaseSelect.Popup className={menu.popup}>
          {options.map((option) => (
            <BaseSelect.Item key={option.value} value={option.value} className={menu.item}>
              <span className={styles.check}>
                <BaseSelect.ItemIndicator>
                  <Check size={14} aria-hidden />
                </BaseSelect.ItemIndicator>
              </span>
              <span className={styles.option}>
                <BaseSelect.ItemText className={styles.itemText}>
                  <OptionWords option={option} />
                </BaseSelect.ItemText>
                {option.hint === undefined ? null : <span className={styles.hint}>{option.hint}</span>}
              </span>
            </BaseSelect.Item>
          ))}
        </BaseSelect.Popup>
      </BaseSelect.Positioner>
    </BaseSelect.Portal>
  </BaseSelect.Root>
);

const OptionWords = ({ option }: { readonly option: SelectOption<string> | undefined }) => (
  <>
    {option?.label}
    {option?.note === undefined ? null : <span className={styles.note}> {option.note}</span>}
  </>
);
