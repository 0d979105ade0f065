// Anchors every web annotation of a scan with Apache Annotator, by each of its selectors, and compares the words.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const modules = createRequire(pathToFileURL(join(process.env.CANDOUR_NODE_MODULES ?? process.cwd(), "x.js")));
const load = async (name) => {
  try {
    return await import(pathToFileURL(modules.resolve(name)));
  } catch (error) {
    if (!["MODULE_NOT_FOUND", "ERR_MODULE_NOT_FOUND"].includes(error.code)) throw error;
    console.log(`not installed: ${name}, or what it needs: ${error.message}`);
    process.exit(77);
  }
};
const { JSDOM } = await load("jsdom");
const { createTextPositionSelectorMatcher, createTextQuoteSelectorMatcher } = await load("@apache-annotator/dom");

const folder = process.argv[2];
const page = JSON.parse(readFileSync(join(folder, "out.w3c"), "utf8"));
const texts = new Map();
const scope = (source) => {
  if (!texts.has(source)) {
    const { document } = new JSDOM("<pre></pre>").window;
    const pre = document.querySelector("pre");
    // Several text nodes, as in any real page.
    const text = readFileSync(join(folder, "text", decodeURIComponent(source)), "utf8");
    text.split(/(?<=\n)/).forEach((line) => pre.append(document.createTextNode(line)));
    const range = document.createRange();
    range.selectNodeContents(pre);
    texts.set(source, range);
    for (const name of ["NodeFilter", "Node"]) globalThis[name] ??= document.defaultView[name];
  }
  return texts.get(source);
};
const first = async (matches) => (await matches.next()).value?.toString();
for (const { id, target } of page.items) {
  const [position, quote] = target.selector;
  const range = scope(target.source);
  const byPosition = await first(createTextPositionSelectorMatcher(position)(range));
  const byQuote = await first(createTextQuoteSelectorMatcher(quote)(range));
  if (byPosition !== quote.exact || byQuote !== quote.exact) {
    throw new Error(`${id}: ${JSON.stringify([quote.exact, byPosition, byQuote])}`);
  }
}
console.log(`Apache Annotator: ${page.items.length} annotations equal by both selectors`);
