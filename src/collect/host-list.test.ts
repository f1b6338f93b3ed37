import { describe, expect, it } from "vitest";
import { hostList } from "./host-list.js";
import { readSample, sampleFile } from "./sample-file.js";

describe("a list of hosts", () => {
  it("gives hosts, addresses and networks with their place, and warns of the rest", async () => {
    const { seen, problems } = await readSample(
      hostList,
      sampleFile(
        "hosts.txt",
        "# ours\noss-us-west-1.aliyuncs.com\n  47.88.0.1 # seen in May\n2400:3200::/32\n\nnot a host\nEcs.ALIYUNCS.com.\n10.0.0.1\n",
      ),
    );
    expect(seen).toEqual([
      { line: 2, column: 1, kind: "host", value: "oss-us-west-1.aliyuncs.com" },
      { line: 3, column: 3, kind: "address", value: "47.88.0.1" },
      { line: 4, column: 1, kind: "address", value: "2400:3200::/32" },
      { line: 7, column: 1, kind: "host", value: "ecs.aliyuncs.com" },
    ]);
    expect(problems.map(({ line }) => line)).toEqual([6, 8]);
  });

  it("is told from prose by what its lines hold", () => {
    expect(hostList.recognises(sampleFile("hosts.txt", "a.example.com\nb.example.com\n"))).toBe(true);
    expect(hostList.recognises(sampleFile("notes.txt", "We use example.com for mail\nand so on\n"))).toBe(false);
    expect(hostList.recognises(sampleFile("empty.txt", "# nothing\n"))).toBe(false);
    expect(hostList.recognises(sampleFile("hosts.md", "a.example.com\n"))).toBe(false);
  });
});
