import { hostNameOf } from "./host-name.js";
import { lookUpName } from "./hosts.js";
import { imageReferenceOf } from "./image-reference.js";
import { type Lookup, notFound, type Question } from "./lookup.js";
import type { SignatureIndex } from "./signature-index.js";

/** Container image: the registry that it is pulled from. A mirror's claimed origin says who wrote it. */
export function lookUpImage({ value, context }: Question, index: SignatureIndex): Lookup {
  const { registry } = imageReferenceOf(value);
  const host = hostNameOf(registry);
  if (!host || !("name" in host)) return notFound(`image registry ${registry}: an address or no host name`);
  const found = lookUpName(host.name, index, true);
  const tried = [`image registry ${registry}`, ...found.tried];
  return { match: found.match && { ...found.match, mirrorOf: context?.claimedOrigin }, tried };
}

/** Where packages are downloaded from: a host, as any other. */
export function lookUpPackageSource({ value, context }: Question, index: SignatureIndex): Lookup {
  const host = hostNameOf(value);
  if (!host || !("name" in host)) return notFound(`package source ${value}: an address or no host name`);
  const found = lookUpName(host.name, index, false);
  return { ...found, match: found.match && { ...found.match, mirrorOf: context?.claimedOrigin } };
}
