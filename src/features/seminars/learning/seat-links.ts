/** What evaluation, plan and materials show on a participant's page. */
import { evaluationOf } from '../evaluation/react.ts';
import { planOf } from '../followup/own-plan.ts';
import { selectMaterials } from '../materials/material.queries.ts';
import type { SeatLinkSource } from '../seats/seat-links.ts';
import { learningText } from './text.ts';

export const evaluationLink: SeatLinkSource = async (trx, { seat, seminar, locale, now }) => {
  const text = learningText(locale).seatLinks;
  const { closed, open } = await evaluationOf(trx, { seat, seminar, now });
  if (closed) return [];
  return [
    {
      path: 'evaluation',
      title: text.evaluation,
      hint: open.length > 0 ? text.evaluationHint(open.length) : text.evaluationDone,
      isDone: open.length === 0,
    },
  ];
};

export const planLink: SeatLinkSource = async (trx, { seat, seminar, locale, now }) => {
  const text = learningText(locale).seatLinks;
  const own = await planOf(trx, { seat, seminar, now });
  if (!own || (!own.isOpen && !own.plan)) return [];
  return [
    {
      path: 'plan',
      title: text.plan,
      hint: own.waiting ? text.planWaiting : text.planHint,
      isDone: own.plan !== undefined && own.waiting === undefined,
    },
  ];
};

export const materialsLink: SeatLinkSource = async (trx, { seminar, locale }) => {
  const text = learningText(locale).seatLinks;
  const { length } = await selectMaterials(trx, { seminarId: seminar.id });
  return length === 0 ? [] : [{ path: 'materials', title: text.materials, hint: text.materialsHint(length) }];
};
