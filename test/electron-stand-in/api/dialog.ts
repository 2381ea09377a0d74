import { NotInStandIn, strict } from './unavailable.ts';

const unanswered = (name: string) => (): never => {
  throw new NotInStandIn(`dialog.${name}, unless a test replaces it with the person's answer`);
};

/** The system's dialogs. A test that needs one puts the answer in its place: `dialog.showOpenDialog = async () => …`. */
export const dialog = strict('dialog', {
  showOpenDialog: unanswered('showOpenDialog'),
  showOpenDialogSync: unanswered('showOpenDialogSync'),
  showSaveDialog: unanswered('showSaveDialog'),
  showSaveDialogSync: unanswered('showSaveDialogSync'),
  showMessageBox: unanswered('showMessageBox'),
  showMessageBoxSync: unanswered('showMessageBoxSync'),
  /** On the terminal, as Electron does on Linux before it is ready. */
  showErrorBox: (title: string, content: string): void => console.error(`${title}\n${content}`),
});
