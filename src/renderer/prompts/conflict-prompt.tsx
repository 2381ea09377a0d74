import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '#shared/ftp/pathname.ts';
import type { ConflictAction } from '#shared/model/conflict-rule.ts';
import { answer } from '../actions/prompts.ts';
import { nameProblem } from '../format/name-problem.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { type ConflictQuestion, compareSides } from './compare-sides.ts';
import { type ConflictScope, ConflictScopeFields } from './conflict-scope.tsx';
import { ConflictSide } from './conflict-side.tsx';
import { OverwriteIf } from './overwrite-if.tsx';
import styles from './prompts.module.css';

/**
 * Asks what is to become of a file whose name is taken at the other side. Skip is what Enter does: pressed without
 * reading, it costs nothing. Enter in the field of the new name means that name.
 */
export const ConflictPrompt = ({ prompt }: { readonly prompt: ConflictQuestion }) => {
  const { t } = useTranslation('prompts');
  const { t: browse } = useTranslation('browse');
  const [scope, setScope] = useState<ConflictScope>('file');
  const [newName, setNewName] = useState(prompt.freeName);
  const skip = useRef<HTMLButtonElement>(null);
  const marks = compareSides(prompt);
  const badName = nameProblem(newName);
  const problem =
    badName === null ? (newName === prompt.name ? t('conflict.nameTaken') : null) : browse(`nameProblem.${badName}`);
  const choose = (action: ConflictAction) => (): void =>
    void answer(prompt.id, {
      kind: 'conflict',
      action,
      scope,
      newName: action === 'rename' ? newName : null,
    });
  return (
    <Dialog
      open
      onClose={() => void answer(prompt.id, { kind: 'dismissed' })}
      stayOnOutsidePress
      size="large"
      title={t('conflict.title', { name: displayName(prompt.name) })}
      description={displayName(prompt.targetPath)}
      initialFocus={skip}
      onSubmit={() => {
        if (problem === null) choose('rename')();
      }}
      buttons={
        <>
          <Button onClick={choose('overwrite')}>{t('conflict.overwrite')}</Button>
          {prompt.otherName === null ? (
            <OverwriteIf prompt={prompt} scope={scope} onChoose={(condition) => choose(condition)()} />
          ) : null}
          {prompt.canResume ? <Button onClick={choose('resume')}>{t('conflict.resume')}</Button> : null}
          <Button disabled={problem !== null} onClick={choose('rename')}>
            {t('conflict.rename')}
          </Button>
          <Button ref={skip} kind="primary" onClick={choose('skip')}>
            {t('conflict.skip')}
          </Button>
        </>
      }
    >
      <div className={styles.column}>
        <div className={styles.sides}>
          <ConflictSide heading={t('conflict.source')} side={prompt.source} marks={marks.source} />
          <ConflictSide heading={t('conflict.target')} side={prompt.target} marks={marks.target} />
        </div>
        {prompt.otherName === null ? null : (
          <p>{t('conflict.otherName', { name: displayName(prompt.name), other: displayName(prompt.otherName) })}</p>
        )}
        {marks.same ? <p className={styles.quiet}>{t('conflict.same')}</p> : null}
        {prompt.canResume ? <p className={styles.quiet}>{t('conflict.resumeHint')}</p> : null}
        <Field label={t('conflict.newName')} error={problem ?? undefined}>
          <TextInput value={newName} onChange={(event) => setNewName(event.currentTarget.value)} />
        </Field>
        <ConflictScopeFields prompt={prompt} scope={scope} onChange={setScope} />
      </div>
    </Dialog>
  );
};
