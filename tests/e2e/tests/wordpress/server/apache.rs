use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::named;
use super::owner::owner;
use super::process::Process;

/// What every Apache with PHP has in Debian.
const MODULES: [&str; 8] =
    ["mpm_prefork", "authz_core", "dir", "mime", "env", "alias", "filter", "deflate"];
/// What the quiz's own settings use besides.
const MORE: [&str; 3] = ["headers", "rewrite", "setenvif"];

/// What an Apache lets a folder's own settings do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Allows {
    /// Everything.
    All,
    /// Everything, but it lacks the modules that Debian does not enable by itself.
    AllWithoutModules,
    /// Nothing that says how files are sent, and such a line is an error.
    NoFileInfo,
    /// Nothing; such files are not read.
    Nothing,
}

/// Apache with PHP, on 127.0.0.1.
#[derive(Debug)]
pub(crate) struct Apache {
    process: Process,
    port: u16,
}

impl Apache {
    /// Serves the folder `site` of a place, with `php.ini` beside it; more lines go into its settings.
    pub(crate) fn start(place: &Path, port: u16, allows: Allows, more: &str) -> Result<Self> {
        let settings = place.join("apache.conf");
        fs::write(&settings, written(place, port, allows, more)?)?;
        let mut command = Command::new(named("SKIN_QUIZ_APACHE")?);
        command.arg("-f").arg(&settings).args(["-D", "FOREGROUND"]);
        command.env("PHPRC", place);
        let ready = || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok();
        let process = Process::start(&mut command, place.join("apache.log"), ready)?;
        Ok(Self { process, port })
    }

    /// What it and PHP complained of.
    pub(crate) fn log(&self) -> String {
        self.process.log()
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }
}

/// A port of this machine that nobody listens on.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

fn written(place: &Path, port: u16, allows: Allows, more: &str) -> Result<String> {
    let php = named("SKIN_QUIZ_APACHE_PHP")?;
    let folder = php.parent().context("the module of PHP lies in no folder")?;
    let modules = if allows == Allows::AllWithoutModules { &[][..] } else { &MORE[..] };
    let modules: String = MODULES
        .iter()
        .chain(modules)
        .map(|name| format!("LoadModule {name}_module {}/mod_{name}.so\n", folder.display()))
        .collect();
    let name = owner()?;
    let owner = name.map(|name| format!("User {name}\nGroup {name}\n")).unwrap_or_default();
    let overrides = match allows {
        Allows::All | Allows::AllWithoutModules => "All",
        Allows::NoFileInfo => "AuthConfig Limit",
        Allows::Nothing => "None",
    };
    let place = place.display();
    Ok(format!(
        "{modules}LoadModule php_module {}\n{owner}\
         ServerRoot {place}\nServerName 127.0.0.1\nListen 127.0.0.1:{port}\nPidFile {place}/apache.pid\n\
         DefaultRuntimeDir {place}\nTypesConfig /etc/mime.types\nErrorLog /dev/stderr\n\
         StartServers 4\nMaxRequestWorkers 24\nDocumentRoot {place}/site\nDirectoryIndex index.php index.html\n\
         <FilesMatch \"\\.php$\">\nSetHandler application/x-httpd-php\n</FilesMatch>\n\
         <Directory {place}/site>\nRequire all granted\nAllowOverride {overrides}\nOptions FollowSymLinks\n</Directory>\n\
         {more}\n",
        php.display(),
    ))
}
