/** The part of subset-font that the build uses; the package brings no types. */
declare module "subset-font" {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { readonly targetFormat: "woff2"; readonly keepFeatures: readonly string[] },
  ): Promise<Uint8Array>;
}
