import { createStore } from 'zustand/vanilla';

/** Whether the person is asked when the selected transfers are to begin. */
export const startDialog = createStore<{ readonly open: boolean }>()(() => ({ open: false }));

export const askForStart = (): void => startDialog.setState({ open: true });
export const closeStartDialog = (): void => startDialog.setState({ open: false });
