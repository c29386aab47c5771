/** What a seminar asks for a certificate when its organisers say nothing else. */
export const completionSeeds = [
  {
    code: 'attendance-percent',
    percent: 80,
    basis: 'Usual practice of Thai government courses: attendance of at least 80 per cent',
    source: 'Survey of agencies’ course announcements; no rule binding all ministries was found',
  },
  {
    code: 'post-test-percent',
    percent: 60,
    basis: 'Usual practice: from 60 to 80 per cent in the test at the end; the lower bound is taken',
    source: 'Survey of agencies’ course announcements; no rule binding all ministries was found',
  },
] as const;
