/** Seminars and courses: what main, the surfaces and other features may use of their parts. */
export { type Assessments, createAssessments, officeAssessmentRoutes } from './assessments/index.ts';
export {
  type Attendance,
  type Board,
  createAttendance,
  officeAttendanceRoutes,
  type PersonStory,
  scanRoutes,
} from './attendance/index.ts';
export {
  type Certificates,
  type CertificatesView,
  createCertificates,
  officeCertificateRoutes,
  publicCertificateRoutes,
  type Snapshot,
} from './certificates/index.ts';
export { officeEvaluationRoutes } from './evaluation/http.ts';
export { createLearning, type Learning } from './learning/index.ts';
export { officeMaterialRoutes, publicMaterialRoutes } from './materials/http.ts';
export { createMoney, type Money } from './money/index.ts';
export {
  attendanceFigures,
  createPapers,
  officePaperRoutes,
  type Papers,
  publicPaperRoutes,
} from './papers/index.ts';
export {
  createProgrammes,
  officeProgrammeRoutes,
  type Programmes,
  publicProgrammeRoutes,
} from './programme/index.ts';
export { createProjects, type Projects } from './projects/index.ts';
export { seminarListRoutes } from './projects/list-http.ts';
export { officeSeatRoutes } from './seats/http.ts';
export { createSeats, type OpenSeat, type Seats } from './seats/index.ts';
export { seatsBackground } from './seats/seats.jobs.ts';
