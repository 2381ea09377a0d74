import type { ListingFormat } from '../listing-format.ts';
import { connectEnterprise } from './connect-enterprise.ts';
import { dos } from './dos.ts';
import { eplf } from './eplf.ts';
import { jes } from './jes.ts';
import { macosPeter } from './macos-peter.ts';
import { mpeIx } from './mpe-ix.ts';
import { mvsDataSets } from './mvs-data-sets.ts';
import { mvsMembers } from './mvs-members.ts';
import { netware } from './netware.ts';
import { nonstop } from './nonstop.ts';
import { os2 } from './os2.ts';
import { os9 } from './os9.ts';
import { os400 } from './os400.ts';
import { stratusVos } from './stratus-vos.ts';
import { unix } from './unix.ts';
import { unixNumeric } from './unix-numeric.ts';
import { vms } from './vms.ts';
import { vshell } from './vshell.ts';
import { vxworks } from './vxworks.ts';
import { wfftp } from './wfftp.ts';
import { zvm } from './zvm.ts';

/**
 * The formats a LIST may be in, the more usual first: it wins where nothing tells them apart. Only NetPresenz comes before
 * Unix, which would take its sizes for owners.
 */
export const LIST_FORMATS: readonly ListingFormat[] = [
  macosPeter,
  unix,
  dos,
  vms,
  mvsDataSets,
  mvsMembers,
  os400,
  netware,
  zvm,
  jes,
  eplf,
  nonstop,
  os2,
  vxworks,
  vshell,
  os9,
  wfftp,
  connectEnterprise,
  unixNumeric,
  stratusVos,
  mpeIx,
];
