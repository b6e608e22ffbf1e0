// Builds vendor/ from the npm packages in package-lock.json. Run by `make assets`.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as esbuild from "esbuild";
import * as sass from "sass";

const sources = "goldenthread/web/assets";
const target = "vendor/web";

function stylesheet(name) {
  const importers = [new sass.NodePackageImporter()];
  const options = { importers, style: "compressed", loadPaths: ["."], quietDeps: true };
  const { css } = sass.compile(`${sources}/${name}.scss`, options);
  writeFileSync(`${target}/${name}.css`, `${css.replace(/\/\*# sourceMappingURL.*\*\//g, "")}\n`);
}

function script() {
  esbuild.buildSync({
    entryPoints: [`${sources}/govuk.mjs`],
    outfile: `${target}/govuk.js`,
    bundle: true,
    minify: true,
    format: "iife",
    globalName: "GOVUKFrontend",
    target: "es2020",
    legalComments: "none",
  });
}

// What the design system itself expects of each component that we draw, for a test of our tags.
function examples() {
  const drawn = `breadcrumbs button checkboxes date-input details error-summary fieldset file-upload
    input inset-text notification-banner pagination panel password-input radios select summary-list
    table tag textarea warning-text`;
  const kept = drawn.split(/\s+/).map((component) => {
    const file = `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`;
    const { fixtures } = JSON.parse(readFileSync(file, "utf8"));
    const few = fixtures.filter((f) => !f.hidden).slice(0, 6);
    return { component, examples: few.map(({ name, options, html }) => ({ name, options, html })) };
  });
  writeFileSync("goldenthread/web/tests/govuk_examples.json", `${JSON.stringify(kept, null, 1)}\n`);
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.posix.join(entry.parentPath ?? entry.path, entry.name));
}

function pictures() {
  const folder = "node_modules/@ministryofjustice/frontend/moj/assets/images";
  const css = readFileSync(`${target}/moj.css`, "utf8");
  mkdirSync(`${target}/images`);
  for (const [, name] of css.matchAll(/url\(images\/([\w.-]+)\)/g)) {
    copyFileSync(`${folder}/${name}`, `${target}/images/${name}`);
  }
}

function hashes() {
  const lines = filesUnder("vendor")
    .filter((file) => file !== "vendor/SHA256SUMS")
    .sort()
    .map((file) => `${createHash("sha256").update(readFileSync(file)).digest("hex")}  ${file}`);
  writeFileSync("vendor/SHA256SUMS", `${lines.join("\n")}\n`);
}

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
mkdirSync("vendor/licences", { recursive: true });
stylesheet("govuk");
stylesheet("moj");
pictures();
script();
examples();
copyFileSync("node_modules/htmx.org/dist/htmx.min.js", `${target}/htmx.js`);
copyFileSync("node_modules/htmx.org/LICENSE", "vendor/licences/htmx.txt");
hashes();
