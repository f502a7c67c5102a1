//! The project's own commands: `cargo xtask build`, `serve`, `test` and so on.

mod args;
mod bench;
mod browsers;
mod build;
mod dependencies;
mod e2e;
mod fuzz;
mod load;
mod native;
mod paths;
mod release;
mod run;
mod serve;
mod size;
mod stress;
mod system;
mod test;
mod tools;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

use args::{Arguments, Command};
use build::Flavour;
use paths::Paths;

fn main() -> ExitCode {
    match run_command(Arguments::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run_command(command: Command) -> Result<ExitCode> {
    let paths = Paths::find()?;
    match command {
        Command::Build { plain } => {
            build::build(&paths, if plain { Flavour::Plain } else { Flavour::DEFAULT })?;
        }
        Command::Dependencies { advisories } => dependencies::check(&paths, advisories)?,
        Command::Notices => dependencies::notices(&paths)?,
        Command::Release => release::release(&paths)?,
        Command::Serve(options) => serve::serve(&paths, &options)?,
        Command::Test { parts, every_engine, arguments } => {
            let chosen = test::Chosen::named(&parts, arguments)?;
            return test::test(&paths, &test::Chosen { every_engine, ..chosen });
        }
        Command::Check(rest) => return native::program(&paths, None, &rest.arguments),
        Command::Report(rest) => return native::program(&paths, Some("report"), &rest.arguments),
        Command::Texts(rest) => return native::program(&paths, Some("texts"), &rest.arguments),
        Command::Gallery(rest) => e2e::program(&paths, "gallery", &rest.arguments)?,
        Command::Fuzz { inputs } => fuzz::fuzz(&paths, inputs)?,
        Command::Stress(rest) => stress::stress(&paths, &rest.arguments)?,
        Command::Load(rest) => load::load(&paths, &rest.arguments)?,
        Command::Bench(rest) => bench::bench(&paths, &rest.arguments)?,
        Command::TrunkPage => build::trunk_page(&paths)?,
    }
    Ok(ExitCode::SUCCESS)
}
