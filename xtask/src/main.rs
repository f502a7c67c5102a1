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

use args::Command;
use places::Places;

fn main() -> ExitCode {
    match args::parse().and_then(obey) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn obey(command: Command) -> Result<ExitCode> {
    let places = Places::find()?;
    match command {
        Command::Help(text) => print!("{text}"),
        Command::Build { flavour } => build::build(&places, flavour)?,
        Command::Serve(options) => serve::serve(&places, &options)?,
        Command::Test(chosen) => return test::test(&places, &chosen),
        Command::Native(arguments) => return native::program(&places, &arguments),
        Command::Gallery(arguments) => e2e::program(&places, "gallery", &arguments)?,
        Command::Fuzz(inputs) => fuzz::fuzz(&places, inputs)?,
        Command::Stress(arguments) => stress::stress(&places, &arguments)?,
        Command::Load(arguments) => load::load(&places, &arguments)?,
        Command::Bench(arguments) => bench::bench(&places, &arguments)?,
    }
    Ok(ExitCode::SUCCESS)
}
