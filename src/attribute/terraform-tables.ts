/**
 * Terraform providers that say nothing about who runs the thing, with the reason. By the type of the provider, which is also what
 * its resource types begin with.
 */
export const neutralProviders: Readonly<Record<string, string>> = {
  kubernetes: "any Kubernetes cluster, whoever runs it",
  helm: "charts into any Kubernetes cluster, whoever runs it",
  kubectl: "manifests into any Kubernetes cluster, whoever runs it",
  kustomization: "manifests into any Kubernetes cluster, whoever runs it",
  flux: "any Kubernetes cluster, whoever runs it",
  argocd: "an Argo CD server of one's own",
  docker: "any Docker daemon, whoever runs it",
  random: "values made by Terraform itself",
  null: "nothing outside Terraform",
  terraform: "Terraform's own state and data",
  time: "values made by Terraform itself",
  tls: "keys made by Terraform itself",
  local: "files on the machine that runs Terraform",
  archive: "files on the machine that runs Terraform",
  template: "texts made by Terraform itself",
  cloudinit: "texts made by Terraform itself",
  external: "a program on the machine that runs Terraform",
  http: "any host; the host is told apart where it is written",
  dns: "any name server",
  ssh: "any machine",
  ansible: "any machine",
  mysql: "any MySQL server, whoever runs it",
  postgresql: "any PostgreSQL server, whoever runs it",
  rabbitmq: "any RabbitMQ server, whoever runs it",
  vault: "a Vault server, whoever runs it",
  consul: "a Consul cluster, whoever runs it",
  nomad: "a Nomad cluster, whoever runs it",
};

/** How a kind of state storage tells its provider: the prefix of the resource types of the same provider. */
interface Backend {
  resourcePrefix: string;
  documentation: string;
  /** Why it may be another's after all. */
  remark?: string;
}

/** Kinds of state storage that are one provider's service, from Terraform's documentation of each. */
export const backends: Readonly<Record<string, Backend>> = {
  s3: {
    resourcePrefix: "aws_",
    documentation: "https://developer.hashicorp.com/terraform/language/backend/s3",
    remark: "other stores speak the same protocol",
  },
  azurerm: { resourcePrefix: "azurerm_", documentation: "https://developer.hashicorp.com/terraform/language/backend/azurerm" },
  gcs: { resourcePrefix: "google_", documentation: "https://developer.hashicorp.com/terraform/language/backend/gcs" },
  oss: { resourcePrefix: "alicloud_", documentation: "https://developer.hashicorp.com/terraform/language/backend/oss" },
  cos: { resourcePrefix: "tencentcloud_", documentation: "https://developer.hashicorp.com/terraform/language/backend/cos" },
  oci: { resourcePrefix: "oci_", documentation: "https://developer.hashicorp.com/terraform/language/backend/oci" },
};

/** Kinds of state storage that say nothing about who runs it, with the reason. */
export const neutralBackends: Readonly<Record<string, string>> = {
  local: "a file on the machine that runs Terraform",
  http: "any host; the host is told apart where it is written",
  consul: "a Consul cluster, whoever runs it",
  pg: "any PostgreSQL server, whoever runs it",
  kubernetes: "any Kubernetes cluster, whoever runs it",
  remote: "HCP Terraform or Terraform Enterprise; the host is told apart where it is written",
  cloud: "HCP Terraform or Terraform Enterprise; the host is told apart where it is written",
};
