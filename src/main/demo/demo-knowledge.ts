/** What the demonstration shows beside casework: announcements, circulars, a question between centres. */
import { randomUUID } from 'node:crypto';
import type { App } from '#main/app.ts';
import type { DemoNetwork } from './demo-officers.ts';
import { circulars, news, question } from './demo-text.ts';

/** Publishes a little of each through the use cases, as the ministry's officers would. */
export async function fillKnowledge(app: App, network: DemoNetwork): Promise<void> {
  const officer = (email: string) => network.officers.find((one) => one.email === email)!.signedIn;
  const organiser = officer('officer.moi@demo.example');
  const head = officer('head.moi@demo.example');
  const unitId = organiser.appointments[0]!.unitId;
  for (const item of news) {
    const id = randomUUID();
    must(await app.news.save(organiser, { id, unitId, ...item, related: [] } as never));
    must(await app.news.step(organiser, { id, step: 'publish' }));
  }
  for (const circular of circulars) {
    const file = { name: 'circular.pdf', bytes: plainPdf(circular.number) };
    must(await app.circulars.issue(head, { id: randomUUID(), unitId, ...circular } as never, file));
  }
  const id = randomUUID();
  must(await app.questions.ask(officer('chiangmai@demo.example'), { id, ...question.asked }));
  must(await app.questions.answer(head, id, { id: randomUUID(), body: question.answered }));
}

function must(answer: { readonly ok: boolean; readonly code?: string }): void {
  if (!answer.ok) throw new Error(`the demonstration was refused: ${answer.code}`);
}

/** The smallest PDF that viewers open: one page with one line. */
function plainPdf(line: string): Buffer {
  const words = line.replace(/[^\x20-\x7e]/g, '').replace(/[()\\]/g, '');
  const stream = `BT /F1 18 Tf 72 760 Td (${words}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const place = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}
