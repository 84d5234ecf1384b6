import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import type { Outcome, Problem } from "../problem.ts";

/** An area as a boundary file has it, not yet checked. */
export interface BoundaryFeature {
  /** CBS calls it `statcode`; absent if the file gives none. */
  readonly code: string | undefined;
  /** For messages: the code, else the place in the file. */
  readonly label: string;
  readonly geometry: unknown;
}

/**
 * Reads GeoJSON (a FeatureCollection) or TopoJSON.
 *
 * @param bytes the contents of the file
 * @param file its name, for messages
 * @param codes the codes looked for: of a TopoJSON with several layers, the layer with most of them is read
 */
export function readBoundaryFile(
  bytes: Uint8Array,
  file: string,
  codes: ReadonlySet<string>,
): Outcome<readonly BoundaryFeature[]> {
  const parsed = parseJson(bytes, file);
  if (!parsed.ok) return parsed;
  const content = parsed.value;
  if (isRecord(content) && content["type"] === "FeatureCollection" && Array.isArray(content["features"])) {
    return someFeatures(content["features"].map(toFeature), file);
  }
  if (isTopology(content)) return fromTopology(content, file, codes);
  const type = isRecord(content) ? content["type"] : undefined;
  const found = typeof type === "string" ? `of the type “${type}”` : "JSON of another kind";
  return refuse(file, 1, `The file is ${found}.`, "Give a GeoJSON FeatureCollection or a TopoJSON Topology.");
}

function parseJson(bytes: Uint8Array, file: string): Outcome<unknown> {
  const again = "Download it again, as GeoJSON or TopoJSON.";
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 16));
  if (start.startsWith("PK"))
    return refuse(file, 1, "The file is a zip archive.", "Unpack it and give the file inside.");
  if (start.startsWith("SQLite format 3")) {
    return refuse(file, 1, "The file is a GeoPackage.", "Save the layer as GeoJSON first, with QGIS or ogr2ogr.");
  }
  const text = new TextDecoder().decode(bytes).trim();
  if (text === "") return refuse(file, 1, "The file is empty.", again);
  if (text.startsWith("<")) {
    return refuse(file, 1, "The file is a web page or XML, not JSON; a server may have sent a message.", again);
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    // V8 gives no place if the text simply stops: then it is the last line.
    const line = Number(/line (\d+)/.exec(why)?.[1] ?? text.split("\n").length);
    return refuse(file, line, `The JSON breaks off or is damaged: ${why}.`, again);
  }
}

function fromTopology(
  topology: Topology,
  file: string,
  codes: ReadonlySet<string>,
): Outcome<readonly BoundaryFeature[]> {
  const layers: (readonly BoundaryFeature[])[] = [];
  try {
    for (const object of Object.values(topology.objects)) {
      const layer = feature(topology, object);
      layers.push((layer.type === "FeatureCollection" ? layer.features : [layer]).map(toFeature));
    }
  } catch {
    return refuse(file, 1, "The TopoJSON refers to lines that it does not hold.", "Export or download it again.");
  }
  const known = (layer: readonly BoundaryFeature[]): number => layer.filter(({ code }) => codes.has(code ?? "")).length;
  return someFeatures(layers.sort((a, b) => known(b) - known(a))[0] ?? [], file);
}

function someFeatures(features: readonly BoundaryFeature[], file: string): Outcome<readonly BoundaryFeature[]> {
  if (features.length > 0) return { ok: true, value: features };
  return refuse(file, 1, "The file holds no areas.", "Choose the layer with the boundaries and export it again.");
}

function toFeature(value: unknown, index: number): BoundaryFeature {
  const found = isRecord(value) ? value : {};
  const properties = isRecord(found["properties"]) ? found["properties"] : {};
  const code = [properties["statcode"], properties["code"], found["id"]]
    .map((candidate) =>
      typeof candidate === "string" || typeof candidate === "number" ? String(candidate).trim() : "",
    )
    .find((candidate) => candidate !== "");
  const name = properties["statnaam"] ?? properties["name"];
  const label = [code ?? `area ${index + 1} of the file`, ...(typeof name === "string" ? [name] : [])].join(" ");
  return { code, label, geometry: found["geometry"] };
}

function isTopology(value: unknown): value is Topology {
  return (
    isRecord(value) &&
    value["type"] === "Topology" &&
    isRecord(value["objects"]) &&
    Object.values(value["objects"]).every(isRecord) &&
    Array.isArray(value["arcs"]) &&
    value["arcs"].every((arc) => Array.isArray(arc) && arc.every(Array.isArray))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function refuse(file: string, line: number, what: string, mend: string): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [{ file, line, what, mend }] };
}
