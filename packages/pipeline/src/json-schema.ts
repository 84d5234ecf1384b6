import { z } from "zod";
import { calendarSchema } from "@impactmonitor/model/calendar";
import { codelistSchema } from "@impactmonitor/model/codelist";
import { areaNotesSchema } from "@impactmonitor/model/area-note";
import { areaChangesSchema, helpSchema } from "@impactmonitor/model/catalogue";
import { contextVariablesSchema } from "@impactmonitor/model/context";
import { eventsSchema } from "@impactmonitor/model/event";
import { exampleSchema } from "@impactmonitor/model/example";
import { glossarySchema } from "@impactmonitor/model/glossary";
import { indicatorSchema } from "@impactmonitor/model/indicator";
import { planStepsSchema } from "@impactmonitor/model/plan-step";
import { localSetsSchema } from "@impactmonitor/model/local-set";
import { policySchema } from "@impactmonitor/model/policy";
import { questionsSchema } from "@impactmonitor/model/question";
import { sourceSchema } from "@impactmonitor/model/source";
import { startersSchema } from "@impactmonitor/model/starters";
import { themesSchema } from "@impactmonitor/model/theme";
import { traitsSchema } from "@impactmonitor/model/trait";
import { countingSchema, definitionSchema } from "./derive/definition.ts";
import { contractSchema } from "./aggregates/contract.ts";
import { plainDutchSchema } from "./check-language/plain-dutch.ts";
import { layoutSchema } from "./deliveries/layout.ts";
import { protocolSchema } from "./deliveries/protocol.ts";
import { protocolRulesSchema } from "./deliveries/reports/rule.ts";
import { regionsSchema, sharesSchema, volumesSchema } from "./practice/settings.ts";
import { cbsAreasSchema, cbsTableSchema } from "./import-cbs/mapping.ts";

const schemas = {
  indicator: indicatorSchema,
  source: sourceSchema,
  codelist: codelistSchema,
  themes: themesSchema,
  glossary: glossarySchema,
  questions: questionsSchema,
  "plan-steps": planStepsSchema,
  example: exampleSchema,
  starters: startersSchema,
  events: eventsSchema,
  context: contextVariablesSchema,
  traits: traitsSchema,
  notes: areaNotesSchema,
  "local-sets": localSetsSchema,
  "plain-dutch": plainDutchSchema,
  help: helpSchema,
  calendar: calendarSchema,
  "area-changes": areaChangesSchema,
  "cbs-table": cbsTableSchema,
  "cbs-areas": cbsAreasSchema,
  counting: countingSchema,
  definition: definitionSchema,
  policy: policySchema,
  contract: contractSchema,
  protocol: protocolSchema,
  "protocol-layout": layoutSchema,
  "protocol-rules": protocolRulesSchema,
  "practice-regions": regionsSchema,
  "practice-shares": sharesSchema,
  "practice-volumes": volumesSchema,
};

/**
 * The JSON Schemas with which an editor helps whoever writes a catalogue file.
 * @returns file name under `catalogue/schema/` → its text.
 */
export function catalogueSchemas(): Map<string, string> {
  return new Map(
    Object.entries(schemas).map(([name, schema]) => {
      const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
      return [`${name}.json`, `${JSON.stringify(json, null, 2)}\n`];
    }),
  );
}
