import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/field.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import styles from '../editor.module.css';
import type { PageProps } from '../page-props.ts';

/** Where the server reaches us when it is the one that calls. */
export const ActiveFields = ({ draft, change, problems }: PageProps<'connection'>) => {
  const { t } = useTranslation('editor');
  return (
    <div className={styles.pair}>
      <Field
        label={t('connection.activePorts')}
        hint={t('connection.activePortsHint')}
        error={problems.includes('activePorts') ? t('connection.activePortsProblem') : undefined}
      >
        <TextInput
          placeholder={t('connection.chosenBySystem')}
          value={draft.activePorts}
          onChange={(event) => change({ activePorts: event.currentTarget.value })}
        />
      </Field>
      <Field
        label={t('connection.externalAddress')}
        hint={t('connection.externalAddressHint')}
        error={problems.includes('externalAddress') ? t('connection.externalAddressProblem') : undefined}
      >
        <TextInput
          placeholder={t('connection.ownAddress')}
          value={draft.externalAddress}
          onChange={(event) => change({ externalAddress: event.currentTarget.value })}
        />
      </Field>
    </div>
  );
};
