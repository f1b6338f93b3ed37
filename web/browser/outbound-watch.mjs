// Loaded into a process before anything else: notes that it watches, and every connection that the process, or one that it forks, opens to anywhere
// but this machine.
import childProcess from "node:child_process";
import dgram from "node:dgram";
import { appendFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

const ofThisMachine = /^(?:localhost$|127\.|::1$|::ffff:127\.)/;

note("watched");

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...asked) {
  // What net itself has made of its arguments comes as one array.
  const [first, second] = Array.isArray(asked[0]) ? asked[0] : asked;
  const to = typeof first === "object" && first !== null ? first : /^\d+$/.test(String(first)) ? { port: first, host: second } : { path: first };
  if (to.path === undefined) note(typeof to.host === "string" ? to.host : "localhost", to.port);
  return connect.apply(this, asked);
};

const send = dgram.Socket.prototype.send;
dgram.Socket.prototype.send = function (...asked) {
  const [port, host] = asked.slice(1).filter((one) => typeof one === "number" || typeof one === "string").slice(-2);
  note(typeof host === "string" ? host : "localhost", port);
  return send.apply(this, asked);
};

const fork = childProcess.fork;
childProcess.fork = (path, words, options = {}) =>
  fork(path, words, { ...options, execArgv: [...(options.execArgv ?? process.execArgv), "--import", import.meta.url] });
syncBuiltinESMExports();

function note(host, port) {
  if (!ofThisMachine.test(host)) appendFileSync(process.env.OUTBOUND_LOG ?? "/dev/null", `${process.pid} ${host} ${port ?? ""}\n`);
}
