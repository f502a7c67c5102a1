use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::scripts::esbuild;
use super::{Flavour, fallback, swap};
use crate::paths::Paths;
use crate::run::{cargo, heading, run};
use crate::tools::{bindings, from_npm, need_wasm_target};

/// The part that loads after the first question, as the splitting tool names it.
const LATER: &str = "split_later.wasm";

/// What the compiled program uses beyond the WebAssembly of 2017. `wasm-opt` may use no more: where it
/// knows of newer features, it writes what no browser reads yet.
pub(super) const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What the later part calls is exported by the linker.
pub(super) const KEEP: &str = "--keep-lld-exports";

/// How the splitting tool loads a part, and how it is to be: a server may call it anything, and another
/// program needs no second request.
const LOADED: [(&str, &str); 3] = [
    ("import { initSync } from", "import { held as initSync } from"),
    ("WebAssembly.instantiateStreaming(src, imports)", "instantiated(src, imports)"),
    ("fetch(new URL(\"./split_later.wasm\", import.meta.url))", "fetched(url)"),
];

/// What makes a program out of the bindings: a function that can be called again when one stopped. `url`
/// is where it lies; `crates/browser/src/memory.rs` has the others. The file of the later part is kept.
const MADE: (&str, &str) = (
    "let file;\
     const fetched=url=>file??=fetch(new URL(\"./later.wasm\",url)).then(answer=>answer.arrayBuffer()).catch(cause=>{file=void 0;throw cause});\
     const instantiated=async(bytes,imports)=>WebAssembly.instantiate(await bytes,imports).catch(cause=>{file=void 0;throw cause});\
     export default(url,keepVisit,hasTravelled)=>{let made;",
    "return made}",
);

/// The script that hands out what the bindings have, as the statement `made` says. `imports` have `put`,
/// which replaces what the program exports: whatever calls a program that was stopped comes to an end too,
/// by an error that the page knows by its name.
pub(super) fn entry(imports: &str, made: &str) -> String {
    format!(
        "import {{ ahead, bring, open, refuse, travelled }} from \"./quiz.js\";\n{imports}\n\
         const stop = () => put(new Proxy({{}}, {{ get: () => {{ \
           throw Object.assign(new Error(\"this program has stopped\"), {{ name: \"Stopped\" }}); }} }}));\n\
         {made}\n"
    )
}

/// How the bindings hold the program, and what starts it and takes it from them, in the place of their own
/// ways, which have 700 bytes of cases that are none here.
const HELD: (&str, &str) = (
    "let wasmModule, wasmInstance, wasm;",
    "
export const held = () => wasm;
export const put = (exports) => { wasm = exports; };
export async function init(source) {
  const way = source instanceof Response ? WebAssembly.instantiateStreaming : WebAssembly.instantiate;
  const { instance, module } = await way(source, __wbg_get_imports());
  __wbg_finalize_init(instance, module);
}
",
);

/// Writes the program into a folder: `quiz.wasm`, what it loads after the first question as
/// `later.wasm`, what joins them to the browser as `quiz.js`, and all of it as plain JavaScript,
/// `fallback.js`.
///
/// # Errors
///
/// If a tool is missing and cannot be had, or if a step fails.
pub(crate) fn write(paths: &Paths, flavour: Flavour, out: &Path) -> Result<()> {
    need_wasm_target(&paths.root)?;
    let wasm_opt = from_npm(paths, ".bin/wasm-opt")?;
    heading(&format!("building the program ({flavour}): about a minute"));
    let program = compile(paths, flavour)?;
    let work = paths.scratch("parts");
    for folder in [out, &work] {
        swap::remove(folder)?;
        fs::create_dir_all(folder)?;
    }
    bindings(paths, &["split"], &program, (&work, "quiz"))?;
    let bound = work.join("bound");
    bindings(paths, &["web", KEEP], &work.join("quiz.wasm"), (&bound, "quiz"))?;
    small(&wasm_opt, &bound.join("quiz_bg.wasm"), &out.join("quiz.wasm"))?;
    small(&wasm_opt, &work.join(LATER), &out.join("later.wasm"))?;
    let loader = fs::read_to_string(work.join("__wasm_split.js"))?;
    fs::write(bound.join("__wasm_split.js"), loading(&loader)?)?;
    join(paths, &bound, out)?;
    fallback::write(paths, &program, out)
}

