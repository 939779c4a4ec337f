export {
  appendProtection,
  ledgerName,
  mergeLedger,
  readLedger,
  type LedgerEntry
} from '#lib/server/protections/ledger.ts';
