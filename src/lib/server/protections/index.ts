export {
  appendProtection,
  ledgerName,
  mergeLedger,
  readLedger,
  type LedgerEntry
} from '#lib/server/protections/ledger.ts';
export { takeLedger } from '#lib/server/protections/take-ledger.ts';
