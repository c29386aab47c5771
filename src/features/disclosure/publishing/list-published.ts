/** What centres have published, for anybody. */
import type { Locale } from '#platform/text/messages.ts';
import { type CentreName, centreFor, type DisclosureNeeds } from '../needs.ts';
import { paperPath } from './paper-address.ts';
import { countPublications, type Publication, selectPublications } from './publication.queries.ts';

export type PublishingCentre = {
  readonly centre: CentreName;
  readonly papers: number;
  readonly lastAt: Date;
};

/** Centres that have published something, in the network's order. */
export async function listPublishing(
  { ground, network }: DisclosureNeeds,
  locale: Locale,
): Promise<readonly PublishingCentre[]> {
  const counts = await countPublications(ground.databases.public);
  return (await network.listCentres(ground.now())).flatMap((centre) => {
    const count = counts.get(centre.id);
    return count ? [{ centre: centreFor(centre, locale), ...count }] : [];
  });
}

export type PublishedFile = { readonly path: string; readonly size: number; readonly sha256: string };
export type PublishedPaper = Pick<
  Publication,
  'kind' | 'fiscalYear' | 'period' | 'version' | 'publishedAt'
> & {
  readonly pdf: PublishedFile;
  readonly xlsx: PublishedFile;
  /** Versions before, newest first. */
  readonly earlier: readonly {
    readonly version: number;
    readonly publishedAt: Date;
    readonly pdf: PublishedFile;
    readonly xlsx: PublishedFile;
  }[];
};

/** A centre's papers, the newest version of each with those before it; undefined for an unknown centre. */
export async function listPapers(
  { ground, network }: DisclosureNeeds,
  unitCode: string,
  locale: Locale,
): Promise<{ readonly centre: CentreName; readonly papers: readonly PublishedPaper[] } | undefined> {
  const centre = (await network.listCentres(ground.now())).find(({ code }) => code === unitCode);
  if (!centre) return undefined;
  const all = await selectPublications(ground.databases.public, { unitId: centre.id });
  const groups = Map.groupBy(all, ({ kind, fiscalYear, period }) => `${fiscalYear} ${kind} ${period}`);
  const filesOf = (one: Publication, isNewest: boolean) => {
    const file = (ending: 'pdf' | 'xlsx') => {
      const { kind, fiscalYear, period, version, files } = one;
      const address = { unitCode, kind, fiscalYear, period, ending };
      return {
        path: paperPath(isNewest ? address : { ...address, version }),
        size: files[ending].size,
        sha256: files[ending].sha256,
      };
    };
    return { version: one.version, publishedAt: one.publishedAt, pdf: file('pdf'), xlsx: file('xlsx') };
  };
  return {
    centre: centreFor(centre, locale),
    papers: [...groups.values()].map(([newest, ...earlier]) => ({
      kind: newest!.kind,
      fiscalYear: newest!.fiscalYear,
      period: newest!.period,
      ...filesOf(newest!, true),
      earlier: earlier.map((one) => filesOf(one, false)),
    })),
  };
}
