import { identifier, type Duck } from "../duck.ts";
import type { Protocol } from "../deliveries/protocol.ts";
import type { Counting } from "./definition.ts";
import { keyOf } from "./prepare-records.ts";

/**
 * Makes `involvement`: for each report (delivery, number) whether Veilig Thuis knew the people in it. The rule, with its ties, is
 * written out in docs/deriving.md; it starts from the report before this one in the same case.
 */
export async function findInvolvement(duck: Duck, counting: Counting, protocol: Protocol): Promise<void> {
  const rule = counting.previousInvolvement;
  const { reports, closings, assessments, monitoring } = rule;
  const column = { case: identifier(reports.key), date: identifier(reports.date) };
  const scope = rule.knownBy.value === "same-organisation" ? "organisation" : "''";
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE chain AS
     SELECT record, delivery, sender, ${scope} AS memory, ${column.case} AS casus, ${column.date} AS day,
       lag(day) OVER earlier AS day_before, lag(number) OVER earlier AS number_before
     FROM (SELECT *, ${identifier(keyOf(protocol, reports.record))} AS number FROM kept_${reports.record})
     WINDOW earlier AS (PARTITION BY sender, casus ORDER BY day, number)`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE follow_ups AS
     WITH closed AS (
       SELECT DISTINCT sender, ${identifier(closings.key)} AS casus, ${identifier(closings.date)} AS day
       FROM raw_${closings.record} WHERE day IS NOT NULL),
     monitored AS (
       SELECT DISTINCT sender, ${identifier(monitoring.key)} AS casus, ${identifier(monitoring.date)} AS day
       FROM raw_${monitoring.record}),
     still_open AS (
       SELECT c.* FROM chain c ANTI JOIN closed x
       ON x.sender = c.sender AND x.casus = c.casus AND x.day >= c.day_before AND x.day < c.day WHERE c.day_before IS NOT NULL),
     assessed AS (
       SELECT sender, ${identifier(assessments.key)} AS number, ${identifier(assessments.date)} AS day FROM kept_${assessments.record}),
     after_assessment AS (
       SELECT c.* FROM still_open c SEMI JOIN assessed a ON a.sender = c.sender AND a.number = c.number_before AND a.day < c.day),
     in_monitoring AS (
       SELECT c.record FROM after_assessment c SEMI JOIN monitored m
       ON m.sender = c.sender AND m.casus = c.casus AND m.day > c.day_before AND m.day <= c.day)
     SELECT c.record, CASE
         WHEN a.record IS NULL THEN 'follow-up-during-assessment'
         WHEN m.record IS NOT NULL THEN 'follow-up-during-monitoring'
         ELSE 'follow-up-after-assessment' END AS category
     FROM still_open c LEFT JOIN after_assessment a USING (record) LEFT JOIN in_monitoring m USING (record)`,
  );
  await findKnown(duck, rule);
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE involvement AS
     SELECT c.record, coalesce(f.category, CASE
         WHEN k.record IS NULL THEN 'unclassified'
         WHEN k.one IS NULL THEN 'first-report'
         WHEN k.one = k.other THEN 'repeat-one-known'
         ELSE 'repeat-several-known' END) AS category
     FROM chain c LEFT JOIN follow_ups f USING (record) LEFT JOIN known k USING (record)`,
  );
  for (const it of ["chain", "follow_ups", "named", "known"]) await duck.run(`DROP TABLE ${it}`);
}

/**
 * Makes `known`: for each report about people of whom the number is known, the lowest and the highest pseudonym (`one`, `other`) of those
 * who had a report on an earlier day, not too long ago.
 */
async function findKnown(duck: Duck, { persons, knownForYears }: Counting["previousInvolvement"]): Promise<void> {
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE named AS
     SELECT c.record, c.memory, c.day, (c.day - INTERVAL ${knownForYears.value} YEAR)::DATE AS since, p.${identifier(persons.person)} AS person
     FROM raw_${persons.record} p JOIN chain c ON c.delivery = p.delivery AND c.casus = p.${identifier(persons.key)}
     WHERE person IS NOT NULL`,
  );
  // The first day decides for nearly everybody. Only for who was reported too long ago as well, the days between are looked at.
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE known AS
     WITH firsts AS (SELECT memory, person, min(day) AS first_day FROM named GROUP BY ALL),
     seen AS (SELECT n.*, CASE WHEN first_day < day THEN first_day END AS first_day FROM named n JOIN firsts USING (memory, person)),
     returned AS (
       SELECT DISTINCT s.record, s.person FROM seen s JOIN seen d USING (memory, person)
       WHERE s.first_day < s.since AND d.first_day < d.day AND d.day >= s.since AND d.day < s.day)
     SELECT record, min(person) AS one, max(person) AS other FROM (
       SELECT record, CASE WHEN first_day >= since THEN person END AS person FROM seen
       UNION ALL SELECT * FROM returned) GROUP BY record`,
  );
}
