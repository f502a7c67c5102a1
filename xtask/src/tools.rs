mod bindings;
mod compiled;
mod install;
mod npm;
mod rust;

pub(crate) use bindings::bindings;
pub(crate) use compiled::{cargo_about, cargo_cyclonedx, cargo_deny, geckodriver};
pub(crate) use npm::{from_npm, node_modules};
pub(crate) use rust::{need_rust_src, need_wasm_target, rustc_version};
