use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tools::need_rust_src;

/// What the splitting tool needs to know, and the fallback to hold both parts in one.
const PARTED: &str = "-Clink-args=--emit-relocs -Clink-args=--export-table";

const SMALLEST: &str =
    " -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// How the program for the browser is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flavour {
    /// With a standard library rebuilt for size, and without panic messages.
    Smallest,
    /// As Rust comes.
    Plain,
}

impl Flavour {
    pub(crate) const DEFAULT: Self = Self::Smallest;

    /// This flavour, or the plain one, with the reason printed, where this one cannot be had.
    pub(crate) fn possible(self, root: &Path) -> Self {
        if self == Self::Plain {
            return self;
        }
        match need_rust_src(root) {
            Ok(()) => self,
            Err(error) => {
                eprintln!("the plain flavour is built, which is larger: {error:#}");
                Self::Plain
            }
        }
    }

    /// The program as it was compiled, before any tool.
    pub(crate) fn program(self, cargo_target: &Path) -> PathBuf {
        self.folder(cargo_target).join("wasm32-unknown-unknown/release/skin-quiz.wasm")
    }

    fn folder(self, cargo_target: &Path) -> PathBuf {
        cargo_target.join(format!("wasm-{self}"))
    }

    /// Sets how the program for visitors is compiled, so that it can be split. Each flavour has its own folder, so
    /// that neither makes the other start anew.
    pub(crate) fn set(self, command: &mut Command, cargo_target: &Path) {
        self.set_in(command, &self.folder(cargo_target), PARTED);
    }

    /// The same for a program in one part, compiled into a folder of its own.
    pub(crate) fn set_whole(self, command: &mut Command, target: &Path) {
        self.set_in(command, target, "");
    }

    fn set_in(self, command: &mut Command, target: &Path, flags: &str) {
        let mut flags = flags.to_owned();
        if self == Self::Smallest {
            command
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
            flags += SMALLEST;
        }
        command
            .env("CARGO_TARGET_DIR", target)
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags)
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .env_remove("RUSTFLAGS");
    }
}

impl fmt::Display for Flavour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Smallest => "smallest",
            Self::Plain => "plain",
        })
    }
}
