mod cargo_tool;
mod install;
mod npm;
mod rust;

pub(crate) use cargo_tool::{GECKODRIVER, TRUNK, WASM_BINDGEN};
pub(crate) use npm::{AXE, BINARYEN, ESBUILD};
pub(crate) use rust::{need_rust_src, need_wasm_target, rustc_version};
