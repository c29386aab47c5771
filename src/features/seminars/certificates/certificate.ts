/** The words of certificates: kinds, what is printed, why one is revoked. */
import type { AttendanceRefusal } from '../attendance/attendance.ts';

export const certificateKinds = ['attendee', 'speaker', 'organiser'] as const;
export type CertificateKind = (typeof certificateKinds)[number];

/** Kinds of reason that anybody who checks may read; the reason in words stays with the centre. */
export const revocationKinds = ['wrong-data', 'issued-in-error', 'conduct'] as const;
export type RevocationKind = (typeof revocationKinds)[number];

/**
 * Every printed field as it was on the day of issue: the page of verification shows all of them, so that none can be
 * changed on a forged paper. Dates are civil dates.
 */
export type Snapshot = {
  readonly kind: CertificateKind;
  readonly number: string;
  readonly holder: string;
  readonly holderLine: string;
  readonly seminarTh: string;
  readonly seminarEn: string;
  readonly from: string;
  readonly to: string;
  /** Hours of programme that count, for those who attended; null for others. */
  readonly hours: number | null;
  readonly placeTh: string;
  readonly placeEn: string;
  readonly issuerTh: string;
  readonly issuerEn: string;
  readonly issuedOn: string;
  readonly signerName: string;
  readonly signerPosition: string;
};

/** Whether somebody has completed the seminar, or what is missing. */
export const completions = ['complete', 'attendance-short', 'test-missing', 'test-short'] as const;
export type Completion = (typeof completions)[number];

export type CertificateRefusal =
  | AttendanceRefusal
  | 'not-over'
  | 'head-orders'
  | 'oneself'
  | 'signer-missing'
  | 'nobody-eligible'
  | 'date-wrong';
export type CertificateOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: CertificateRefusal };
export const refused = (
  code: CertificateRefusal,
): { readonly ok: false; readonly code: CertificateRefusal } => ({
  ok: false,
  code,
});
export const done = <T>(value: T): CertificateOutcome<T> => ({ ok: true, value });
