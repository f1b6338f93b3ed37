import type { DependencyKind, DependencyNeed, DependencyTime } from "./dependency.js";

/** When one thing needs another, how much, and why: by the way in which an artefact says it. */
export interface NeedRule {
  kind: DependencyKind;
  needs: Partial<Record<DependencyTime, DependencyNeed>>;
  because: string;
}

const always = { deploy: "required", run: "required", restore: "required" } as const;
const toSetUp = { deploy: "required", run: "unknown", restore: "required" } as const;
const toSetUpOnly = { deploy: "required", restore: "required" } as const;
const whileRunning = { run: "required", restore: "required" } as const;
const notTold = { run: "unknown", restore: "unknown" } as const;
const toBuild = { build: "required" } as const;

/** The table of docs/dependencies.md. A way of needing that a format reads is one line here. */
export const needRules = {
  package: { kind: "package", needs: toBuild, because: "Building downloads it; what was built holds its copy." },
  "package-optional": { kind: "package", needs: { build: "partial" }, because: "The build goes on without an optional package." },
  "package-development": { kind: "package", needs: toBuild, because: "It builds and tests the software and is no part of what runs." },
  "package-registry": { kind: "registry", needs: toBuild, because: "The lockfile says that it is downloaded from there." },
  image: { kind: "image", needs: toSetUp, because: "A node without a copy has to pull it; one that holds a copy starts without." },
  "image-pulled-at-start": { kind: "image", needs: always, because: "Each start asks the registry for it, as its pull policy says." },
  "image-or-build": {
    kind: "image",
    needs: { deploy: "partial", restore: "partial" },
    because: "It is built from source where it cannot be pulled.",
  },
  "image-never-pulled": {
    kind: "image",
    needs: { deploy: "unknown", restore: "unknown" },
    because: "The node must hold it already, as its pull policy says; how it gets there is not told.",
  },
  "image-registry": { kind: "registry", needs: always, because: "The image lies there: whoever pulls it asks that registry." },
  "terraform-reference": {
    kind: "reference",
    needs: toSetUp,
    because: "Its configuration names it: it has to be there first. Whether it is used afterwards is not told.",
  },
  "terraform-data": { kind: "reference", needs: toSetUpOnly, because: "A data source is read while Terraform runs and at no other time." },
  "terraform-key": { kind: "reference", needs: always, because: "What is sealed with a key cannot be opened without it." },
  "terraform-network": { kind: "reference", needs: always, because: "What lies in a network is reached through it as long as it runs." },
  "terraform-role": { kind: "reference", needs: always, because: "Credentials of a role end within hours and are issued anew." },
  "terraform-module": { kind: "module", needs: toSetUp, because: "The module is made of it." },
  "terraform-module-source": {
    kind: "registry",
    needs: toSetUpOnly,
    because: "terraform init downloads the module; only a folder that is set up holds a copy.",
  },
  "terraform-provider": {
    kind: "provider",
    needs: toSetUpOnly,
    because: "Terraform makes and changes it through the provider; once made, it goes on without.",
  },
  "terraform-provider-settings": { kind: "provider", needs: toSetUpOnly, because: "Its provider is set up from it." },
  "terraform-provider-registry": {
    kind: "registry",
    needs: toSetUpOnly,
    because: "terraform init downloads the provider, unless a mirror or a cache holds it.",
  },
  "terraform-backend": { kind: "provider", needs: toSetUpOnly, because: "Without the state, Terraform can neither plan nor apply." },
  host: { kind: "host", needs: notTold, because: "It names the host; whether it works without is not told." },
  "host-in-use": {
    kind: "host",
    needs: whileRunning,
    because: "It names the host, and a log shows traffic to the service behind it.",
  },
  "host-of-service": {
    kind: "host",
    needs: whileRunning,
    because: "The bill of materials gives it as the place where the service answers.",
  },
  endpoint: { kind: "host", needs: whileRunning, because: "The name is an endpoint of the resource and answers as long as that does." },
  "reached-through": { kind: "host", needs: notTold, because: "It is reached through this endpoint of the service, or through another." },
  "name-in-cluster": { kind: "reference", needs: notTold, because: "It names the service by its name in the cluster or network." },
  settings: { kind: "reference", needs: always, because: "It starts with these settings only, and uses what they name." },
  "settings-optional": {
    kind: "reference",
    needs: { deploy: "partial", run: "partial", restore: "partial" },
    because: "It reads these settings where they are there, and starts without.",
  },
  storage: { kind: "reference", needs: always, because: "Its data lie on the volume, which has to be mounted first." },
  account: { kind: "reference", needs: toSetUp, because: "It is placed under this account; whether it calls the cluster is not told." },
  "pull-secret": { kind: "reference", needs: toSetUpOnly, because: "Its images are pulled with this secret." },
  "passes-to": { kind: "reference", needs: whileRunning, because: "It only passes on what the other answers." },
  "start-order": { kind: "reference", needs: toSetUp, because: "It starts after the other; whether it uses it afterwards is not told." },
  "start-order-optional": {
    kind: "reference",
    needs: { deploy: "partial", run: "unknown", restore: "partial" },
    because: "It starts after the other where that is there, and without it otherwise.",
  },
  "dns-name": { kind: "dns", needs: whileRunning, because: "The name is found through this record." },
  "dns-target": { kind: "dns", needs: whileRunning, because: "The record points there." },
  "dns-alias": { kind: "dns", needs: always, because: "The record takes its target from it and points there." },
  "dns-zone": { kind: "dns", needs: always, because: "The record is answered by the servers of its zone." },
  "component-service": {
    kind: "reference",
    needs: notTold,
    because: "The bill of materials names the service as needed; when is not told.",
  },
  member: { kind: "member", needs: always, because: "The declaration counts it to the system." },
  "member-build": { kind: "member", needs: toBuild, because: "The declaration counts it to what the system is built from." },
  "member-set-up": { kind: "member", needs: toSetUpOnly, because: "The declaration counts it to what sets the system up." },
  "member-image": { kind: "member", needs: toSetUp, because: "A file of the system names the image; what runs it is not told." },
  "member-host": { kind: "member", needs: notTold, because: "A file of the system names it; what for is not told." },
  declared: { kind: "declared", needs: whileRunning, because: "The declaration says so." },
} as const satisfies Record<string, NeedRule>;

export type NeedRuleId = keyof typeof needRules;
