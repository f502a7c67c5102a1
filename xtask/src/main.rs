//! The project's own commands: `cargo xtask build`, `serve`, `test` and so on.

mod args;
mod bench;
mod browsers;
mod build;
mod e2e;
mod fuzz;
mod load;
mod native;
mod places;
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
use places::Places;

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
    let places = Places::find()?;
    match command {
        Command::Build { plain } => {
            build::build(&places, if plain { Flavour::Plain } else { Flavour::DEFAULT })?;
        }
        Command::Serve(options) => serve::serve(&places, &options)?,
        Command::Test { parts, arguments } => {
            return test::test(&places, &test::Chosen::named(&parts, arguments)?);
        }
        Command::Check(rest) => return native::program(&places, None, &rest.arguments),
        Command::Report(rest) => return native::program(&places, Some("report"), &rest.arguments),
        Command::Texts(rest) => return native::program(&places, Some("texts"), &rest.arguments),
        Command::Gallery(rest) => e2e::program(&places, "gallery", &rest.arguments)?,
        Command::Fuzz { inputs } => fuzz::fuzz(&places, inputs)?,
        Command::Stress(rest) => stress::stress(&places, &rest.arguments)?,
        Command::Load(rest) => load::load(&places, &rest.arguments)?,
        Command::Bench(rest) => bench::bench(&places, &rest.arguments)?,
        Command::TrunkPage => build::trunk_page(&places)?,
    }
    Ok(ExitCode::SUCCESS)
}
