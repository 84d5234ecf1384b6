import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { YamlFile } from "./read-yaml.ts";

/** The catalogue with, for each entry, the file that it came from: for messages. */
export interface CatalogueFiles {
  readonly indicators: readonly YamlFile<Catalogue["indicators"][number]>[];
  readonly codelists: readonly YamlFile<Catalogue["codelists"][number]>[];
  readonly sources: readonly YamlFile<Catalogue["sources"][number]>[];
  readonly examples: readonly YamlFile<Catalogue["examples"][number]>[];
  readonly themes: YamlFile<Catalogue["themes"]> | undefined;
  readonly glossary: YamlFile<Catalogue["glossary"]> | undefined;
  readonly questions: YamlFile<Catalogue["questions"]> | undefined;
  readonly planSteps: YamlFile<Catalogue["planSteps"]> | undefined;
  readonly starters: YamlFile<Catalogue["starters"]> | undefined;
  readonly traits: YamlFile<Catalogue["traits"]> | undefined;
  readonly notes: YamlFile<Catalogue["notes"]> | undefined;
  readonly localSets: YamlFile<Catalogue["localSets"]> | undefined;
  readonly events: YamlFile<Catalogue["events"]> | undefined;
  readonly context: YamlFile<Catalogue["contextVariables"]> | undefined;
  /** Ids by file name, also of files with a problem of their own: a reference to one of those is no second problem. */
  readonly named: Readonly<Record<"indicators" | "codelists" | "sources" | "examples", readonly string[]>>;
}
