import { readRates } from '#shared/contract/transfers.ts';
import { call } from '../bridge/index.ts';
import { rates } from '../state/rates.ts';

/** Asks how fast it went in the last minutes. Where there is no answer the next second's will do. */
export const refreshRates = async (): Promise<void> => {
  const result = await call(readRates, {});
  if (result.ok) rates.setState({ history: result.value });
};
