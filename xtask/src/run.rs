use std::io::{BufRead, BufReader, ErrorKind, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Error, Result, bail};

/// Says what comes next.
pub(crate) fn heading(text: &str) {
    if std::io::stderr().is_terminal() {
        eprintln!("\x1b[1m== {text}\x1b[0m");
    } else {
        eprintln!("== {text}");
    }
}

/// The cargo that runs this program.
pub(crate) fn cargo(root: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    command.current_dir(root);
    command
}

/// Runs a command whose output is for whoever sits here.
///
/// # Errors
///
/// If it cannot be started or fails.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| unstarted(command, error))?;
    if !status.success() {
        bail!("{} failed ({status})", shown(command));
    }
    Ok(())
}

/// Runs a command and gives what it printed, without the space around it.
///
/// # Errors
///
/// If it cannot be started or fails.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.output().map_err(|error| unstarted(command, error))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("{} failed: {}", shown(command), said.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a command, passing on what it prints line by line behind a prefix, and gives whether it succeeded and what
/// it printed.
///
/// # Errors
///
/// If it cannot be started.
pub(crate) fn copied(command: &mut Command, prefix: &str) -> Result<(bool, String)> {
    let mut child = start(command.stdout(Stdio::piped()))?;
    let stdout = child.stdout.take().context("no output to read")?;
    let mut all = String::new();
    for line in BufReader::new(stdout).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{prefix}{line}");
        all.push_str(&line);
        all.push('\n');
    }
    Ok((child.wait()?.success(), all))
}

/// Starts a command.
///
/// # Errors
///
/// If it cannot be started.
pub(crate) fn start(command: &mut Command) -> Result<Child> {
    command.spawn().map_err(|error| unstarted(command, error))
}

/// Where a program is on `PATH`.
pub(crate) fn which(program: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
}

fn unstarted(command: &Command, error: std::io::Error) -> Error {
    let program = command.get_program().to_string_lossy().into_owned();
    if error.kind() == ErrorKind::NotFound {
        return Error::msg(format!("there is no program {program}: install it"));
    }
    Error::new(error).context(format!("{program} cannot be started"))
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    let arguments = command.get_args().map(|argument| argument.to_string_lossy());
    std::iter::once(name.to_string_lossy()).chain(arguments).collect::<Vec<_>>().join(" ")
}
