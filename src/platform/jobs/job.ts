/** The words of background work: what is asked for, who does it, and when it comes by itself. */

/** Identifiers the work needs; never content, never an address. At most 4 kB as JSON. */
export type JobPayload = Readonly<Record<string, unknown>>;

/**
 * Does the work in the background, as the worker. It may be called twice for the same job (a crash after the work, before
 * it was noted), so doing it again must change nothing. What it throws makes the job wait and be tried again.
 */
export type JobHandler = (payload: JobPayload, job: { readonly id: string }) => Promise<void>;

/** By name: `feature.what-happens`. */
export type JobHandlers = Readonly<Record<string, JobHandler>>;

export type Schedule = {
  /** Name of the work, done with an empty payload. */
  readonly name: string;
  /** Minute, hour, day of month, month, day of week, in Bangkok: `0 7 * * *` is every morning at seven. */
  readonly cron: string;
};

/** What a feature gives, and what all of them together are. */
export type Background = { readonly jobs: JobHandlers; readonly schedules: readonly Schedule[] };

export type JobOptions = {
  /** While one with this key waits, no second is queued; one that runs already does not count. */
  readonly singletonKey?: string;
  readonly notBefore?: Date;
  /** Made by the client of a repeated request; made here when missing. */
  readonly id?: string;
};

/** The background work of all features in one; RangeError for a name given twice, or a schedule of unknown work. */
export function joinBackground(parts: readonly Background[]): Background {
  const names = parts.flatMap(({ jobs }) => Object.keys(jobs));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice) throw new RangeError(`two features do the work ${twice}`);
  const schedules = parts.flatMap((part) => part.schedules);
  const unknown = schedules.find(({ name }) => !names.includes(name));
  if (unknown) throw new RangeError(`nobody does the scheduled work ${unknown.name}`);
  return { jobs: Object.assign({}, ...parts.map(({ jobs }) => jobs)), schedules };
}