fn compile(paths: &Paths, flavour: Flavour) -> Result<PathBuf> {
    let mut command = cargo(&paths.root);
    command.args(["build", "--release", "--locked", "--target", "wasm32-unknown-unknown"]);
    command.args(["--package", "skin-quiz", "--features", "parts"]);
    flavour.set(&mut command, &paths.cargo_target);
    run(&mut command)?;
    Ok(flavour.program(&paths.cargo_target))
}

fn small(wasm_opt: &Path, from: &Path, to: &Path) -> Result<()> {
    let mut command = Command::new(wasm_opt);
    command.arg(from).args(FEATURES).args(["--flatten", "--rereloop", "-Os"]);
    // Not --traps-never-happen, which saves a kilobyte: a panic has to stop the program, not to let it go on
    // with what is wrong. Loads and divisions alone are taken not to trap, as they do not in Rust.
    command.args(["--converge", "--ignore-implicit-traps"]);
    command.args(["--strip-debug", "--strip-producers", "--strip-target-features", "-o"]);
    run(command.arg(to))
}

/// Joins the bindings and what they import, such as what loads the later part, into one script.
pub(super) fn join(paths: &Paths, bound: &Path, out: &Path) -> Result<()> {
    let bindings = fs::read_to_string(bound.join("quiz.js"))?;
    fs::write(bound.join("quiz.js"), held(&bindings)?)?;
    let made_of = "made = { init, ahead, bring, open, refuse, stop, travelled };";
    let entry = entry("import { init, put } from \"./quiz.js\";", made_of);
    fs::write(bound.join("entry.js"), entry)?;
    let mut command = esbuild(paths, &out.join("quiz.js"))?;
    made(&mut command, MADE).arg(bound.join("entry.js"));
    run(&mut command).context("the bindings are not written")
}

/// Tells esbuild to write a module whose default export makes a program.
pub(super) fn made<'a>(command: &'a mut Command, (before, after): (&str, &str)) -> &'a mut Command {
    command.args(["--bundle", "--format=iife"]);
    command.arg(format!("--banner:js={before}")).arg(format!("--footer:js={after}"))
}

fn loading(loader: &str) -> Result<String> {
    LOADED.iter().try_fold(loader.to_owned(), |loader, (from, to)| {
        if loader.matches(from).count() != 1 {
            bail!("the splitting tool loads a part in another way than before: see what it writes");
        }
        Ok(loader.replace(from, to))
    })
}

fn held(bindings: &str) -> Result<String> {
    if bindings.matches(HELD.0).count() != 1 {
        bail!("the bindings hold the program in another way than before: see what they write");
    }
    Ok([bindings, HELD.1].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loader_of_another_kind_is_an_error() {
        let written = "import { initSync } from x; src = fetch(new URL(\"./split_later.wasm\", import.meta.url)); \
                       (WebAssembly.instantiateStreaming(src, imports))";
        let script = loading(written).expect("both are there");
        assert_eq!(
            script,
            "import { held as initSync } from x; src = fetched(url); (instantiated(src, imports))"
        );
        assert!(loading(&written.replace("later", "sooner")).is_err());
        assert!(loading(&written.replace("Streaming", "")).is_err());
    }

    #[test]
    fn bindings_that_hold_the_program_otherwise_are_an_error() {
        assert!(
            held("let wasmModule, wasmInstance, wasm;").is_ok_and(|all| all.contains("put = "))
        );
        assert!(held("let wasm;").is_err());
    }
}
