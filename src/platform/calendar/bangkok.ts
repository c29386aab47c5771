// What the rest of the product uses for dates in Thailand: see civil-date.ts, formatting.ts and fiscal-year.ts.
export * from './civil-date.ts';
export * from './fiscal-year.ts';
export * from './formatting.ts';
