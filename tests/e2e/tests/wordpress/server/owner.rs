use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};

/// A user that every Debian has, whichever servers are installed.
const NAME: &str = "www-data";

/// Whom servers run as that root may not run, or nobody where this is not root: servers then run as who started
/// them.
pub(crate) fn owner() -> Result<Option<&'static str>> {
    let id = Command::new("id").arg("-u").output()?.stdout;
    Ok((id.trim_ascii() == b"0").then_some(NAME))
}

/// Gives the owner a folder or file, with all that is in it.
pub(crate) fn own(path: &Path) -> Result<()> {
    let Some(name) = owner()? else { return Ok(()) };
    let group = format!("{name}:{name}");
    let status = Command::new("chown").args(["-R", &group]).arg(path).status()?;
    ensure!(status.success(), "{} cannot be given to {name}", path.display());
    Ok(())
}
