import { useStore } from 'zustand';
import { type BrowseDialog, browseDialog } from '../../state/dialogs.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { EncodingDialog } from './encoding-dialog.tsx';
import { NewFolderDialog } from './new-folder-dialog.tsx';
import { NotUnderstoodDialog } from './not-understood-dialog.tsx';
import { PropertiesDialog } from './properties-dialog.tsx';
import { SendDialog } from './send-dialog.tsx';

/** The dialog the panes have asked for, if any. */
export const BrowseDialogs = () => {
  const dialog = useStore(browseDialog, (state) => state.dialog);
  return dialog === null ? null : <DialogOf dialog={dialog} />;
};

const DialogOf = ({ dialog }: { readonly dialog: BrowseDialog }) => {
  switch (dialog.kind) {
    case 'delete':
      return <DeleteDialog place={dialog.place} entries={dialog.entries} />;
    case 'new-folder':
      return <NewFolderDialog place={dialog.place} />;
    case 'encoding':
      return <EncodingDialog sessionId={dialog.sessionId} />;
    case 'properties':
      return <PropertiesDialog place={dialog.place} entries={dialog.entries} />;
    case 'send':
      return <SendDialog from={dialog.from} to={dialog.to} entries={dialog.entries} />;
    case 'not-understood':
      return <NotUnderstoodDialog lines={dialog.lines} count={dialog.count} />;
  }
};
