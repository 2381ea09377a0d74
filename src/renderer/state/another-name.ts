import { createStore } from 'zustand/vanilla';
import type { TransferView } from '#shared/model/transfer.ts';

/** The transfer for which another name is asked; null: none. */
export const anotherName = createStore<{ readonly of: TransferView | null }>()(() => ({ of: null }));

export const askForAnotherName = (of: TransferView): void => anotherName.setState({ of });
export const closeAnotherName = (): void => anotherName.setState({ of: null });
