/** Prevention, mission two before the fact: what pages, surfaces and other features may use of each of its parts. */
export * from './duties/index.ts';
export * from './plans/index.ts';
export * from './risk/index.ts';
