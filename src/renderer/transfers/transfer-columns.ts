/** The columns of the table of transfers, in their order; their widths are in the style sheet. */
export const TRANSFER_COLUMNS = ['name', 'site', 'size', 'progress', 'rate', 'timeLeft', 'state'] as const;
