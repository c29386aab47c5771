/** How many cases stand at each stage; each number leads to its rows. */
import { Link } from 'react-router';
import type { WorkPage } from '../list-work.ts';
import type { CasesText } from '../text.ts';
import { addressOf } from './work-address.ts';

const cap = 1000;

export function StageLinks({ page, text }: { readonly page: WorkPage; readonly text: CasesText }) {
  const { filter, counts } = page;
  return (
    <nav className="stages" aria-label={text.work.stage}>
      <Link to={addressOf(filter, { stage: undefined })} aria-current={filter.stage ? undefined : 'page'}>
        {text.work.allOpen}
      </Link>
      {counts
        .filter(({ count, stage }) => count > 0 || stage === filter.stage)
        .map(({ stage, count }) => (
          <Link
            key={stage}
            to={addressOf(filter, { stage })}
            aria-current={stage === filter.stage ? 'page' : undefined}
          >
            {text.stages[stage]} <b>{count > cap ? text.work.more(cap) : count}</b>
          </Link>
        ))}
    </nav>
  );
}
