import { expect, it } from "vitest";
import { namesInNetwork } from "./names-in-network.js";

it.each([
  ["redis://cache:6379/0", [{ name: "cache" }]],
  ["cache:6379", [{ name: "cache" }]],
  ["http://cache", [{ name: "cache" }]],
  ["cache.shop.svc.cluster.local:6379", [{ name: "cache", namespace: "shop" }]],
  ["https://cache.shop.svc/path", [{ name: "cache", namespace: "shop" }]],
  ["amqp://user:word@queue:5672", [{ name: "queue" }]],
  ["postgres://orders:not-a-real-password@db.example.net:5432/orders", []],
  ["redis://:not-a-real-password@db.example.net", []],
  ["cache", []],
  ["2026-01-01T10:00", []],
])("%s names %j", (text, names) => {
  expect(namesInNetwork(text)).toEqual(names);
});
