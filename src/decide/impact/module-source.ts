const registryModule = /^[\w-]+\/[\w-]+\/[\w-]+(?:\/\/.*)?$/;
const hostFirst = /^(?:[a-z0-9]+::)?(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^@/\s]*@)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?=[:/?]|$)/i;

/**
 * The host that a module is downloaded from; undefined for one that lies beside its caller.
 * @see https://developer.hashicorp.com/terraform/language/modules/sources
 */
export function moduleHost(source: string): string | undefined {
  if (/^\.\.?(?:\/|$)/.test(source) || source.startsWith("/")) return undefined;
  if (registryModule.test(source) && !/^[^/]*\./.test(source)) return "registry.terraform.io";
  return hostFirst.exec(source)?.[1]?.toLowerCase();
}
