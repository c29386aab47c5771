/** A refusal as a page's action answers it. */
import { data } from 'react-router';
import { type LearningRefusal, type Refused, statusOf } from '../outcome.ts';

type Answer = { readonly problem: LearningRefusal; readonly fields: readonly string[] };

export const refuse = ({ code, fields }: Refused) =>
  data<Answer>({ problem: code, fields }, { status: statusOf(code) });
export const unreadable = () => data<Answer>({ problem: 'malformed', fields: [] }, { status: 400 });
