// Has the SARIF multitool validate the log of a scan; anything graver than a warning is a failure.
// It lets unknown values of enumerations pass; the suite holds every log against the schema itself.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const modules = join(process.env.CANDOUR_NODE_MODULES ?? process.cwd(), "node_modules");
const tool = join(modules, "@microsoft", "sarif-multitool-linux", "Sarif.Multitool");
if (!existsSync(tool)) {
  console.log("not installed: @microsoft/sarif-multitool");
  process.exit(77);
}
const report = join(folder, "validation.sarif");
const run = spawnSync(tool, ["validate", join(folder, "out.sarif"), "--output", report, "--log", "ForceOverwrite", "--max-file-size-in-kb", "1000000"], { encoding: "utf8" });
if (run.error?.code === "EACCES") {
  console.log(`not installed: ${tool} may not be run; chmod u+x`);
  process.exit(77);
}
const { results, invocations } = JSON.parse(readFileSync(report, "utf8").replace(/^\uFEFF/, "")).runs[0];
const grave = results.filter((result) => (result.level ?? "warning") === "error");
if (grave.length > 0 || invocations?.[0]?.executionSuccessful === false || run.status !== 0) {
  throw new Error(`${run.stdout}\n${JSON.stringify(grave, null, 1)}`);
}
const rules = [...new Set(results.map((result) => result.ruleId))].join(", ") || "none";
console.log(`SARIF multitool: valid; remarks on style: ${rules}`);
