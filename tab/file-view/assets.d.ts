/** The address of a file that is served as it is. */
declare module "*.mjs?url" {
  const address: string;
  export default address;
}
