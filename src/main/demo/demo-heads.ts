/** Invented heads of further centres, who keep no keys: they report, declare and sign; and the Permanent Secretary's line. */
import type { Role } from '#features/network/index.ts';

export type DemoPerson = {
  readonly email: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly position: string;
  readonly unit: string;
  readonly roles: readonly Role[];
};

const provincial = 'หัวหน้าสำนักงานจังหวัด';
const department = 'ผู้อำนวยการกองการเจ้าหน้าที่';

const head = (name: string, nameTh: string, nameEn: string, position: string, unit: string): DemoPerson => ({
  email: `head.${name}@demo.example`,
  nameTh,
  nameEn,
  position,
  unit,
  roles: ['head', 'ethics-officer'],
});

export const furtherPeople: readonly DemoPerson[] = [
  {
    email: 'overseer@demo.example',
    nameTh: 'นายวิชาญ ก้องเกียรติ',
    nameEn: 'Wichan Kongkiat',
    position: 'รองปลัดกระทรวง',
    unit: 'MOI',
    roles: ['overseer'],
  },
  head('chiangrai', 'นางอรุณี ฟ้าใส', 'Arunee Fahsai', provincial, 'TH-57'),
  head('songkhla', 'นายฮาซัน เจ๊ะเลาะ', 'Hasan Jehloh', provincial, 'TH-90'),
  head('korat', 'นายเฉลิม โคกสูง', 'Chaloem Khoksung', provincial, 'TH-30'),
  head('chonburi', 'นางสุดา ชลาลัย', 'Suda Chalalai', provincial, 'TH-20'),
  head('ubon', 'นายคำสิงห์ ดอกบัว', 'Khamsing Dokbua', provincial, 'TH-34'),
  head('dopa', 'นายภูมิ ปกครองดี', 'Phum Pokkhrongdee', department, 'DOPA'),
  head('cdd', 'นางสาวพัฒนา ชุมชนสุข', 'Phatthana Chumchonsuk', department, 'CDD'),
  head('mwa', 'นายธารา น้ำใส', 'Thara Namsai', department, 'MWA'),
];
