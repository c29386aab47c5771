/** Where a browser keeps the officer's token until it is used: the officers' page writes, the answer page reads. */

/** By round's address, as `TH-50/2570`: both pages know it. */
export const tokenPlace = (code: string, fiscalYear: number): string =>
  `prongsai-survey ${code}/${fiscalYear}`;
