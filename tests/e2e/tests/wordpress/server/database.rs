use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, ensure};
use tempfile::TempDir;

use super::named;
use super::owner::{own, owner};
use super::process::Process;

/// MariaDB with an empty data directory, which answers at a socket alone.
#[derive(Debug)]
pub(crate) struct Database {
    _process: Process,
    place: TempDir,
}

impl Database {
    pub(crate) fn start() -> Result<Self> {
        let place = tempfile::tempdir()?;
        fs::set_permissions(place.path(), Permissions::from_mode(0o755))?;
        let data = place.path().join("data");
        let user = owner()?.map(|name| format!("--user={name}"));
        let folder = place.path().join("run");
        fs::create_dir(&folder)?;
        own(&folder)?;
        let mut prepare = Command::new(named("SKIN_QUIZ_MARIADB_INSTALL_DB")?);
        prepare.arg("--no-defaults").args(&user).arg(format!("--datadir={}", data.display()));
        prepare.args(["--auth-root-authentication-method=normal", "--skip-test-db"]);
        let prepared = prepare.output()?;
        ensure!(prepared.status.success(), "{}", String::from_utf8_lossy(&prepared.stderr));
        let socket = folder.join("socket");
        let mut server = Command::new(named("SKIN_QUIZ_MARIADBD")?);
        server
            .arg("--no-defaults")
            .args(&user)
            .args(["--skip-networking", "--innodb-flush-log-at-trx-commit=0"])
            .arg(format!("--datadir={}", data.display()))
            .arg(format!("--socket={}", socket.display()))
            .arg(format!("--pid-file={}", folder.join("pid").display()));
        let ready = || UnixStream::connect(&socket).is_ok();
        let process = Process::start(&mut server, place.path().join("log"), ready)?;
        Ok(Self { _process: process, place })
    }

    /// Where it answers.
    pub(crate) fn socket(&self) -> PathBuf {
        self.place.path().join("run/socket")
    }
}
