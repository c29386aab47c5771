/**
 * The 91 centres of the network as facts shipped with the product: loaded at first start, the administrators' from then on.
 * Tiers and bodies: MOI Order 356/2557 and the Ministry's list of departments and state enterprises. Province codes:
 * ISO 3166-2:TH. Districts (อำเภอ; เขต for Bangkok) and centroids: the Department of Provincial Administration's figures
 * and boundary centroids. The day of the order is not known to us, so every centre starts on the first day of 2014.
 */

type Kind = 'ministry' | 'department' | 'state-enterprise' | 'bangkok' | 'province';
type Region = 'central' | 'north' | 'northeast' | 'east' | 'west' | 'south';

export type UnitFact = {
  readonly code: string;
  readonly kind: Kind;
  readonly parent: string | undefined;
  readonly nameTh: string;
  readonly shortTh: string | undefined;
  readonly nameEn: string;
  readonly region: Region | undefined;
  readonly districts: number | undefined;
  /** Degrees east and north. */
  readonly centroid: readonly [number, number] | undefined;
};

export const unitsValidFrom = '2014-01-01';
export const unitsSource =
  "MOI Order 356/2557 (2014) established the ministry's centre and told departments, state enterprises, Bangkok and all provinces to set up theirs; exact date of each not known, first day of 2014 taken";

type Body = readonly [code: string, nameTh: string, shortTh: string, nameEn: string];
type Province = readonly [
  code: string,
  nameTh: string,
  nameEn: string,
  region: Region,
  districts: number,
  longitude: number,
  latitude: number,
];

const departments: readonly Body[] = [
  ['OPS', 'สำนักงานปลัดกระทรวงมหาดไทย', 'สป.มท.', 'Office of the Permanent Secretary'],
  ['DOPA', 'กรมการปกครอง', 'ปค.', 'Department of Provincial Administration'],
  ['CDD', 'กรมการพัฒนาชุมชน', 'พช.', 'Community Development Department'],
  ['DOL', 'กรมที่ดิน', 'ทด.', 'Department of Lands'],
  ['DDPM', 'กรมป้องกันและบรรเทาสาธารณภัย', 'ปภ.', 'Department of Disaster Prevention and Mitigation'],
  ['DPT', 'กรมโยธาธิการและผังเมือง', 'ยผ.', 'Department of Public Works and Town & Country Planning'],
  ['DLA', 'กรมส่งเสริมการปกครองท้องถิ่น', 'สถ.', 'Department of Local Administration'],
];

const stateEnterprises: readonly Body[] = [
  ['MEA', 'การไฟฟ้านครหลวง', 'กฟน.', 'Metropolitan Electricity Authority'],
  ['PEA', 'การไฟฟ้าส่วนภูมิภาค', 'กฟภ.', 'Provincial Electricity Authority'],
  ['MWA', 'การประปานครหลวง', 'กปน.', 'Metropolitan Waterworks Authority'],
  ['PWA', 'การประปาส่วนภูมิภาค', 'กปภ.', 'Provincial Waterworks Authority'],
  ['WMA', 'องค์การจัดการน้ำเสีย', 'อจน.', 'Wastewater Management Authority'],
  ['MO', 'องค์การตลาด', 'อต.', 'Marketing Organization'],
];

