import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import protobuf from "protobufjs";

const packageOf = (name: string) => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
const deps = join(packageOf("@grpc/grpc-js-xds"), "deps");
const roots = [...["envoy-api", "xds", "googleapis", "protoc-gen-validate"].map((name) => join(deps, name)), packageOf("protobufjs")];

/** Envoy's own schema: the protocol buffers that its control planes are built on. */
export function envoySchema(): protobuf.Root {
  const root = new protobuf.Root();
  root.resolvePath = (_from, wanted) => roots.map((folder) => join(folder, wanted)).find((path) => existsSync(path)) ?? wanted;
  root.loadSync(
    [
      "envoy/extensions/filters/network/rbac/v3/rbac.proto",
      "envoy/extensions/filters/http/rbac/v3/rbac.proto",
      "envoy/config/listener/v3/listener_components.proto",
      "envoy/extensions/filters/network/http_connection_manager/v3/http_connection_manager.proto",
    ],
    { keepCase: true },
  );
  root.resolveAll();
  return root;
}

/** What is wrong with a value in the JSON form of a message, as Envoy reads it: unknown fields, wrong types, two of a `oneof`. */
export function faultsIn(value: unknown, type: protobuf.Type, root: protobuf.Root, at = type.name): string[] {
  if (type.fullName === ".google.protobuf.Any") return faultsInAny(value, root, at);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${at}: no message`];
  const keys = Object.keys(value);
  const chosen = type.oneofsArray.filter((one) => one.fieldsArray.filter(({ name }) => keys.includes(name)).length > 1);
  return [
    ...chosen.map(({ name }) => `${at}: more than one of ${name}`),
    ...Object.entries(value).flatMap(([key, inner]) => {
      const field = type.fields[key];
      return field ? faultsInField(inner, field, root, `${at}.${key}`) : [`${at}: no field ${key}`];
    }),
  ];
}

function faultsInAny(value: unknown, root: protobuf.Root, at: string): string[] {
  const { "@type": url, ...rest } = value as { "@type"?: string };
  const name = url?.replace(/^type\.googleapis\.com\//, "");
  return name ? faultsIn(rest, root.lookupType(name), root, `${at}(${name})`) : [`${at}: no @type`];
}

function faultsInField(value: unknown, field: protobuf.Field, root: protobuf.Root, at: string): string[] {
  if (field instanceof protobuf.MapField)
    return Object.entries(value as object).flatMap(([key, one]) => faultsInOne(one, field, root, `${at}[${key}]`));
  if (!field.repeated) return faultsInOne(value, field, root, at);
  return Array.isArray(value) ? value.flatMap((one, index) => faultsInOne(one, field, root, `${at}[${index}]`)) : [`${at}: no list`];
}

const scalars: Record<string, string> = { string: "string", bool: "boolean", uint32: "number", int32: "number", double: "number" };

function faultsInOne(value: unknown, field: protobuf.Field, root: protobuf.Root, at: string): string[] {
  const type = field.resolvedType;
  if (type instanceof protobuf.Enum)
    return typeof value === "string" && value in type.values ? [] : [`${at}: ${String(value)} is no ${type.name}`];
  // Envoy writes wrapped numbers as plain ones.
  if (type?.fullName === ".google.protobuf.UInt32Value") return Number.isInteger(value) ? [] : [`${at}: no whole number`];
  if (type) return faultsIn(value, type, root, at);
  const wanted = scalars[field.type];
  return wanted === typeof value ? [] : [`${at}: ${typeof value} where ${field.type} is wanted`];
}
