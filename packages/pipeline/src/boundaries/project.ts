import type { Point } from "./plane.ts";

const radians = Math.PI / 180;
/** The tower of Our Lady in Amersfoort: the centre of the national grid, so that north is up as on other Dutch maps. */
const centre = { latitude: 52.15616 * radians, longitude: 5.38764 * radians };
const earthRadius = 6371;

/**
 * Degrees (WGS84) to kilometres east and south of Amersfoort.
 *
 * Stereographic projection on a sphere: the same kind of projection as the national grid (RD), some tenths of a
 * per cent off in scale, which a map without a scale bar does not show.
 */
export function project(longitudeDegrees: number, latitudeDegrees: number): Point {
  const latitude = latitudeDegrees * radians;
  const east = longitudeDegrees * radians - centre.longitude;
  const [sin, cos] = [Math.sin(latitude), Math.cos(latitude)];
  const [sin0, cos0] = [Math.sin(centre.latitude), Math.cos(centre.latitude)];
  const scale = (2 * earthRadius) / (1 + sin0 * sin + cos0 * cos * Math.cos(east));
  return [scale * cos * Math.sin(east), -scale * (cos0 * sin - sin0 * cos * Math.cos(east))];
}
