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
  const { reports, closings, persons, assessments, monitoring } = rule;
  const column = { case: identifier(reports.key), date: identifier(reports.date) };
  const scope = rule.knownBy.value === "same-organisation" ? "organisation" : "''";
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE chain AS
     SELECT delivery, sender, ${scope} AS memory, ${identifier(keyOf(protocol, reports.record))} AS number,
       ${column.case} AS casus, ${column.date} AS day,
       lag(day) OVER earlier AS day_before, lag(number) OVER earlier AS number_before
     FROM kept_${reports.record}
     WINDOW earlier AS (PARTITION BY sender, casus ORDER BY day, number)`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE follow_ups AS
     WITH closed AS (
       SELECT DISTINCT sender, ${identifier(closings.key)} AS casus, ${identifier(closings.date)} AS day
       FROM raw_${closings.record} WHERE day IS NOT NULL),
     first_assessed AS (
       SELECT sender, ${identifier(assessments.key)} AS number, min(${identifier(assessments.date)}) AS day
       FROM kept_${assessments.record} GROUP BY ALL),
     monitored AS (
       SELECT DISTINCT sender, ${identifier(monitoring.key)} AS casus, ${identifier(monitoring.date)} AS day
       FROM raw_${monitoring.record}),
     still_open AS (
       SELECT * FROM chain c WHERE day_before IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM closed x WHERE x.sender = c.sender AND x.casus = c.casus AND x.day >= c.day_before AND x.day < c.day))
     SELECT c.delivery, c.number, CASE
         WHEN a.day IS NULL OR a.day >= c.day THEN 'follow-up-during-assessment'
         WHEN EXISTS (SELECT 1 FROM monitored m WHERE m.sender = c.sender AND m.casus = c.casus
           AND m.day > c.day_before AND m.day <= c.day) THEN 'follow-up-during-monitoring'
         ELSE 'follow-up-after-assessment' END AS category
     FROM still_open c LEFT JOIN first_assessed a ON a.sender = c.sender AND a.number = c.number_before`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE involvement AS
     WITH people AS (
       SELECT DISTINCT delivery, ${identifier(persons.key)} AS casus, ${identifier(persons.person)} AS person
       FROM raw_${persons.record} WHERE person IS NOT NULL),
     named AS (SELECT c.memory, c.delivery, c.number, c.day, p.person FROM chain c JOIN people p USING (delivery, casus)),
     days AS (
       SELECT memory, person, day, lag(day) OVER (PARTITION BY memory, person ORDER BY day) AS day_before
       FROM (SELECT DISTINCT memory, person, day FROM named)),
     known AS (
       SELECT delivery, number, count(*) FILTER (WHERE d.day_before >= n.day - INTERVAL ${rule.knownForYears.value} YEAR) AS people
       FROM named n JOIN days d USING (memory, person, day) GROUP BY ALL)
     SELECT c.delivery, c.number, coalesce(f.category, CASE
         WHEN k.people IS NULL THEN 'unclassified'
         WHEN k.people = 0 THEN 'first-report'
         WHEN k.people = 1 THEN 'repeat-one-known'
         ELSE 'repeat-several-known' END) AS category
     FROM chain c
     LEFT JOIN follow_ups f USING (delivery, number)
     LEFT JOIN known k USING (delivery, number)`,
  );
  for (const it of ["chain", "follow_ups"]) await duck.run(`DROP TABLE ${it}`);
}