const provinces: readonly Province[] = [
  ['TH-11', 'สมุทรปราการ', 'Samut Prakan', 'central', 6, 100.7102, 13.5965],
  ['TH-12', 'นนทบุรี', 'Nonthaburi', 'central', 6, 100.3928, 13.9242],
  ['TH-13', 'ปทุมธานี', 'Pathum Thani', 'central', 7, 100.6824, 14.0651],
  ['TH-14', 'พระนครศรีอยุธยา', 'Phra Nakhon Si Ayutthaya', 'central', 16, 100.5266, 14.3453],
  ['TH-15', 'อ่างทอง', 'Ang Thong', 'central', 7, 100.3485, 14.6235],
  ['TH-16', 'ลพบุรี', 'Lop Buri', 'central', 11, 100.9071, 15.1076],
  ['TH-17', 'สิงห์บุรี', 'Sing Buri', 'central', 6, 100.3472, 14.9125],
  ['TH-18', 'ชัยนาท', 'Chai Nat', 'central', 8, 100.0275, 15.1339],
  ['TH-19', 'สระบุรี', 'Saraburi', 'central', 13, 101.017, 14.6266],
  ['TH-20', 'ชลบุรี', 'Chon Buri', 'east', 11, 101.2017, 13.1915],
  ['TH-21', 'ระยอง', 'Rayong', 'east', 8, 101.4275, 12.8543],
  ['TH-22', 'จันทบุรี', 'Chanthaburi', 'east', 10, 102.1301, 12.8812],
  ['TH-23', 'ตราด', 'Trat', 'east', 7, 102.5216, 12.316],
  ['TH-24', 'ฉะเชิงเทรา', 'Chachoengsao', 'east', 11, 101.4254, 13.6065],
  ['TH-25', 'ปราจีนบุรี', 'Prachin Buri', 'east', 7, 101.6503, 14.0481],
  ['TH-26', 'นครนายก', 'Nakhon Nayok', 'central', 4, 101.1714, 14.2171],
  ['TH-27', 'สระแก้ว', 'Sa Kaeo', 'east', 9, 102.3228, 13.7873],
  ['TH-30', 'นครราชสีมา', 'Nakhon Ratchasima', 'northeast', 32, 102.1096, 14.9574],
  ['TH-31', 'บุรีรัมย์', 'Buri Ram', 'northeast', 23, 102.9567, 14.82],
  ['TH-32', 'สุรินทร์', 'Surin', 'northeast', 17, 103.6559, 14.8858],
  ['TH-33', 'ศรีสะเกษ', 'Si Sa Ket', 'northeast', 22, 104.3692, 14.8565],
  ['TH-34', 'อุบลราชธานี', 'Ubon Ratchathani', 'northeast', 25, 105.1115, 15.1835],
  ['TH-35', 'ยโสธร', 'Yasothon', 'northeast', 9, 104.3384, 15.896],
  ['TH-36', 'ชัยภูมิ', 'Chaiyaphum', 'northeast', 16, 101.8194, 16.0321],
  ['TH-37', 'อำนาจเจริญ', 'Amnat Charoen', 'northeast', 7, 104.7414, 15.8926],
  ['TH-38', 'บึงกาฬ', 'Bueng Kan', 'northeast', 8, 103.7109, 18.1488],
  ['TH-39', 'หนองบัวลำภู', 'Nong Bua Lam Phu', 'northeast', 6, 102.3023, 17.1817],
  ['TH-40', 'ขอนแก่น', 'Khon Kaen', 'northeast', 26, 102.5782, 16.4087],
  ['TH-41', 'อุดรธานี', 'Udon Thani', 'northeast', 20, 102.8627, 17.4245],
  ['TH-42', 'เลย', 'Loei', 'northeast', 14, 101.636, 17.409],
  ['TH-43', 'หนองคาย', 'Nong Khai', 'northeast', 9, 102.8338, 17.9406],
  ['TH-44', 'มหาสารคาม', 'Maha Sarakham', 'northeast', 13, 103.1656, 15.9997],
  ['TH-45', 'ร้อยเอ็ด', 'Roi Et', 'northeast', 20, 103.8139, 15.9198],
  ['TH-46', 'กาฬสินธุ์', 'Kalasin', 'northeast', 18, 103.6219, 16.628],
  ['TH-47', 'สกลนคร', 'Sakon Nakhon', 'northeast', 18, 103.8241, 17.3898],
  ['TH-48', 'นครพนม', 'Nakhon Phanom', 'northeast', 12, 104.4295, 17.3848],
  ['TH-49', 'มุกดาหาร', 'Mukdahan', 'northeast', 7, 104.5172, 16.5628],
  ['TH-50', 'เชียงใหม่', 'Chiang Mai', 'north', 25, 98.7282, 18.7931],
  ['TH-51', 'ลำพูน', 'Lamphun', 'north', 8, 98.9548, 18.1191],
  ['TH-52', 'ลำปาง', 'Lampang', 'north', 13, 99.5121, 18.3267],
  ['TH-53', 'อุตรดิตถ์', 'Uttaradit', 'north', 9, 100.5146, 17.7451],
  ['TH-54', 'แพร่', 'Phrae', 'north', 8, 100.0647, 18.1995],
  ['TH-55', 'น่าน', 'Nan', 'north', 15, 100.835, 18.85],
  ['TH-56', 'พะเยา', 'Phayao', 'north', 9, 100.1912, 19.2346],
  ['TH-57', 'เชียงราย', 'Chiang Rai', 'north', 18, 99.8662, 19.8476],
  ['TH-58', 'แม่ฮ่องสอน', 'Mae Hong Son', 'north', 7, 98.0304, 18.8111],
  ['TH-60', 'นครสวรรค์', 'Nakhon Sawan', 'central', 15, 100.1522, 15.6826],
  ['TH-61', 'อุทัยธานี', 'Uthai Thani', 'central', 8, 99.4782, 15.3502],
  ['TH-62', 'กำแพงเพชร', 'Kamphaeng Phet', 'central', 11, 99.5343, 16.3304],
  ['TH-63', 'ตาก', 'Tak', 'west', 9, 98.7925, 16.7166],
  ['TH-64', 'สุโขทัย', 'Sukhothai', 'central', 9, 99.711, 17.2628],
  ['TH-65', 'พิษณุโลก', 'Phitsanulok', 'central', 9, 100.5448, 16.981],
  ['TH-66', 'พิจิตร', 'Phichit', 'central', 12, 100.3427, 16.2598],
  ['TH-67', 'เพชรบูรณ์', 'Phetchabun', 'central', 11, 101.148, 16.2775],
  ['TH-70', 'ราชบุรี', 'Ratchaburi', 'west', 10, 99.5784, 13.5352],
  ['TH-71', 'กาญจนบุรี', 'Kanchanaburi', 'west', 13, 99.0467, 14.5851],
  ['TH-72', 'สุพรรณบุรี', 'Suphan Buri', 'central', 10, 99.8912, 14.6131],
  ['TH-73', 'นครปฐม', 'Nakhon Pathom', 'central', 7, 100.1031, 13.925],
  ['TH-74', 'สมุทรสาคร', 'Samut Sakhon', 'central', 3, 100.2117, 13.5703],
  ['TH-75', 'สมุทรสงคราม', 'Samut Songkhram', 'central', 3, 99.9531, 13.3961],
  ['TH-76', 'เพชรบุรี', 'Phetchaburi', 'west', 8, 99.6188, 12.9471],
  ['TH-77', 'ประจวบคีรีขันธ์', 'Prachuap Khiri Khan', 'west', 8, 99.6341, 11.9443],
  ['TH-80', 'นครศรีธรรมราช', 'Nakhon Si Thammarat', 'south', 23, 99.7875, 8.3794],
  ['TH-81', 'กระบี่', 'Krabi', 'south', 8, 99.0202, 8.1491],
  ['TH-82', 'พังงา', 'Phangnga', 'south', 8, 98.4183, 8.6731],
  ['TH-83', 'ภูเก็ต', 'Phuket', 'south', 3, 98.3463, 7.9652],
  ['TH-84', 'สุราษฎร์ธานี', 'Surat Thani', 'south', 19, 99.0917, 9.0532],
  ['TH-85', 'ระนอง', 'Ranong', 'south', 5, 98.6964, 9.9677],
  ['TH-86', 'ชุมพร', 'Chumphon', 'south', 8, 99.0618, 10.3443],
  ['TH-90', 'สงขลา', 'Songkhla', 'south', 16, 100.5454, 6.9344],
  ['TH-91', 'สตูล', 'Satun', 'south', 7, 99.9269, 6.8454],
  ['TH-92', 'ตรัง', 'Trang', 'south', 10, 99.5945, 7.5446],
  ['TH-93', 'พัทลุง', 'Phatthalung', 'south', 11, 100.0695, 7.5159],
  ['TH-94', 'ปัตตานี', 'Pattani', 'south', 12, 101.3498, 6.7305],
  ['TH-95', 'ยะลา', 'Yala', 'south', 8, 101.2285, 6.1909],
  ['TH-96', 'นราธิวาส', 'Narathiwat', 'south', 13, 101.7189, 6.1775],
];

