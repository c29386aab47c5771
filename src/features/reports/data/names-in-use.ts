/** Names of centres in daily use that are no part of the official ones, by code. */
export const namesInUse: Readonly<Record<string, readonly string[]>> = {
  'TH-10': ['กรุงเทพ', 'บางกอก', 'bma', 'krungthep'],
  'TH-13': ['ปทุม', 'pathum'],
  'TH-14': ['กรุงเก่า', 'ayuthaya'],
  'TH-20': ['พัทยา', 'pattaya'],
  'TH-24': ['แปดริ้ว', 'padriew'],
  'TH-30': ['โคราช', 'korat'],
  'TH-34': ['อุบล'],
  'TH-80': ['เมืองคอน', 'นคร'],
  'TH-90': ['หาดใหญ่', 'hatyai'],
  'TH-96': ['นรา'],
};
