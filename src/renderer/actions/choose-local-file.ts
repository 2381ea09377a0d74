import { chooseLocalFile as chooseFile } from '#shared/contract/local-files.ts';
import { call } from '../bridge/index.ts';
import { reportFault } from '../state/faults.ts';

/** Lets the person choose a file of this computer in the system's dialog; null where none was chosen. */
export const chooseLocalFile = async (): Promise<string | null> => {
  const result = await call(chooseFile, {});
  if (result.ok) return result.value;
  reportFault(result.fault);
  return null;
};
