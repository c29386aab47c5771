/** Names of bodies and their centres as papers write them, in Thai. */
export const th = {
  body: (kind: string, name: string) => (kind === 'province' ? `จังหวัด${name}` : name),
  centre: (kind: string, name: string) =>
    kind === 'ministry' ? name : `ศูนย์ปฏิบัติการต่อต้านการทุจริต ${kind === 'province' ? 'จังหวัด' : ''}${name}`,
} as const;
