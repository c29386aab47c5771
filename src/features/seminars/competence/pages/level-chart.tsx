/** A person's levels as bars with their words beside them. */
import { BarChart } from '#interface/charts/bar-chart.tsx';
import type { Locale } from '#platform/text/messages.ts';
import { competenceText } from '../text.ts';
import type { Profile } from '../view-competence.ts';

type LevelChartProps = {
  readonly profile: Pick<Profile, 'competencies' | 'levels' | 'standings' | 'wanted'>;
  readonly locale: Locale;
};

export function LevelChart({
  profile: { competencies, levels, standings, wanted },
  locale,
}: LevelChartProps) {
  const words = competenceText(locale);
  return (
    <>
      <p className="soft">{words.wanted(wanted)}</p>
      <BarChart
        title={words.chart}
        locale={locale}
        max={4}
        labelHeading={words.competency}
        valueHeading={words.levelHeading}
        bars={standings.map(({ code, level }) => {
          const competency = competencies.find((one) => one.code === code);
          const name = locale === 'en' ? competency?.nameEn : competency?.nameTh;
          const word = levels.find((one) => one.level === level);
          return {
            label: `${code} ${name ?? ''}`,
            value: level,
            tone: level >= wanted ? ('good' as const) : ('two' as const),
            shown:
              level === 0 ? words.none : `${level} ${(locale === 'en' ? word?.nameEn : word?.nameTh) ?? ''}`,
          };
        })}
      />
    </>
  );
}
