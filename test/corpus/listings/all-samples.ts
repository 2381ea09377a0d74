import { connectEnterpriseSamples } from './connect-enterprise/samples.ts';
import { dosSamples } from './dos/samples.ts';
import { eplfSamples } from './eplf/samples.ts';
import { jesSamples } from './jes/samples.ts';
import { macosPeterSamples } from './macos-peter/samples.ts';
import { mlsxSamples } from './mlsx/samples.ts';
import { mpeIxSamples } from './mpe-ix/samples.ts';
import { mvsDataSetsSamples } from './mvs-data-sets/samples.ts';
import { mvsMembersSamples } from './mvs-members/samples.ts';
import { netwareSamples } from './netware/samples.ts';
import { nlstSamples } from './nlst/samples.ts';
import { nonstopSamples } from './nonstop/samples.ts';
import { os2Samples } from './os2/samples.ts';
import { os9Samples } from './os9/samples.ts';
import { os400Samples } from './os400/samples.ts';
import type { ListingSamples } from './sample.ts';
import { stratusVosSamples } from './stratus-vos/samples.ts';
import { unixSamples } from './unix/samples.ts';
import { unixNumericSamples } from './unix-numeric/samples.ts';
import { vmsSamples } from './vms/samples.ts';
import { vshellSamples } from './vshell/samples.ts';
import { vxworksSamples } from './vxworks/samples.ts';
import { wfftpSamples } from './wfftp/samples.ts';
import { zvmSamples } from './zvm/samples.ts';

/** Every system of the corpus by its folder. */
export const ALL_SAMPLES: Readonly<Record<string, ListingSamples>> = {
  'connect-enterprise': connectEnterpriseSamples,
  dos: dosSamples,
  eplf: eplfSamples,
  jes: jesSamples,
  'macos-peter': macosPeterSamples,
  mlsx: mlsxSamples,
  'mpe-ix': mpeIxSamples,
  'mvs-data-sets': mvsDataSetsSamples,
  'mvs-members': mvsMembersSamples,
  netware: netwareSamples,
  nlst: nlstSamples,
  nonstop: nonstopSamples,
  os2: os2Samples,
  os400: os400Samples,
  os9: os9Samples,
  'stratus-vos': stratusVosSamples,
  unix: unixSamples,
  'unix-numeric': unixNumericSamples,
  vms: vmsSamples,
  vshell: vshellSamples,
  vxworks: vxworksSamples,
  wfftp: wfftpSamples,
  zvm: zvmSamples,
};
