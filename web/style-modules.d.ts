/** Class names of a style module, by the names they have in its file. */
declare module "*.module.css" {
  const names: Readonly<Record<string, string>>;
  // biome-ignore lint/style/noDefaultExport: it is what a style module gives
  export default names;
}
