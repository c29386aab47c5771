/** A roll: by category, names by the alphabet with their centre and what was written of them. */
import type { RollSection } from '../read-round.ts';

type RollProps = {
  readonly sections: readonly RollSection[];
  readonly level: 2 | 3;
  readonly words: { readonly empty: string; readonly undecided: string };
};

export function Roll({ sections, level, words }: RollProps) {
  const Title = level === 2 ? 'h2' : 'h3';
  return sections.map((section) => (
    <section key={section.code} aria-labelledby={`roll-${section.code}`}>
      <Title id={`roll-${section.code}`}>{section.name}</Title>
      {section.isUndecided ? <p className="soft">{words.undecided}</p> : null}
      {!section.isUndecided && section.names.length === 0 ? <p className="soft">{words.empty}</p> : null}
      <ul className="honour-roll">
        {section.names.map((one) => (
          <li key={`${one.name} ${one.centre}`}>
            <strong>{one.name}</strong>
            {one.centre === one.name ? null : <span className="soft">{one.centre}</span>}
            <p lang="th">{one.citation}</p>
          </li>
        ))}
      </ul>
    </section>
  ));
}
