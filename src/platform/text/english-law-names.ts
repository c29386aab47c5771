// What laws are commonly called in English. None of these names is official, and pages say so; the Thai title stands
// beside them. Keyed by the ids of law-names.ts.

/** The English name without its year; undefined for a law that has none here. */
export const englishLawName = (id: string): string | undefined =>
  Object.hasOwn(englishNames, id) ? englishNames[id] : undefined;

const englishNames: Readonly<Record<string, string>> = {
  'criminal-code': 'Criminal Code',
  'criminal-procedure-code': 'Criminal Procedure Code',
  'civil-code': 'Civil and Commercial Code',
  constitution: 'Constitution of the Kingdom of Thailand',
  'nacc-organic-act-2561': 'Organic Act on Anti-Corruption',
  'pacc-executive-measures-act-2551': 'Executive Measures in Anti-Corruption Act',
  'public-procurement-act-2560': 'Public Procurement and Supplies Administration Act',
  'official-information-act-2540': 'Official Information Act',
  'state-administration-act-2534': 'State Administration Act',
  'bangkok-administration-act-2528': 'Bangkok Metropolitan Administration Act',
  'provincial-administration-organisation-act-2540': 'Provincial Administrative Organization Act',
  'budget-procedures-act-2561': 'Budget Procedures Act',
  'anti-money-laundering-act-2542': 'Anti-Money Laundering Act',
  'witness-protection-act-2546': 'Witness Protection in Criminal Cases Act',
  'state-organisation-officials-offences-act-2502':
    'Act on Offences of Officials in State Organizations or Agencies',
  'state-enterprise-standard-qualifications-act-2518':
    'Standard Qualifications for Directors and Employees of State Enterprises Act',
  'electronic-transactions-act-2544': 'Electronic Transactions Act',
  'digital-government-act-2562': 'Act on Public Administration and Service Delivery through Digital Systems',
  'corruption-court-establishment-act-2559':
    'Act on the Establishment of the Criminal Court for Corruption and Misconduct Cases',
  'corruption-court-procedure-act-2559': 'Corruption and Misconduct Case Procedure Act',
  'metropolitan-electricity-authority-act-2501': 'Metropolitan Electricity Authority Act',
  'provincial-electricity-authority-act-2503': 'Provincial Electricity Authority Act',
  'provincial-waterworks-authority-act-2522': 'Provincial Waterworks Authority Act',
  'civil-service-act-2551': 'Civil Service Act',
  'ethical-standards-act-2562': 'Ethical Standards Act',
  'bid-rigging-act-2542': 'Act on Offences Relating to the Submission of Bids to State Agencies',
  'personal-data-protection-act-2562': 'Personal Data Protection Act',
  'administrative-procedure-act-2539': 'Administrative Procedure Act',
};
