/** Words that charts share, in Thai. */
export const th = {
  asTable: 'ดูตัวเลขเป็นตาราง',
  item: 'รายการ',
  total: 'รวม',
  noData: 'ยังไม่มีข้อมูล',
  of: (value: string, max: string) => `${value} จาก ${max}`,
  percent: (value: string) => `ร้อยละ ${value}`,
  sparkline: (label: string, from: string, to: string, low: string, high: string) =>
    `${label}: เริ่มที่ ${from} ล่าสุด ${to} ต่ำสุด ${low} สูงสุด ${high}`,
  cell: (row: string, column: string, count: number, band: string) =>
    `${row} · ${column}: ${count} รายการ ระดับ${band}`,
  band: 'ระดับ',
  count: 'จำนวน',
  empty: 'ไม่มี',
};
