/** The form of a framework's next version, read back on the server. Codes of bands and controls stay those of the version before. */
import { textOf } from '#platform/http/limited-form.ts';
import type { Framework } from '../framework.ts';

export function readFramework(form: FormData, all: readonly Framework[]): unknown {
  const before = all.find(({ code }) => code === textOf(form, 'code'));
  if (!before) return undefined;
  const { scheme } = before;
  const both = (name: string) => ({ th: textOf(form, `${name}-th`), en: textOf(form, `${name}-en`) });
  const axis = (name: 'likelihood' | 'impact') => ({
    name: both(`${name}-name`),
    levels: scheme[name].levels.map((_, at) => both(`${name}-${at + 1}`)),
  });
  const domains = form
    .getAll('domain')
    .map(String)
    .map((at) => ({ code: textOf(form, `domain-${at}-code`), name: both(`domain-${at}`) }));
  return {
    code: before.code,
    after: Number(textOf(form, 'after')),
    name: both('name'),
    kinds: before.kinds,
    scheme: {
      likelihood: axis('likelihood'),
      impact: axis('impact'),
      bands: scheme.bands.map((band) => ({
        code: band.code,
        tone: band.tone,
        name: both(`band-${band.code}`),
        from: band.from === null ? null : Number(textOf(form, `band-${band.code}-from`)),
      })),
      domains,
      controls: scheme.controls,
      afterControl:
        scheme.afterControl &&
        Object.fromEntries(
          Object.entries(scheme.afterControl).map(([control, row]) => [
            control,
            Object.fromEntries(
              Object.keys(row).map((band) => [band, textOf(form, `after-${control}-${band}`)]),
            ),
          ]),
        ),
      treatFrom: textOf(form, 'treatFrom'),
    },
    mapDue: textOf(form, 'mapDue'),
    halfCloses: textOf(form, 'halfCloses'),
    yearCloses: textOf(form, 'yearCloses'),
    basis: textOf(form, 'basis'),
    source: textOf(form, 'source'),
    status: textOf(form, 'status'),
    fromYear: textOf(form, 'fromYear'),
    toYear: textOf(form, 'toYear'),
  };
}