const plain = { region: undefined, districts: undefined, centroid: undefined } as const;

const body =
  (kind: Kind) =>
  ([code, nameTh, shortTh, nameEn]: Body): UnitFact => ({
    code,
    kind,
    parent: 'MOI',
    nameTh,
    shortTh,
    nameEn,
    ...plain,
  });

/** Parents stand before their children. */
export const units: readonly UnitFact[] = [
  {
    code: 'MOI',
    kind: 'ministry',
    parent: undefined,
    nameTh: 'ศูนย์ปฏิบัติการต่อต้านการทุจริต กระทรวงมหาดไทย',
    shortTh: 'ศปท.มท.',
    nameEn: 'Ministry of Interior Anti-Corruption Operation Centre',
    ...plain,
  },
  ...departments.map(body('department')),
  ...stateEnterprises.map(body('state-enterprise')),
  {
    code: 'TH-10',
    kind: 'bangkok',
    parent: 'MOI',
    nameTh: 'กรุงเทพมหานคร',
    shortTh: 'กทม.',
    nameEn: 'Bangkok',
    region: 'central',
    districts: 50,
    centroid: [100.5, 13.75],
  },
  ...provinces.map(
    ([code, nameTh, nameEn, region, districts, longitude, latitude]): UnitFact => ({
      code,
      kind: 'province',
      parent: 'MOI',
      nameTh,
      shortTh: undefined,
      nameEn,
      region,
      districts,
      centroid: [longitude, latitude],
    }),
  ),
];
