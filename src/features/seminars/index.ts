/** Seminars and courses: what main, the surfaces and other features may use of their parts. */
export { createProjects, type Projects } from './projects/index.ts';
export { createSeats, type OpenSeat, type Seats } from './seats/index.ts';
