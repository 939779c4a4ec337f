/** Nothing here moves. */
export const csr = false;
