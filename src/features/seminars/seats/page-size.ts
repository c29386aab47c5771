/** Lines on one page of the register, and most that one step may be taken for. */
export const pageSize = 100;
