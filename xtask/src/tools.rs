mod cargo_tool;
mod install;
mod npm;
mod peers;
mod rust;

pub(crate) use cargo_tool::{GECKODRIVER, WASM_BINDGEN, WASM_SPLIT};
pub(crate) use npm::{AXE, BINARYEN, ESBUILD};
pub(crate) use peers::peers;
pub(crate) use rust::{need_rust_src, need_wasm_target, rustc_version};
