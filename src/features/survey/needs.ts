/** What the use cases of the survey stand on. */
import type { Centre, Network } from '#features/network/index.ts';
import type { Ground } from '#platform/ground.ts';
import type { Locale } from '#platform/text/messages.ts';

export type Parts = { readonly ground: Ground; readonly network: Pick<Network, 'listCentres'> };

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

export const nameOf = (centre: Centre, locale: Locale): string =>
  locale === 'en' ? centre.nameEn : centre.nameTh;
