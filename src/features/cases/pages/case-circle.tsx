/** Who reads a case: making the circle smaller, or giving the case to the centre above. Neither is undone alone. */
import { type FormEvent, useState } from 'react';
import { sealForAbove, sealRestriction } from '../browser/compose.ts';
import { nameIn } from '../case.ts';
import { ActOutcome } from './act-outcome.tsx';
import type { ActsProps } from './case-acts.tsx';

export function CaseCircle(props: ActsProps) {
  const { header, matter, may } = props.view;
  return (
    <>
      {may.includes('restrict') && header.restriction !== 'named' ? <Restrict {...props} /> : null}
      {may.includes('hand-up') && matter?.above && !matter.closing ? <HandUp {...props} /> : null}
    </>
  );
}

function Restrict({ view, acts, locale, text }: ActsProps) {
  const { header, matter, self } = view;
  const words = text.acts;
  const readers = (matter?.colleagues ?? []).filter((one) =>
    one.roles.some((role) => role === 'case-officer' || role === 'head'),
  );
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const persons = [self, ...chosen];
  const enough = readers.filter((one) => one.key).length >= 2;

  async function restrict(event: FormEvent) {
    event.preventDefault();
    if (persons.length < 2) return;
    await acts.run('restrict', persons.join(), async (desk) => ({
      act: 'restrict',
      revision: header.revision,
      ...(await sealRestriction(desk, persons)),
    }));
  }

  return (
    <details>
      <summary>{words.restrict}</summary>
      <p className="hint">{words.restrictLead}</p>
      {enough ? (
        <form onSubmit={restrict}>
          <fieldset>
            <legend>{words.named}</legend>
            {readers.map((one) => (
              <label key={one.id} className="choice">
                <input
                  type="checkbox"
                  checked={persons.includes(one.id)}
                  disabled={one.id === self || !one.key}
                  onChange={(event) =>
                    setChosen(
                      event.target.checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id),
                    )
                  }
                />
                <span>
                  {locale === 'en' ? (one.nameEn ?? one.nameTh) : one.nameTh}
                  <small>
                    {one.id === self
                      ? text.self
                      : one.roles
                          .map((role) =>
                            role in text.roles ? text.roles[role as keyof typeof text.roles] : '',
                          )
                          .filter(Boolean)
                          .join(', ')}
                    {one.key ? '' : ` · ${words.noKeyYet}`}
                  </small>
                </span>
              </label>
            ))}
          </fieldset>
          <button
            type="submit"
            className="button danger"
            disabled={persons.length < 2 || acts.busy !== undefined}
          >
            {words.restrictAction}
          </button>
          <ActOutcome acts={acts} name="restrict" text={text} done={words.restrictDone} />
        </form>
      ) : (
        <p>{words.restrictFew}</p>
      )}
    </details>
  );
}

function HandUp({ view, acts, locale, text }: ActsProps) {
  const words = text.acts;
  const above = view.matter!.above!;
  const [sure, setSure] = useState(false);
  const name = nameIn(locale, above);

  async function handUp(event: FormEvent) {
    event.preventDefault();
    if (!sure) return;
    await acts.run('hand-up', above.code, async (desk) => ({
      act: 'hand-up',
      revision: view.header.revision,
      grants: await sealForAbove(desk),
    }));
  }

  return (
    <details>
      <summary>{words.handUp}</summary>
      {above.key ? (
        <form onSubmit={handUp}>
          <p className="hint">{words.handUpLead(name)}</p>
          <label className="choice">
            <input type="checkbox" checked={sure} onChange={(event) => setSure(event.target.checked)} />
            <span>{words.sure}</span>
          </label>
          <button type="submit" className="button danger" disabled={!sure || acts.busy !== undefined}>
            {words.handUpAction}
          </button>
          <ActOutcome acts={acts} name="hand-up" text={text} />
        </form>
      ) : (
        <p className="hint">{words.handUpNoKey(name)}</p>
      )}
    </details>
  );
}
