export { verifyBag, type BagFault, type BagVerdict } from '#lib/server/bag/bagit.ts';
export { exportBag, type ExportOptions, type ExportReport } from '#lib/server/bag/export.ts';
export { isBag, takeInBag, type TakenIn } from '#lib/server/bag/take-in.ts';
export { leaving, staying } from '#lib/server/bag/tables.ts';
