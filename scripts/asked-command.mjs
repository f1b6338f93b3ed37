// `node asked-command.mjs WORDS…`: hands a command line to the process that a test keeps for it, and prints what that printed.
import { connect } from "node:net";

const socket = connect(process.env.BEHOLDEN_ASKED ?? "");
socket.end(JSON.stringify({ words: process.argv.slice(2), folder: process.cwd() }));
let text = "";
socket.setEncoding("utf8");
for await (const part of socket) text += part;
const { exit, output, remarks } = JSON.parse(text);
process.stdout.write(Buffer.from(output, "base64"));
process.stderr.write(remarks);
process.exitCode = exit;
