// คำสั่ง and ประกาศ: an emblem, a title in the middle, the text, the day and who signs. They differ in words only.
import type { CivilDate } from '../calendar/civil-date.ts';
import { drawEmblem } from './emblem.ts';
import { textStrips } from './flow-text.ts';
import { BODY_SIZE, cm, PARAGRAPH_INDENT, SPACE_BEFORE } from './measures.ts';
import { bodyAndEnd, drawUrgency, eraDate, type OfficialPaper, officialPdf, set, TEXT } from './official.ts';
import type { Strip } from './strips.ts';
import { official } from './text.th.ts';

export type Announcement = OfficialPaper & {
  /** Who announces, without ประกาศ: ศูนย์ปฏิบัติการต่อต้านการทุจริต กระทรวงมหาดไทย */
  readonly issuer: string;
  readonly subject: string;
  readonly date: CivilDate;
};

export type Order = Announcement & {
  /** Number and year without ที่: 356/2569; without it there is room to write it. */
  readonly number?: string;
};

const EMBLEM = cm(3);
const RULE = cm(4);

/** An order (คำสั่ง) as PDF. See `index.ts` for how a feature uses it. */
export function renderOrder(order: Order): Promise<Uint8Array> {
  const number = order.number ? set(order.number) : '        /        ';
  const titles = [official.order(set(order.issuer)), official.orderNumber(number)];
  return render(order, titles, official.ordered(eraDate(order.date)));
}

/** An announcement (ประกาศ) as PDF. See `index.ts` for how a feature uses it. */
export function renderAnnouncement(announcement: Announcement): Promise<Uint8Array> {
  const titles = [official.announcement(set(announcement.issuer))];
  return render(announcement, titles, official.announced(eraDate(announcement.date)));
}

function render(paper: Announcement, titles: readonly string[], dated: string): Promise<Uint8Array> {
  const subject = official.subjectLine(set(paper.subject));
  const heading = {
    left: TEXT.left,
    width: TEXT.width,
    face: 'bold',
    size: BODY_SIZE,
    align: 'center',
  } as const;
  const day = textStrips(dated, {
    left: TEXT.left,
    width: TEXT.width,
    indent: PARAGRAPH_INDENT * 2,
    size: BODY_SIZE,
    before: 2 * SPACE_BEFORE,
    keepWithNext: paper.signer !== undefined,
    tag: { type: 'P' },
  });
  const strips = [
    emblemStrip(paper),
    ...titles.flatMap((title) => textStrips(title, { ...heading, keepWithNext: true, tag: { type: 'H1' } })),
    ...textStrips(subject, { ...heading, keepWithNext: true, tag: { type: 'P' } }),
    ruleStrip(),
    ...bodyAndEnd(paper, day),
  ];
  return officialPdf(strips, { ...paper, title: `${titles[0]} ${paper.subject}`, author: paper.issuer });
}

function emblemStrip({ urgency }: OfficialPaper): Strip {
  return {
    height: EMBLEM + SPACE_BEFORE,
    draw: (canvas, top) => {
      drawEmblem(canvas, TEXT.left + TEXT.width / 2, top, EMBLEM, true);
      drawUrgency(canvas, urgency, TEXT.left, top + EMBLEM - SPACE_BEFORE);
    },
  };
}

/** The short rule under the subject. */
function ruleStrip(): Strip {
  const middle = TEXT.left + TEXT.width / 2;
  return {
    height: 2 * SPACE_BEFORE,
    keepWithNext: true,
    draw: (canvas, top) =>
      canvas.artifact(() =>
        canvas.line(middle - RULE / 2, top + SPACE_BEFORE, middle + RULE / 2, top + SPACE_BEFORE, {
          width: 0.8,
        }),
      ),
  };
}
