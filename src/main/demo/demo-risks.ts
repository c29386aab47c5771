/** Risk maps of the demonstration: a dozen centres, last year from draft to public results, this year in every state. */
import { randomUUID } from 'node:crypto';
import type { SignedIn } from '#features/network/index.ts';
import { type App, createApp } from '#main/app.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf, fiscalYearRange } from '#platform/calendar/fiscal-year.ts';
import type { DemoNetwork } from './demo-officers.ts';
import { type DemoRisk, demoRisks } from './demo-risk-text.ts';

type Map = {
  readonly id: string;
  readonly head: SignedIn;
  readonly risks: readonly (readonly [string, DemoRisk])[];
};

/** Through the use cases, on an application whose clock stands where each step belongs. */
export async function fillRisks(running: App, network: DemoNetwork, end: Date): Promise<void> {
  let clock = end;
  const { risks } = createApp({ ...running.ground, now: () => clock });
  const ministry = network.people.get('head.moi@demo.example')!;
  const heads = [...network.people.values()]
    .filter((person) => person !== ministry && person.appointments.some(({ role }) => role === 'head'))
    .slice(0, 12);
  const present = fiscalYearOf(civilDate(end));
  const daysBefore = (days: number) => new Date(end.getTime() - days * 86_400_000);

  for (const [index, head] of heads.entries()) {
    clock = daysBefore(330 - index);
    const last = await begin(head, present - 1, index, 0);
    await decide(last);
    clock = daysBefore(240 - index);
    await report(last, 6, index);
    clock = daysBefore(58 - (index % 20));
    if (index % 5 !== 4) await report(last, 12, index);

    clock = daysBefore(40 - index);
    if (index % 6 === 5) continue; // has not begun this year
    const now = await begin(head, present, index, 1);
    clock = daysBefore(20 - index);
    if (index % 6 === 0) await decide(now, index % 12 === 0);
    if (index % 6 === 1) await step(head, now, 'submitted');
    if (index % 6 === 2) {
      await step(head, now, 'submitted');
      await step(ministry, now, 'verified');
    }
    if (index % 6 === 3) {
      await step(head, now, 'submitted');
      const remark = { risk: now.risks[0]![0], text: 'ระบุขั้นตอนที่เงินเปลี่ยนมือให้ชัด' };
      await step(ministry, now, 'returned', 'โปรดแยกสาเหตุกับวิธีการ และเพิ่มตัวชี้วัดที่วัดได้', [remark]);
    }
  }
  await proposeForm(running, heads[0]!);

  /** A map with seven to nine risks, which differ from centre to centre. */
  async function begin(head: SignedIn, fiscalYear: number, index: number, year: 0 | 1): Promise<Map> {
    const id = randomUUID();
    const { unitId } = head.appointments[0]!;
    const fresh = {
      id,
      unitId,
      kind: 'corruption',
      fiscalYear,
      framework: 'five-by-five',
      copyLast: false,
    } as const;
    must(await risks.start(head, fresh));
    const chosen = demoRisks.filter((_, at) => (at + index) % 4 !== 3 || at % 5 === 0);
    const written: [string, DemoRisk][] = [];
    for (const [at, risk] of chosen.entries()) {
      const riskId = randomUUID();
      const { levels, done: _done, typology, ...words } = risk;
      const [likelihood, impact] = levels[year];
      const { first } = fiscalYearRange(fiscalYear);
      const [month, day] = [String(3 + (at % 6)).padStart(2, '0'), String(10 + at).padStart(2, '0')];
      must(
        await risks.saveRisk(head, {
          ...words,
          ...{ id: riskId, mapId: id, revision: undefined, isKnown: at % 3 !== 2 },
          likelihood: Math.max(1, likelihood - ((index + at) % 3 === 2 ? 1 : 0)),
          impact,
          dueOn: `${Number(first.slice(0, 4)) + 1}-${month}-${day}`,
          typology: typology ?? '',
        }),
      );
      written.push([riskId, risk]);
    }
    return { id, head, risks: written };
  }

  async function decide(map: Map, isPublished = true): Promise<void> {
    await step(map.head, map, 'submitted');
    await step(ministry, map, 'verified');
    await step(map.head, map, 'approved');
    if (isPublished) await step(map.head, map, 'published');
  }

  async function step(
    by: SignedIn,
    map: Map,
    wanted: 'submitted' | 'verified' | 'returned' | 'approved' | 'published' | 'results-6' | 'results-12',
    reason = '',
    remarks: { risk: string; text: string }[] = [],
  ): Promise<void> {
    const revision = (await risks.view(by, map.id, 'th'))!.map.revision;
    must(await risks.step(by, { id: randomUUID(), mapId: map.id, revision, step: wanted, reason, remarks }));
  }

  async function report(map: Map, half: 6 | 12, index: number): Promise<void> {
    const view = (await risks.view(map.head, map.id, 'th'))!;
    for (const [at, [riskId, risk]] of map.risks.entries()) {
      const present = view.risks.find(({ id }) => id === riskId)!;
      if (present.treatment === '' || present.band === 'low') continue;
      const eased = half === 12 || (at + index) % 2 === 0 ? 1 : 0;
      must(
        await risks.reportResult(map.head, {
          ...{
            id: randomUUID(),
            riskId,
            mapId: map.id,
            half,
            controlQuality: eased ? 'fair' : risk.controlQuality,
          },
          progress: half === 12 && (at + index) % 7 !== 0 ? 'done' : 'under-way',
          done: risk.done,
          ...{ measured: risk.indicator, evidence: '' },
          likelihood: Math.max(1, (present.likelihood ?? 1) - eased),
          impact: present.impact ?? 1,
        }),
      );
    }
    await step(map.head, map, half === 6 ? 'results-6' : 'results-12');
  }
}

/** A centre met something that the library lacks. */
async function proposeForm(app: App, head: SignedIn): Promise<void> {
  must(
    await app.lessons.propose(head, {
      id: randomUUID(),
      unitId: head.appointments[0]!.unitId,
      title: 'กันคิวออนไลน์ให้นายหน้า',
      how: 'ผู้ดูแลระบบจองคิวปล่อยคิวที่กันไว้ในเวลาที่บอกเฉพาะนายหน้า แล้วรับส่วนแบ่งเป็นรายเดือน',
      signs: 'คิวเต็มภายในไม่กี่วินาที\nคำขอของนายหน้ารายเดิมได้คิวแรกเสมอ',
      weak: 'ผู้ดูแลแก้คิวได้โดยไม่มีบันทึก',
      helped: 'บันทึกทุกการแก้คิวและให้หัวหน้าดูรายสัปดาห์\nสุ่มเวลาปล่อยคิว',
      topics: ['BRIBE_DEMAND'],
    }),
  );
}

function must(answer: { readonly ok: boolean; readonly code?: string }): void {
  if (!answer.ok) throw new Error(`the demonstration was refused: ${answer.code}`);
}
