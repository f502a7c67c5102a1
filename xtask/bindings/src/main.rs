//! What a compiled program needs before a browser can run it.
//!
//! - `bindings split INPUT FOLDER NAME` splits a WebAssembly file at its `#[wasm_split]` functions. `NAME.wasm` is
//!   loaded at once; `__wasm_split.js` loads each `split_*.wasm` when it is first called.
//! - `bindings web|bundler [--keep-lld-exports] INPUT FOLDER NAME` writes `NAME_bg.wasm` and `NAME.js`, which joins
//!   it to the page: a module for browsers, or one for a bundler.
//!
//! These are the libraries behind `wasm-split-cli` and `wasm-bindgen`, in the versions of `Cargo.lock`.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use walrus::{ElementItems, FunctionBuilder, FunctionId, Module};
use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support::Options;

const USAGE: &str = "usage: bindings split|web|bundler [--keep-lld-exports] INPUT FOLDER NAME";

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [command, options @ .., input, folder, name] = &arguments[..] else { bail!(USAGE) };
    let keeps_exports = match options {
        [] => false,
        [option] if option == "--keep-lld-exports" => true,
        _ => bail!(USAGE),
    };
    let (input, folder) = (Path::new(input), Path::new(folder));
    let mut bindgen = Bindgen::new();
    match command.as_str() {
        "split" => return split(input, folder, name),
        "web" => bindgen.web(true)?,
        "bundler" => bindgen.bundler(true)?,
        _ => bail!(USAGE),
    };
    let mut output = bindgen
        .input_path(input)
        .out_name(name)
        .typescript(false)
        .omit_default_module_path(true)
        .keep_lld_exports(keeps_exports)
        .generate_output()?;
    drop_descriptions(output.wasm_mut());
    output.emit(folder)
}

/// Takes the functions that call closures out of the table of functions, so that those that no closure of
/// the program needs can be removed. The bindings call them by their exports; the table has them only
/// because js-sys describes every function that takes a closure, used or not, by their position in it.
fn drop_descriptions(module: &mut Module) {
    let calls_closures = |function: &FunctionId| {
        let name = module.funcs.get(*function).name.as_deref().unwrap_or_default();
        name.contains("::convert::closures::_::") && name.contains("invoke::<")
    };
    let listed = module.elements.iter().filter_map(|element| match &element.items {
        ElementItems::Functions(functions) => Some(functions),
        ElementItems::Expressions(..) => None,
    });
    let described: HashSet<FunctionId> = listed.flatten().copied().filter(calls_closures).collect();
    let mut trap = FunctionBuilder::new(&mut module.types, &[], &[]);
    trap.func_body().unreachable();
    let trap = trap.finish(Vec::new(), &mut module.funcs);
    for element in module.elements.iter_mut() {
        if let ElementItems::Functions(functions) = &mut element.items {
            for function in functions.iter_mut().filter(|function| described.contains(function)) {
                *function = trap;
            }
        }
    }
}

fn split(input: &Path, folder: &Path, name: &str) -> Result<()> {
    let program = fs::read(input).with_context(|| format!("{} is unreadable", input.display()))?;
    let (main_file, main_module) = (folder.join(format!("{name}.wasm")), format!("./{name}.js"));
    let mut options = Options::new(&program);
    options.output_dir = folder;
    options.main_out_path = &main_file;
    options.main_module = &main_module;
    wasm_split_cli_support::transform(options).map_err(|error| anyhow!("{error:?}"))?;
    Ok(())
}
