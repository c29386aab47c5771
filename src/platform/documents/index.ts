// Papers as PDF: memo, letter, order, announcement, report, certificate. Text stays text (it can be copied, searched
// and read aloud), lines end between Thai words, fonts are embedded, the same input gives the same bytes.
//
// A feature composes a paper from its rows and serves it from a Fastify route, never from a page:
//
//   const bytes = await renderMemo({
//     office: 'ศปท.มท. …', date, subject, to: 'ปลัดกระทรวงมหาดไทย',
//     blocks: [{ kind: 'paragraph', text }, { kind: 'table', table: { columns, rows } }],
//     signer: { name, position },
//   });
//   return reply.type('application/pdf').header('content-disposition', …).send(bytes);
//
// Official papers are Thai and print every digit in Thai whatever is stored; reports and certificates take a locale.
// A sign-in sheet is a report with a table whose `rowHeight` leaves room to sign. Put U+00A0 between two words to keep
// them on one line. Lengths are points. Memo, letter, order and announcement leave the room of the state emblem empty
// until `placeEmblem` was called with the ministry's own file.
export { renderBadges } from './badges.ts';
export type { Block, PaperTable, Signer } from './blocks.ts';
export { type Certificate, renderCertificate, renderCertificates } from './certificate.ts';
export { placeEmblem, readEmblem } from './emblem.ts';
export { type Letter, renderLetter } from './letter.ts';
export { type Memo, renderMemo } from './memo.ts';
export { renderAnnouncement } from './proclamation.ts';
export { type Report, renderReport } from './report.ts';
