/**
 * A delivery that was accepted and stands. On disk, under the folder of the deliveries (`data/deliveries`):
 *
 *   register.jsonl                     one line per delivery that was ever handed in: who, when, checksum, outcome
 *   records/<delivery id>/<type>.parquet   records as `storedColumns` says, persons as keyed hashes; in the order of the file, so that
 *                                      the number of a record is the place of its row (`recordsIn` of stage-records.ts gives it),
 *                                      and a column `faults` that is 0 in all that stands
 *   reports/<delivery id>/…            spiegelrapport and kwaliteitsrapport
 *
 * A line in the register makes a delivery stand; a folder without one is what a killed process left, and is swept.
 */
export interface StoredDelivery {
  /** `VT10-2024H1-3`: sender, period, and the how-manieth delivery of those. */
  readonly id: string;
  /** Code of the VT region that sent it. */
  readonly region: string;
  readonly period: string;
  readonly protocol: string;
  /** Folder that holds `<type>.parquet` for every type of record of the protocol, also for those without records. */
  readonly folder: string;
}
