/**
 * Open Badges 3.0 credentials as VC-JWT (the payload is the credential itself), and the signed list of revocations.
 * Of the holder they say the name that the paper says, and nothing more.
 */
import { SignJWT } from 'jose';
import { asCivilDate, startOfDay } from '#platform/calendar/civil-date.ts';
import type { Snapshot } from './certificate.ts';
import type { CredentialKey } from './credential-key.ts';
import { didOf } from './credential-key.ts';
import { encodeBits, listOf } from './status-list.ts';
import { certificatesText } from './text.ts';

const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
];

export const certificateAddress = (publicUrl: URL, code: string) =>
  `${publicUrl.origin}/certificates/${code}`;
const listAddress = (publicUrl: URL, list: number) => `${publicUrl.origin}/certificates/status/${list}`;

type Issue = {
  readonly snapshot: Snapshot;
  readonly code: string;
  readonly seminarSlug: string;
  readonly statusIndex: number;
  readonly at: Date;
};

export async function makeCredential(
  signer: CredentialKey,
  publicUrl: URL,
  { snapshot, code, seminarSlug, statusIndex, at }: Issue,
): Promise<string> {
  const did = didOf(publicUrl);
  const address = certificateAddress(publicUrl, code);
  const { list, place } = listOf(statusIndex);
  const words = certificatesText('th').credential;
  const credential = {
    '@context': contexts,
    id: address,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: snapshot.seminarTh,
    issuer: { id: did, type: ['Profile'], name: snapshot.issuerTh, url: publicUrl.origin },
    validFrom: at.toISOString(),
    awardedDate: startOfDay(asCivilDate(snapshot.issuedOn)).toISOString(),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: snapshot.holder },
      ],
      activityStartDate: startOfDay(asCivilDate(snapshot.from)).toISOString(),
      activityEndDate: startOfDay(asCivilDate(snapshot.to)).toISOString(),
      licenseNumber: snapshot.number,
      achievement: {
        id: `${publicUrl.origin}/seminars/${seminarSlug}#${snapshot.kind}`,
        type: ['Achievement'],
        achievementType: 'Certificate',
        name: snapshot.seminarTh,
        description: words.description[snapshot.kind](snapshot.seminarTh),
        criteria: { narrative: words.criteria[snapshot.kind] },
      },
    },
    credentialStatus: {
      id: `${listAddress(publicUrl, list)}#${place}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(place),
      statusListCredential: listAddress(publicUrl, list),
    },
  };
  return sign(signer, did, credential, at);
}

/** The list as a credential of its own; `places` are the bits of those revoked. */
export async function makeStatusList(
  signer: CredentialKey,
  publicUrl: URL,
  { list, places, at }: { readonly list: number; readonly places: readonly number[]; readonly at: Date },
): Promise<string> {
  const did = didOf(publicUrl);
  const address = listAddress(publicUrl, list);
  return sign(
    signer,
    did,
    {
      '@context': contexts.slice(0, 1),
      id: address,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: did,
      validFrom: at.toISOString(),
      credentialSubject: {
        id: `${address}#list`,
        type: 'BitstringStatusList',
        statusPurpose: 'revocation',
        encodedList: encodeBits(places),
      },
    },
    at,
  );
}

const sign = (
  signer: CredentialKey,
  did: string,
  credential: Readonly<Record<string, unknown>> & { readonly id: string },
  at: Date,
) =>
  new SignJWT({ ...credential })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'vc+jwt', kid: `${did}#${signer.id}` })
    .setIssuer(did)
    .setJti(credential.id)
    .setNotBefore(at)
    .setIssuedAt(at)
    .sign(signer.key.privateKey);
