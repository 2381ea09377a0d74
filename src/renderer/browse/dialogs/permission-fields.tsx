import { Fragment, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { MAY, octalOf, parseOctal, permissionBit, WHO } from '../format/permission-bits.ts';
import styles from './dialogs.module.css';

interface PermissionFieldsProps {
  /** The nine bits that are set. */
  readonly bits: number;
  /** Bits that only a part of the selection has. */
  readonly mixed: number;
  /** What stands in the octal field; empty while the selection has nothing in common. */
  readonly octal: string;
  readonly canChange: boolean;
  readonly onOctal: (octal: string) => void;
}

/** Permissions as boxes and as the octal number people know them by; each follows the other. */
export const PermissionFields = ({ bits, mixed, octal, canChange, onOctal }: PermissionFieldsProps) => {
  const { t } = useTranslation('browse');
  const heading = useId();
  const invalid = canChange && octal !== '' && parseOctal(octal) === null;
  return (
    <section aria-labelledby={heading} className={styles.permissions}>
      <h3 id={heading}>{t('properties.permissions')}</h3>
      <div className={styles.matrix}>
        {WHO.map((who, whoIndex) => (
          <Fragment key={who}>
            <span className={styles.who}>{t(`properties.who.${who}`)}</span>
            {MAY.map((may, mayIndex) => {
              const bit = permissionBit(whoIndex, mayIndex);
              const words = t(`properties.may.${may}`);
              return (
                <Checkbox
                  key={may}
                  checked={(bits & bit) !== 0}
                  mixed={(mixed & bit) !== 0}
                  disabled={!canChange}
                  label={t('properties.bit', { who: t(`properties.who.${who}`), may: words })}
                  onChange={(on) => onOctal(octalOf(on ? bits | bit : bits & ~bit))}
                >
                  <span aria-hidden>{words}</span>
                </Checkbox>
              );
            })}
          </Fragment>
        ))}
      </div>
      {canChange ? (
        <div className={styles.octal}>
          <div className={styles.octalField}>
            <Field label={t('properties.octal')} error={invalid ? t('properties.octalProblem') : undefined}>
              <TextInput value={octal} maxLength={3} inputMode="numeric" onValueChange={onOctal} />
            </Field>
          </div>
        </div>
      ) : null}
    </section>
  );
};
