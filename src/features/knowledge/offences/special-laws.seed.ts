/**
 * Offences outside the Criminal Code that centres meet, in our own words. Section numbers and ranges were read in the
 * texts of mid-2019; the NACC Organic Act was amended in 2568, which these entries do not yet take in.
 */
import { andFine, type OffenceSeed, orFine, years } from './seed-entry.ts';

type Rest = Omit<OffenceSeed, 'code' | 'instrument' | 'section' | 'basis' | 'validFrom'>;

const nacc = (section: string, rest: Rest, code = `NACC-${rest.penaltySection ?? section}`): OffenceSeed => ({
  ...rest,
  code,
  instrument: 'nacc-organic-act-2561',
  section,
  basis: `พ.ร.ป.ว่าด้วยการป้องกันและปราบปรามการทุจริต พ.ศ. 2561 มาตรา ${section}${
    rest.penaltySection ? ` โทษตามมาตรา ${rest.penaltySection}` : ''
  }`,
  validFrom: '2018-07-22',
});

const organisation = (
  section: string,
  rest: Pick<
    Rest,
    | 'acts'
    | 'topics'
    | 'penalties'
    | 'related'
    | 'titleTh'
    | 'titleEn'
    | 'gistTh'
    | 'gistEn'
    | 'elementsTh'
    | 'elementsEn'
  >,
): OffenceSeed => ({
  ...rest,
  kind: 'office',
  actors: ['state-enterprise'],
  code: `SOE-${section}`,
  instrument: 'state-organisation-officials-offences-act-2502',
  section,
  basis: `พ.ร.บ.ว่าด้วยความผิดของพนักงานในองค์การหรือหน่วยงานของรัฐ พ.ศ. 2502 มาตรา ${section}`,
  validFrom: '1959-09-02',
});

const grave = andFine(years(5, 20), 2_000, 40_000, { life: true });
const gravest = andFine(years(5, 20), 2_000, 40_000, { life: true, death: true });
const shared: Pick<Rest, 'actors'> = { actors: ['official', 'elected', 'state-enterprise', 'justice'] };

