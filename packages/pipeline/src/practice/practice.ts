import type { Protocol } from "../deliveries/protocol.ts";
import type { Outcome, Problem } from "../problem.ts";
import { readYaml } from "../read-yaml.ts";
import { protocolSchema } from "../deliveries/protocol.ts";
import { readPlaces, type Places } from "./places.ts";
import { readSettings, type Settings } from "./settings.ts";

/** What practice deliveries are made from. */
export interface Practice {
  readonly protocol: Protocol;
  readonly settings: Settings;
  readonly places: Places;
}

/** Reads the protocol, the calibration and the places from the project folder. */
export function readPractice(root: string): Outcome<Practice> {
  const settings = readSettings(root);
  const places = readPlaces(root);
  const id = settings.ok ? settings.value.shares.protocol : "vt-2.0";
  const protocol = readYaml(root, `catalogue/protocols/${id}.yaml`, protocolSchema);
  const problems: Problem[] = [settings, places, protocol].flatMap((it) => (it.ok ? [] : it.problems));
  return settings.ok && places.ok && protocol.ok
    ? { ok: true, value: { protocol: protocol.value.value, settings: settings.value, places: places.value } }
    : { ok: false, problems };
}
