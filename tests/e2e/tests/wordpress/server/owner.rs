use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};

/// Whom servers run as that root may not run: Debian's user for them.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Owner {
    Database,
    Web,
}

impl Owner {
    /// Its name, or nothing where this is not root, and servers run as who started them.
    pub(crate) fn name(self) -> Result<Option<&'static str>> {
        let id = Command::new("id").arg("-u").output()?.stdout;
        let name = match self {
            Self::Database => "mysql",
            Self::Web => "www-data",
        };
        Ok((id.trim_ascii() == b"0").then_some(name))
    }

    /// Gives it a folder, with all that is in it.
    pub(crate) fn own(self, folder: &Path) -> Result<()> {
        let Some(name) = self.name()? else { return Ok(()) };
        let group = format!("{name}:{name}");
        let status = Command::new("chown").args(["-R", &group]).arg(folder).status()?;
        ensure!(status.success(), "{} cannot be given to {name}", folder.display());
        Ok(())
    }
}
