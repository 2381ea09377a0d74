import type { Way } from './attempts.ts';
import type { Visit } from './visit.ts';

/** Has the next data connection of a visit begin one way. */
export const steer = ({ learned }: Visit, way: Way): void => {
  learned.passiveFails = way === 'EPRT' || way === 'PORT';
  learned.epsvFails = way === 'PASV';
  learned.eprtFails = way === 'PORT';
};