export const specialLaws: readonly OffenceSeed[] = [
  nacc('128', {
    ...shared,
    kind: 'nacc',
    penaltySection: '169',
    acts: ['take-gift'],
    topics: ['GIFTS'],
    penalties: [orFine(years(undefined, 3), undefined, 60_000)],
    related: ['CC-149', 'NACC-173'],
    titleTh: 'เจ้าพนักงานของรัฐรับของขวัญเกินเกณฑ์',
    titleEn: 'A State official takes a gift beyond the limit',
    gistTh: 'รับทรัพย์สินหรือประโยชน์ที่คิดเป็นเงินได้ นอกเหนือจากที่กฎหมายให้รับ แม้ไม่ได้แลกกับงานใด',
    gistEn:
      'Taking property or a benefit worth money beyond what the law allows, even for nothing in return.',
    elementsTh: [
      'ผู้รับเป็นเจ้าพนักงานของรัฐ หรือพ้นตำแหน่งมาแล้วยังไม่ถึงสองปี',
      'รับทรัพย์สินหรือประโยชน์ที่คิดเป็นเงินได้',
      'ไม่เข้าข้อยกเว้น คือ ตามกฎหมาย ตามธรรมจรรยาในเกณฑ์ที่ ป.ป.ช. กำหนด หรือจากญาติตามประเพณี',
    ],
    elementsEn: [
      'The taker is a State official, or left office less than two years ago',
      'Property or a benefit worth money is taken',
      'No exception fits: by law, by courtesy within the limit the NACC sets, or from relatives by custom',
    ],
  }),
  nacc('126', {
    ...shared,
    kind: 'nacc',
    penaltySection: '168',
    acts: ['favour', 'procurement'],
    topics: ['CONFLICT_OF_INTEREST', 'PROCUREMENT'],
    penalties: [orFine(years(undefined, 3), undefined, 60_000)],
    related: ['CC-152', 'NACC-170'],
    titleTh: 'เจ้าพนักงานของรัฐหรือคู่สมรสเป็นคู่สัญญากับหน่วยงานของตน',
    titleEn: 'An official or spouse contracts with the official’s own agency',
    gistTh: 'ผู้ดำรงตำแหน่งที่ ป.ป.ช. กำหนด หรือคู่สมรส เป็นคู่สัญญา ถือหุ้น รับสัมปทาน หรือทำงานในธุรกิจที่หน่วยงานของตนกำกับ',
    gistEn:
      'A holder of a post that the NACC names, or the spouse, contracts with, holds shares in, or works for a business the agency supervises.',
    elementsTh: [
      'เป็นผู้ดำรงตำแหน่งที่ ป.ป.ช. ประกาศกำหนด (หรือคู่สมรส โดยผู้ดำรงตำแหน่งรู้เห็นยินยอม)',
      'เป็นคู่สัญญา ผู้ถือหุ้น ผู้รับสัมปทาน กรรมการ ที่ปรึกษา หรือลูกจ้างในกิจการนั้น',
      'หน่วยงานของตนมีอำนาจกำกับ ดูแล ควบคุม หรือตรวจสอบกิจการนั้น',
    ],
    elementsEn: [
      'The person holds a post that the NACC has named (or is the spouse, with the holder’s knowing consent)',
      'Is a contracting party, shareholder, concessionaire, director, adviser or employee of the business',
      'The agency supervises, controls or examines that business',
    ],
  }),
  nacc('127', {
    ...shared,
    actors: ['official', 'elected', 'state-enterprise'],
    kind: 'nacc',
    penaltySection: '170',
    acts: ['favour'],
    topics: ['CONFLICT_OF_INTEREST'],
    penalties: [orFine({ maxMonths: 6 }, undefined, 10_000)],
    related: ['NACC-168'],
    titleTh: 'พ้นตำแหน่งไม่ถึงสองปีแล้วไปทำงานในธุรกิจที่เคยกำกับ',
    titleEn: 'Working for a supervised business within two years of leaving',
    gistTh: 'ผู้ดำรงตำแหน่งที่ ป.ป.ช. กำหนด ไปเป็นกรรมการ ที่ปรึกษา หรือลูกจ้างของธุรกิจที่หน่วยงานเดิมกำกับ ภายในสองปี',
    gistEn:
      'A holder of a post that the NACC names becomes a director, adviser or employee of a business the old agency supervised, within two years.',
    elementsTh: [
      'เคยดำรงตำแหน่งที่ ป.ป.ช. กำหนด',
      'พ้นตำแหน่งมายังไม่ถึงสองปี',
      'เข้าไปมีส่วนได้เสียในธุรกิจที่หน่วยงานเดิมกำกับ',
    ],
    elementsEn: [
      'Held a post that the NACC names',
      'Left it less than two years ago',
      'Takes part in a business the old agency supervised',
    ],
  }),
  nacc('171', {
    ...shared,
    kind: 'nacc',
    acts: ['pretend', 'ask-money'],
    topics: ['ABUSE_OF_POWER', 'BRIBE_DEMAND'],
    penalties: [orFine(years(1, 10), 2_000, 20_000)],
    related: ['CC-145', 'NACC-172'],
    titleTh: 'เจ้าพนักงานของรัฐทำให้เชื่อว่ามีหน้าที่ที่ตนไม่มี',
    titleEn: 'A State official makes believe a duty that is not his or hers',
    gistTh: 'ทำให้คนอื่นเชื่อว่ามีตำแหน่งหรือหน้าที่ ทั้งที่ไม่มี เพื่อหาประโยชน์ที่ไม่ควรได้',
    gistEn: 'Making others believe in a post or duty that is not held, for a gain that is not due.',
    elementsTh: ['ผู้ทำเป็นเจ้าพนักงานของรัฐ', 'ทำในทางที่คนอื่นอาจเชื่อว่ามีตำแหน่งหรือหน้าที่นั้น ทั้งที่ไม่มี', 'เพื่อประโยชน์ที่ไม่ควรได้'],
    elementsEn: [
      'The person is a State official',
      'Acts so that others may believe in a post or duty that is not held',
      'For a gain that is not due',
    ],
  }),
  nacc('172', {
    ...shared,
    kind: 'nacc',
    acts: ['neglect', 'harm', 'retaliate', 'favour', 'procurement'],
    topics: ['ABUSE_OF_POWER', 'NEGLECT', 'PERSONNEL', 'CONFLICT_OF_INTEREST'],
    penalties: [orFine(years(1, 10), 20_000, 200_000)],
    related: ['CC-157'],
    titleTh: 'เจ้าพนักงานของรัฐใช้อำนาจหรือละเว้นหน้าที่โดยมิชอบ',
    titleEn: 'A State official misuses power or neglects a duty',
    gistTh: 'ทำหรือไม่ทำในตำแหน่งหน้าที่ หรือใช้อำนาจโดยมิชอบ เพื่อให้คนอื่นเสียหาย หรือโดยทุจริต',
    gistEn: 'Acting, not acting or using power wrongly in the post, to harm someone or dishonestly.',
    elementsTh: [
      'ผู้ทำเป็นเจ้าพนักงานของรัฐ ซึ่งกว้างกว่าเจ้าพนักงานตามประมวลกฎหมายอาญา',
      'ทำ ละเว้น หรือใช้อำนาจโดยมิชอบ',
      'เพื่อให้คนอื่นเสียหาย หรือทำโดยทุจริต',
    ],
    elementsEn: [
      'The person is a State official, a wider circle than officials under the Criminal Code',
      'Acts, omits or uses power wrongly',
      'To harm someone, or dishonestly',
    ],
  }),
  nacc('173', {
    ...shared,
    kind: 'nacc',
    acts: ['ask-money', 'take-gift', 'procurement'],
    topics: ['BRIBE_DEMAND', 'PROCUREMENT', 'PERSONNEL'],
    penalties: [andFine(years(5, 20), 100_000, 400_000, { life: true })],
    related: ['CC-149', 'NACC-169'],
    titleTh: 'เจ้าพนักงานของรัฐเรียกหรือรับสินบน',
    titleEn: 'A State official asks for or takes a bribe',
    gistTh:
      'ขอ รับ หรือตกลงจะรับประโยชน์โดยมิชอบ เพื่อทำหรือไม่ทำงานในตำแหน่ง รวมถึงเจ้าหน้าที่ของรัฐต่างประเทศและองค์การระหว่างประเทศ',
    gistEn:
      'Wrongly asking for, taking or agreeing to take a benefit for acting or not acting; foreign and international officials too.',
    elementsTh: [
      'ผู้ทำเป็นเจ้าพนักงานของรัฐ เจ้าหน้าที่ของรัฐต่างประเทศ หรือขององค์การระหว่างประเทศ',
      'ขอ รับ หรือตกลงจะรับประโยชน์โดยมิชอบ',
      'เพื่อทำหรือไม่ทำงานในตำแหน่ง ไม่ว่างานนั้นจะชอบหรือไม่',
    ],
    elementsEn: [
      'The person is a State official, or a foreign or international one',
      'Wrongly asks for, takes or agrees to take a benefit',
      'To act or not act in the post, rightly or wrongly',
    ],
  }),
  nacc('174', {
    ...shared,
    kind: 'nacc',
    acts: ['ask-money', 'take-gift'],
    topics: ['BRIBE_DEMAND', 'PERSONNEL'],
    penalties: [andFine(years(5, 20), 100_000, 400_000, { life: true })],
    related: ['CC-150', 'NACC-173'],
    titleTh: 'เจ้าพนักงานของรัฐเห็นแก่สินบนที่รับไว้ก่อนรับตำแหน่ง',
    titleEn: 'A State official acts for a bribe taken before the appointment',
    gistTh: 'ทำหรือไม่ทำงานเพราะเห็นแก่ประโยชน์ที่ขอหรือรับไว้ก่อนได้รับแต่งตั้งในตำแหน่งนั้น',
    gistEn: 'Acting or not acting for a benefit asked for or taken before the appointment to that post.',
    elementsTh: [
      'ผู้ทำเป็นเจ้าพนักงานของรัฐ เจ้าหน้าที่ของรัฐต่างประเทศ หรือขององค์การระหว่างประเทศ',
      'ขอ รับ หรือตกลงจะรับประโยชน์ไว้ก่อนได้รับตำแหน่ง',
      'ทำหรือไม่ทำงานเพราะเห็นแก่ประโยชน์นั้น',
    ],
    elementsEn: [
      'The person is a State official, or a foreign or international one',
      'A benefit was asked for, taken or agreed before the appointment',
      'The act or omission was for its sake',
    ],
  }),
  nacc('175', {
    kind: 'giver',
    actors: ['citizen', 'contractor', 'official', 'elected', 'state-enterprise'],
    acts: ['go-between'],
    topics: ['BRIBE_DEMAND', 'PERSONNEL'],
    penalties: [orFine(years(undefined, 5), undefined, 100_000)],
    related: ['CC-143', 'NACC-176'],
    titleTh: 'คนกลางรับเงินเพื่อวิ่งเต้นเจ้าพนักงานของรัฐ',
    titleEn: 'A go-between takes money to influence a State official',
    gistTh: 'ขอหรือรับประโยชน์เพื่อจูงใจเจ้าพนักงานของรัฐด้วยวิธีทุจริต ผิดกฎหมาย หรือใช้อิทธิพล',
    gistEn:
      'Asking for or taking a benefit to move a State official by dishonest or unlawful means or influence.',
    elementsTh: [
      'ขอ รับ หรือตกลงจะรับประโยชน์ ใครทำก็ได้',
      'เพื่อจูงใจหรือเพราะได้จูงใจเจ้าพนักงานของรัฐ ของรัฐต่างประเทศ หรือขององค์การระหว่างประเทศ',
      'ให้ทำหรือไม่ทำหน้าที่เป็นคุณหรือโทษแก่ใคร',
    ],
    elementsEn: [
      'Anyone asks for, takes or agrees to take a benefit',
      'To move, or for having moved, a State, foreign or international official',
      'To act or not act to someone’s advantage or harm',
    ],
  }),
  nacc('176', {
    kind: 'giver',
    actors: ['citizen', 'contractor'],
    acts: ['give-money', 'procurement'],
    topics: ['BRIBE_DEMAND', 'PROCUREMENT'],
    penalties: [orFine(years(undefined, 5), undefined, 100_000)],
    related: ['CC-144', 'NACC-173'],
    titleTh: 'ให้สินบนเจ้าพนักงานของรัฐ และความรับผิดของบริษัท',
    titleEn: 'Bribing a State official, and the company’s liability',
    gistTh:
      'ให้ เสนอ หรือรับปากว่าจะให้ประโยชน์แก่เจ้าพนักงานของรัฐ บริษัทที่ไม่มีมาตรการป้องกันที่เหมาะสมถูกปรับหนึ่งถึงสองเท่าของความเสียหายหรือประโยชน์ที่ได้',
    gistEn:
      'Giving, offering or promising a benefit to a State official. A company without fit internal controls is fined once to twice the damage or gain.',
    elementsTh: [
      'ให้ ขอให้ หรือรับว่าจะให้ประโยชน์แก่เจ้าพนักงานของรัฐ ของรัฐต่างประเทศ หรือขององค์การระหว่างประเทศ',
      'เพื่อให้ทำ ไม่ทำ หรือประวิงงานอันมิชอบด้วยหน้าที่',
      'นิติบุคคลรับผิดด้วย ถ้าผู้เกี่ยวข้องทำเพื่อประโยชน์ของนิติบุคคล และไม่มีมาตรการควบคุมภายในที่เหมาะสม',
    ],
    elementsEn: [
      'A benefit is given, offered or promised to a State, foreign or international official',
      'To act, not act or delay against the duty',
      'A legal person is liable too when someone connected acts for its benefit and it lacks fit internal controls',
    ],
  }),
  nacc('177', {
    kind: 'nacc',
    actors: ['citizen', 'contractor', 'official', 'elected', 'state-enterprise', 'justice'],
    acts: ['retaliate', 'destroy-papers'],
    topics: ['ABUSE_OF_POWER', 'OTHER'],
    penalties: [orFine(years(undefined, 10), undefined, 200_000)],
    related: ['CC-158', 'NACC-180', 'CC-157'],
    titleTh: 'ขัดขวางคดีทุจริต ข่มขู่พยาน หรือทำลายหลักฐาน',
    titleEn: 'Obstructing a corruption case, threatening witnesses, destroying evidence',
    gistTh: 'ซื้อ ข่มขู่ หรือหลอกพยาน ทำลายหรือปลอมหลักฐาน หรือข่มขู่เจ้าหน้าที่ในคดีทุจริต เจ้าพนักงานของรัฐทำเองโทษเป็นสองเท่า',
    gistEn:
      'Buying, threatening or deceiving witnesses, destroying or forging evidence, or threatening officials in a corruption case. Twice the penalty for a State official.',
    elementsTh: [
      'มีการสอบสวน ไต่สวน ฟ้อง หรือดำเนินคดีตามกฎหมายป้องกันและปราบปรามการทุจริต',
      'ให้ประโยชน์ ข่มขู่ หรือหลอกผู้เสียหายหรือพยาน ทำลายหรือปลอมหลักฐาน หรือข่มขู่เจ้าหน้าที่',
      'เพื่อไม่ให้คดีดำเนินไปโดยเรียบร้อย',
    ],
    elementsEn: [
      'There is an inquiry, prosecution or trial under anti-corruption law',
      'Victims or witnesses are paid, threatened or deceived, evidence destroyed or forged, or officials threatened',
      'So that the case does not take its proper course',
    ],
  }),
  nacc('180', {
    kind: 'nacc',
    actors: ['citizen', 'contractor', 'official', 'elected', 'state-enterprise', 'justice'],
    acts: ['leak', 'retaliate'],
    topics: ['ABUSE_OF_POWER', 'OTHER'],
    penalties: [
      orFine(years(undefined, 1), undefined, 20_000),
      { ...andFine(years(1, 5), 20_000, 100_000), limb: 'identity' },
    ],
    related: ['CC-164', 'NACC-177'],
    titleTh: 'เปิดเผยข้อมูลไต่สวนหรือชื่อผู้แจ้งเบาะแส',
    titleEn: 'Disclosing inquiry information or who reported',
    gistTh: 'เปิดเผยข้อมูลที่ ป.ป.ช. หรือเจ้าหน้าที่ได้มาจากการปฏิบัติหน้าที่ โทษหนักขึ้นถ้าเปิดเผยชื่อและที่อยู่ของผู้กล่าวหาหรือผู้แจ้งเบาะแส',
    gistEn:
      'Disclosing information the NACC or its officials obtained in their duty; graver when it is the name and address of the accuser or informant.',
    elementsTh: [
      'ข้อมูลได้มาจากการปฏิบัติหน้าที่ตามกฎหมาย ป.ป.ช.',
      'เปิดเผยโดยไม่เข้าข้อยกเว้นตามกฎหมาย',
      'โทษหนักขึ้นถ้าเป็นชื่อและที่อยู่ของผู้กล่าวหาหรือผู้แจ้งเบาะแส',
    ],
    elementsEn: [
      'The information was obtained in a duty under the NACC Organic Act',
      'It is disclosed outside the exceptions of the law',
      'Graver when it is the name and address of the accuser or informant',
    ],
  }),
  nacc('167', {
    ...shared,
    kind: 'nacc',
    acts: ['wealth'],
    topics: ['UNUSUAL_WEALTH'],
    penalties: [orFine({ maxMonths: 6 }, undefined, 10_000)],
    related: ['NACC-115'],
    titleTh: 'จงใจไม่ยื่นหรือยื่นบัญชีทรัพย์สินเป็นเท็จ',
    titleEn: 'Deliberately not declaring assets, or declaring falsely',
    gistTh: 'ผู้มีหน้าที่ยื่นบัญชีทรัพย์สินจงใจไม่ยื่น ยื่นเท็จ หรือปกปิด เพื่อไม่แสดงที่มาของทรัพย์สิน',
    gistEn:
      'Someone who must declare assets deliberately does not, declares falsely, or conceals, so as not to show their source.',
    elementsTh: [
      'เป็นผู้มีหน้าที่ยื่นบัญชีทรัพย์สินและหนี้สิน',
      'จงใจไม่ยื่นในกำหนด ยื่นเท็จ หรือปกปิด',
      'มีพฤติการณ์ว่าเจตนาไม่แสดงที่มาของทรัพย์สิน',
    ],
    elementsEn: [
      'The person must declare assets and liabilities',
      'Deliberately does not declare in time, declares falsely or conceals',
      'The circumstances show an intent not to reveal the source',
    ],
  }),
  nacc('115', {
    ...shared,
    kind: 'forfeiture',
    acts: ['wealth'],
    topics: ['UNUSUAL_WEALTH'],
    penalties: [],
    related: ['NACC-167'],
    titleTh: 'ร่ำรวยผิดปกติ',
    titleEn: 'Unusual wealth',
    gistTh:
      'มีทรัพย์สินมากหรือเพิ่มขึ้นมากผิดปกติ หรือหนี้ลดลงผิดปกติ จากตำแหน่งหน้าที่ โดยบอกที่มาไม่ได้ ไม่ใช่โทษจำคุก แต่ศาลสั่งให้ทรัพย์สินตกเป็นของแผ่นดินได้',
    gistEn:
      'Unusually great or growing property, or shrinking debt, from the post, without a lawful source. Not prison: a court may forfeit the property to the State.',
    elementsTh: [
      'ผู้ถูกกล่าวหาเป็นเจ้าพนักงานของรัฐ',
      'ทรัพย์สินมากหรือเพิ่มขึ้นผิดปกติ หรือหนี้ลดลงผิดปกติ',
      'สืบเนื่องจากตำแหน่งหน้าที่ และไม่มีที่มาที่อ้างได้ตามกฎหมาย',
    ],
    elementsEn: [
      'The person is a State official',
      'Property is unusually great or has grown, or debt has shrunk, unusually',
      'From the post or its power, without a source that the law accepts',
    ],
  }),
  {
    code: 'PROC-120',
    instrument: 'public-procurement-act-2560',
    section: '120',
    basis: 'พ.ร.บ.การจัดซื้อจัดจ้างและการบริหารพัสดุภาครัฐ พ.ศ. 2560 มาตรา 120',
    validFrom: '2017-08-23',
    kind: 'office',
    actors: ['official', 'elected', 'state-enterprise', 'contractor'],
    acts: ['procurement', 'favour', 'neglect'],
    topics: ['PROCUREMENT'],
    penalties: [orFine(years(1, 10), 20_000, 200_000)],
    related: ['CC-151', 'CC-157', 'NACC-176'],
    titleTh: 'จัดซื้อจัดจ้างโดยมิชอบหรือโดยทุจริต',
    titleEn: 'Wrongful or dishonest procurement',
    gistTh: 'ผู้มีหน้าที่จัดซื้อจัดจ้างหรือดูแลพัสดุทำผิดกฎหมายหรือระเบียบเพื่อให้คนอื่นเสียหาย หรือโดยทุจริต ผู้ใช้และผู้สนับสนุนรับโทษเท่ากัน',
    gistEn:
      'Whoever has a duty in procurement or supplies breaks the Act or its rules to harm someone, or dishonestly. Instigators and helpers are punished alike.',
    elementsTh: [
      'ผู้ทำเป็นเจ้าหน้าที่หรือผู้มีอำนาจในการจัดซื้อจัดจ้างหรือบริหารพัสดุ หรือเป็นผู้ใช้หรือผู้สนับสนุน เช่น ผู้รับเหมา',
      'ปฏิบัติหรือละเว้นโดยมิชอบ ตามกฎหมาย กฎกระทรวง ระเบียบ หรือประกาศจัดซื้อจัดจ้าง',
      'เพื่อให้คนอื่นเสียหาย หรือทำโดยทุจริต',
    ],
    elementsEn: [
      'An official or person with power in procurement or supplies, or one who instigates or helps, such as a contractor',
      'Acts or omits wrongly under the procurement Act, regulations or notices',
      'To harm someone, or dishonestly',
    ],
  },
  {
    code: 'AML-60',
    instrument: 'anti-money-laundering-act-2542',
    section: '5',
    penaltySection: '60',
    basis: 'พ.ร.บ.ป้องกันและปราบปรามการฟอกเงิน พ.ศ. 2542 มาตรา 5 โทษตามมาตรา 60',
    validFrom: '1999-08-19',
    kind: 'ordinary',
    actors: ['official', 'elected', 'state-enterprise', 'justice', 'contractor', 'citizen'],
    acts: ['launder', 'wealth'],
    topics: ['UNUSUAL_WEALTH', 'OTHER'],
    penalties: [orFine(years(1, 10), 20_000, 200_000)],
    related: ['NACC-115'],
    titleTh: 'ฟอกเงินจากการทุจริต',
    titleEn: 'Laundering the proceeds of corruption',
    gistTh: 'โอน รับโอน เปลี่ยนสภาพ หรือซุกซ่อนทรัพย์สินที่ได้จากการทุจริต เพื่อปกปิดที่มา',
    gistEn:
      'Transferring, receiving, changing or hiding property from corruption to conceal where it came from.',
    elementsTh: [
      'ทรัพย์สินเกี่ยวกับความผิดมูลฐาน ซึ่งรวมความผิดต่อตำแหน่งหน้าที่',
      'โอน รับโอน เปลี่ยนสภาพ หรือทำให้ไม่เห็นที่มา',
      'เพื่อปกปิดแหล่งที่มา หรือช่วยให้ผู้ทำผิดพ้นโทษ',
    ],
    elementsEn: [
      'The property is linked to a predicate offence, malfeasance in office among them',
      'It is transferred, received, changed, or its nature disguised',
      'To conceal its source or help an offender',
    ],
  },
  organisation('4', {
    acts: ['embezzle'],
    topics: ['EMBEZZLEMENT'],
    penalties: [grave],
    related: ['CC-147', 'SOE-8'],
    titleTh: 'พนักงานรัฐวิสาหกิจยักยอกทรัพย์',
    titleEn: 'State-enterprise staff embezzle',
    gistTh: 'พนักงานที่มีหน้าที่ซื้อ ทำ จัดการ หรือรักษาทรัพย์ เอาทรัพย์ไปเป็นของตนหรือของคนอื่น',
    gistEn: 'Staff who buy, make, manage or keep property make it their own or another’s.',
    elementsTh: [
      'ผู้ทำเป็นพนักงานขององค์การหรือหน่วยงานที่รัฐถือทุนเกินร้อยละห้าสิบ',
      'มีหน้าที่ซื้อ ทำ จัดการ หรือรักษาทรัพย์นั้น',
      'เอาไปเป็นของตนหรือคนอื่น หรือปล่อยให้คนอื่นเอาไป โดยทุจริต',
    ],
    elementsEn: [
      'Staff of a body in which the State holds more than half of the capital',
      'Their duty is to buy, make, manage or keep the property',
      'They dishonestly take it, for themselves or another, or let another take it',
    ],
  }),
  organisation('5', {
    acts: ['force-pay', 'ask-money'],
    topics: ['BRIBE_DEMAND', 'ABUSE_OF_POWER'],
    penalties: [gravest],
    related: ['CC-148', 'SOE-6'],
    titleTh: 'พนักงานรัฐวิสาหกิจใช้อำนาจบีบให้จ่าย',
    titleEn: 'State-enterprise staff use power to make someone pay',
    gistTh: 'ใช้อำนาจในหน้าที่โดยมิชอบ บังคับหรือชักจูงให้คนมอบทรัพย์สินหรือประโยชน์',
    gistEn: 'Misusing the power of the duty to force or press someone to hand over property or a benefit.',
    elementsTh: ['ผู้ทำเป็นพนักงาน', 'ใช้อำนาจในหน้าที่โดยมิชอบ', 'บังคับหรือจูงใจให้ใครมอบหรือหามาให้ซึ่งทรัพย์สินหรือประโยชน์'],
    elementsEn: [
      'The person is staff of such a body',
      'Power of the duty is misused',
      'Someone is forced or induced to give or find property or a benefit',
    ],
  }),
  organisation('6', {
    acts: ['ask-money', 'take-gift', 'procurement'],
    topics: ['BRIBE_DEMAND', 'PROCUREMENT'],
    penalties: [gravest],
    related: ['CC-149', 'NACC-173'],
    titleTh: 'พนักงานรัฐวิสาหกิจเรียกหรือรับสินบน',
    titleEn: 'State-enterprise staff ask for or take a bribe',
    gistTh: 'ขอ รับ หรือตกลงจะรับประโยชน์โดยมิชอบ เพื่อทำหรือไม่ทำหน้าที่ เช่น ขอเงินเพื่อต่อมิเตอร์ให้เร็วขึ้น',
    gistEn:
      'Wrongly asking for, taking or agreeing to take a benefit for a duty, such as money for a quicker meter.',
    elementsTh: ['ผู้ทำเป็นพนักงาน', 'ขอ รับ หรือตกลงจะรับประโยชน์โดยมิชอบ', 'เพื่อทำหรือไม่ทำหน้าที่ ไม่ว่างานนั้นจะชอบหรือไม่'],
    elementsEn: [
      'The person is staff of such a body',
      'Wrongly asks for, takes or agrees to take a benefit',
      'To act or not act in the duty, rightly or wrongly',
    ],
  }),
  organisation('7', {
    acts: ['ask-money', 'take-gift'],
    topics: ['BRIBE_DEMAND', 'PERSONNEL'],
    penalties: [grave],
    related: ['SOE-6', 'CC-150'],
    titleTh: 'พนักงานรัฐวิสาหกิจเห็นแก่สินบนที่รับไว้ก่อน',
    titleEn: 'State-enterprise staff act for a bribe taken earlier',
    gistTh: 'ทำหรือไม่ทำหน้าที่เพราะเห็นแก่ประโยชน์ที่ขอหรือรับไว้ก่อนได้รับแต่งตั้ง',
    gistEn: 'Acting or not acting for a benefit asked for or taken before the appointment.',
    elementsTh: [
      'ผู้ทำเป็นพนักงาน',
      'ขอ รับ หรือตกลงจะรับประโยชน์ไว้ก่อนได้รับแต่งตั้ง',
      'ทำหรือไม่ทำหน้าที่เพราะเห็นแก่ประโยชน์นั้น',
    ],
    elementsEn: [
      'The person is staff of such a body',
      'A benefit was asked for, taken or agreed before the appointment',
      'The act or omission was for its sake',
    ],
  }),
  organisation('8', {
    acts: ['procurement', 'embezzle', 'favour'],
    topics: ['PROCUREMENT', 'EMBEZZLEMENT'],
    penalties: [grave],
    related: ['CC-151', 'PROC-120'],
    titleTh: 'พนักงานรัฐวิสาหกิจใช้อำนาจจัดการทรัพย์โดยทุจริต',
    titleEn: 'State-enterprise staff in charge of property misuse power',
    gistTh: 'ผู้มีหน้าที่ซื้อ ทำ จัดการ หรือรักษาทรัพย์ ใช้อำนาจโดยทุจริตจนหน่วยงานเสียหาย',
    gistEn: 'Whoever buys, makes, manages or keeps property uses the power dishonestly and the body loses.',
    elementsTh: ['ผู้ทำเป็นพนักงานและมีหน้าที่ซื้อ ทำ จัดการ หรือรักษาทรัพย์', 'ใช้อำนาจในหน้าที่โดยทุจริต', 'หน่วยงานเสียหาย'],
    elementsEn: [
      'Staff who buy, make, manage or keep property',
      'The power of the duty is used dishonestly',
      'The body suffers loss',
    ],
  }),
  organisation('9', {
    acts: ['favour', 'procurement'],
    topics: ['CONFLICT_OF_INTEREST', 'PROCUREMENT'],
    penalties: [andFine(years(1, 10), 2_000, 20_000)],
    related: ['CC-152', 'NACC-168'],
    titleTh: 'พนักงานรัฐวิสาหกิจมีส่วนได้เสียในงานที่ตนดูแล',
    titleEn: 'State-enterprise staff have an interest in their own work',
    gistTh: 'มีหน้าที่จัดการหรือดูแลกิจการใด แล้วเข้าไปหาประโยชน์จากกิจการนั้น',
    gistEn: 'Managing or supervising an affair and taking a private interest in it.',
    elementsTh: ['ผู้ทำเป็นพนักงานที่จัดการหรือดูแลกิจการนั้น', 'เข้าไปมีส่วนได้เสีย', 'เพื่อประโยชน์ของตนหรือคนอื่น'],
    elementsEn: [
      'Staff who manage or supervise the affair',
      'They take an interest in it',
      'For their own or another’s benefit',
    ],
  }),
  organisation('10', {
    acts: ['overpay'],
    topics: ['FALSE_CLAIMS', 'EMBEZZLEMENT'],
    penalties: [andFine(years(1, 10), 2_000, 20_000)],
    related: ['CC-153'],
    titleTh: 'พนักงานรัฐวิสาหกิจจ่ายเงินเกินกว่าที่ควร',
    titleEn: 'State-enterprise staff pay out more than is due',
    gistTh: 'มีหน้าที่จ่ายทรัพย์ แล้วจ่ายเกินเพื่อประโยชน์ของตนเองหรือคนอื่น',
    gistEn: 'Having the duty to pay and paying more than is due, for one’s own or another’s benefit.',
    elementsTh: ['ผู้ทำเป็นพนักงานที่มีหน้าที่จ่ายทรัพย์', 'จ่ายเกินกว่าที่ควรจ่าย', 'เพื่อประโยชน์ของตนหรือคนอื่น'],
    elementsEn: [
      'Staff whose duty is to pay',
      'More than is due is paid',
      'For their own or another’s benefit',
    ],
  }),
  organisation('11', {
    acts: ['neglect', 'harm', 'retaliate', 'favour'],
    topics: ['ABUSE_OF_POWER', 'NEGLECT', 'PERSONNEL'],
    penalties: [orFine(years(1, 10), 2_000, 20_000)],
    related: ['CC-157', 'NACC-172'],
    titleTh: 'พนักงานรัฐวิสาหกิจปฏิบัติหรือละเว้นหน้าที่โดยมิชอบ',
    titleEn: 'State-enterprise staff misuse or neglect a duty',
    gistTh: 'ทำหน้าที่ผิด ๆ หรือไม่ทำหน้าที่ โดยตั้งใจให้คนอื่นเสียหาย หรือทำโดยทุจริต',
    gistEn: 'Doing a duty wrongly or not doing it, meaning to harm someone, or dishonestly.',
    elementsTh: ['ผู้ทำเป็นพนักงานและเรื่องอยู่ในหน้าที่', 'ปฏิบัติหรือละเว้นหน้าที่โดยมิชอบ', 'มีเจตนาให้ใครเสียหาย หรือทำโดยทุจริต'],
    elementsEn: [
      'Staff, and the matter is part of the duty',
      'The duty is wrongly done or left undone',
      'Meaning to harm someone, or dishonestly',
    ],
  }),
];
