/** Background work: asked for in the transaction that makes the change, or by the clock; tried again until it is done. */
export { enqueue, type JobQueue, jobQueue } from './enqueue.ts';
export { type FailedJob, listFailedJobs, runFailedJobAgain } from './failed-jobs.ts';
export {
  type Background,
  type JobHandlers,
  joinBackground,
  type Schedule,
} from './job.ts';
export { runRequests } from './run-requests.ts';
export { type RunningJobs, startJobs } from './start-jobs.ts';
