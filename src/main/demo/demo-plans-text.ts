/** Invented measures of action plans, each with what its quarters brought. */
import type { Mission } from '#features/prevention/plans/plan.ts';

export type DemoMeasure = {
  readonly mission: Mission;
  readonly title: string;
  readonly objective: string;
  readonly indicator: string;
  readonly target: string;
  readonly targetUnit: string;
  readonly budget: string;
  readonly owner: string;
  readonly alignments: readonly string[];
  readonly done: string;
};

export const demoMeasures: readonly DemoMeasure[] = [
  {
    mission: 'anti-corruption',
    title: 'เปิดให้ประชาชนร่วมดูการตรวจรับงานก่อสร้าง',
    objective: 'ให้ชุมชนที่ใช้งานจริงได้เห็นงานก่อนจ่ายเงินงวดสุดท้าย',
    indicator: 'จำนวนสัญญาที่มีผู้แทนชุมชนร่วมตรวจ',
    target: '12',
    targetUnit: 'สัญญา',
    budget: '60,000',
    owner: 'กลุ่มงานป้องกันการทุจริต',
    alignments: ['master-plan:21', 'sdg:16.5'],
    done: 'ผู้แทนชุมชนร่วมตรวจรับแล้ว ถ่ายภาพและติดประกาศผลที่หน่วยงาน',
  },
  {
    mission: 'anti-corruption',
    title: 'ทบทวนขั้นตอนออกใบอนุญาตให้เหลือจุดเดียว',
    objective: 'ลดโอกาสเรียกรับเงินระหว่างขั้นตอน',
    indicator: 'จำนวนกระบวนงานที่ลดขั้นตอนแล้ว',
    target: '5',
    targetUnit: 'กระบวนงาน',
    budget: '0',
    owner: 'กลุ่มงานอำนวยการ',
    alignments: ['national-strategy:6'],
    done: 'ทบทวนแล้วและประกาศขั้นตอนใหม่พร้อมระยะเวลาที่หน้าบริการ',
  },
  {
    mission: 'ethics',
    title: 'สนทนาจริยธรรมเดือนละครั้ง',
    objective: 'ให้เจ้าหน้าที่ฝึกตัดสินใจจากสถานการณ์จริง',
    indicator: 'จำนวนเจ้าหน้าที่ที่เข้าร่วม',
    target: '180',
    targetUnit: 'คน',
    budget: '24,500.50',
    owner: 'กลุ่มงานคุ้มครองจริยธรรม',
    alignments: ['sdg:16.6'],
    done: 'จัดแล้ว แลกเปลี่ยนสถานการณ์เรื่องของขวัญและญาติที่มาประมูลงาน',
  },
  {
    mission: 'ethics',
    title: 'ประกาศงดรับของขวัญและบันทึกของที่ปฏิเสธไม่ได้',
    objective: 'ให้ทุกคนรู้ว่าต้องทำอย่างไรเมื่อมีผู้ให้ของ',
    indicator: 'ร้อยละของหน่วยงานที่รายงานครบ',
    target: '100',
    targetUnit: 'ร้อยละ',
    budget: '',
    owner: 'หัวหน้าศูนย์',
    alignments: ['master-plan:21'],
    done: 'ประกาศแล้ว หน่วยงานในสังกัดรายงานครบ',
  },
];

export const demoReturn = 'ตัวชี้วัดของโครงการแรกยังนับไม่ได้ว่าทำแล้วหรือยัง โปรดระบุจำนวนและหน่วยนับ แล้วส่งมาใหม่';
