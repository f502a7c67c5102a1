use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use super::apache::{Allows, Apache, free_port};
use super::database::Database;
use super::named;
use super::owner::{own, owner};
use crate::package::Package;

const CONFIG: &str = include_str!("../php/wp-config.php");
const INSTALL: &str = include_str!("../php/install.php");
const RECORDER: &str = include_str!("../php/recorder.php");
const PHP: &str = "memory_limit = 256M\nupload_max_filesize = 3M\npost_max_size = 8M\n\
    sendmail_path = /bin/true\ndisplay_errors = Off\nlog_errors = On\nerror_reporting = E_ALL\n\
    error_log = /dev/stderr\n";
/// Keeps the databases of one run apart.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// How a WordPress is set up.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setup<'a> {
    /// What its Apache lets the quiz's settings do.
    pub(crate) allows: Allows,
    /// The folder name of its theme.
    pub(crate) theme: &'a str,
    /// Whether it is a network of two sites.
    pub(crate) network: bool,
    /// More lines for Apache.
    pub(crate) apache: &'a str,
}

impl Default for Setup<'_> {
    fn default() -> Self {
        Self { allows: Allows::All, theme: "twentytwentythree", network: false, apache: "" }
    }
}

/// A WordPress with an administrator, an editor and an author, each with their name as password.
#[derive(Debug)]
pub(crate) struct WordPress {
    apache: Apache,
    place: TempDir,
}

impl WordPress {
    pub(crate) fn start(database: &Database, setup: Setup<'_>) -> Result<Self> {
        let place = tempfile::tempdir()?;
        let folder = place.path();
        fs::set_permissions(folder, Permissions::from_mode(0o755))?;
        let port = free_port()?;
        let site = folder.join("site");
        copied(&site)?;
        let settings = [
            ("DATABASE", format!("skin_quiz_{}", COUNT.fetch_add(1, Ordering::Relaxed))),
            ("SOCKET", database.socket().display().to_string()),
            ("URL", format!("http://127.0.0.1:{port}")),
            ("REQUESTS", folder.join("requests").display().to_string()),
            ("NETWORK", if setup.network { "1" } else { "" }.to_owned()),
        ];
        let filled = settings.iter().fold(CONFIG.to_owned(), |text, (name, value)| {
            text.replace(&format!("{{{name}}}"), value)
        });
        fs::write(site.join("wp-config.php"), filled)?;
        let plugins = site.join("wp-content/mu-plugins");
        fs::create_dir_all(&plugins)?;
        fs::create_dir_all(site.join("wp-content/uploads"))?;
        fs::write(plugins.join("recorder.php"), RECORDER)?;
        fs::write(folder.join("requests"), "")?;
        fs::write(folder.join("php.ini"), PHP)?;
        run(folder, INSTALL, &[setup.theme, if setup.network { "network" } else { "" }])?;
        own(&site)?;
        own(&folder.join("requests"))?;
        let apache = Apache::start(folder, port, setup.allows, setup.apache)?;
        Ok(Self { apache, place })
    }

    /// Its address, without a `/` at the end.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.apache.port())
    }

    /// A file of the site.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.place.path().join("site").join(name)
    }

    /// A file of the quiz, as it is served.
    pub(crate) fn quiz(&self, name: &str) -> PathBuf {
        self.path("wp-content/uploads/skin-quiz").join(name)
    }

    /// Lets Apache go on with other rights for the quiz's settings.
    pub(crate) fn restart(self, allows: Allows, more: &str) -> Result<Self> {
        let Self { apache, place } = self;
        let port = apache.port();
        drop(apache);
        let apache = Apache::start(place.path(), port, allows, more)?;
        Ok(Self { apache, place })
    }

    /// Puts the plug-in into its place, as an update by another way than wp-admin does, and activates it.
    pub(crate) fn install(&self, package: &Package) -> Result<()> {
        let folder = self.path("wp-content/plugins/skin-quiz");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        for (name, content) in &package.files {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().context("no folder")?)?;
            fs::write(path, content)?;
        }
        own(&folder)?;
        self.php(
            "require ABSPATH . 'wp-admin/includes/plugin.php';
            $failed = activate_plugin( 'skin-quiz/skin-quiz.php', '', is_multisite() );
            if ( is_wp_error( $failed ) ) { exit( $failed->get_error_message() ); }",
        )
        .map(|_| ())
    }

    /// Tells the quiz of a clinic, as the settings do.
    pub(crate) fn set_clinic(&self) -> Result<()> {
        self.php(
            "wp_set_current_user( 1 );
            SkinQuiz\\Publication::set_clinic( SkinQuiz\\Clinic::written( 'Skin & Co', 'www.clinic.test/book', '+44 20 7946 0000' ), SkinQuiz\\Folder::version() );",
        )
        .map(|_| ())
    }

    /// Publishes a page with the shortcode, and gives its address.
    pub(crate) fn add_page(&self, shortcode: &str) -> Result<String> {
        self.php(&format!(
            "echo get_permalink( wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Quiz', 'post_content' => '{shortcode}' ) ) );"
        ))
    }

    /// Runs PHP inside WordPress, and gives what it printed.
    pub(crate) fn php(&self, code: &str) -> Result<String> {
        let code = format!("<?php require $argv[1] . '/site/wp-load.php';\n{code}");
        run(self.place.path(), &code, &[])
    }

    /// What WordPress asked of any server.
    pub(crate) fn requests(&self) -> Result<Vec<String>> {
        let text = fs::read_to_string(self.place.path().join("requests"))?;
        Ok(text.lines().map(str::to_owned).collect())
    }

    /// What Apache and PHP complained of, without Apache's own notices.
    pub(crate) fn complaints(&self) -> Vec<String> {
        let log = self.apache.log();
        let is_ours =
            |line: &&str| line.contains("/plugins/skin-quiz/") || line.contains("PHP Fatal");
        log.lines().filter(is_ours).map(str::to_owned).collect()
    }
}

/// WordPress's own files; what Debian links to from elsewhere is copied too.
fn copied(site: &Path) -> Result<()> {
    let load = named("SKIN_QUIZ_WORDPRESS")?;
    let packaged = load.parent().context("WordPress lies in no folder")?;
    let status = Command::new("cp").arg("-rL").arg(packaged).arg(site).status()?;
    ensure!(status.success(), "WordPress cannot be copied");
    Ok(())
}

/// Runs PHP on the command line as the web server's user; its first argument is the place.
fn run(place: &Path, code: &str, arguments: &[&str]) -> Result<String> {
    let file = place.join("run.php");
    fs::write(&file, code)?;
    let php = named("SKIN_QUIZ_PHP")?;
    let mut command = match owner()? {
        Some(_) if arguments.is_empty() => {
            let mut command = Command::new("setpriv");
            command.args(["--reuid=www-data", "--regid=www-data", "--clear-groups"]).arg(php);
            command
        }
        _ => Command::new(php),
    };
    // WordPress has lines that a newer PHP deprecates.
    command.args(["-d", "display_errors=stderr"]).arg(&file).arg(place).args(arguments);
    let given = command.env("PHPRC", place).output()?;
    let [told, wrong] = [&given.stdout, &given.stderr].map(|it| String::from_utf8_lossy(it));
    let is_ours = |line: &&str| line.contains("/plugins/skin-quiz/");
    let complaints = wrong.lines().filter(is_ours).count();
    ensure!(given.status.success() && complaints == 0, "PHP said: {told}{wrong}");
    Ok(told.into_owned())
}
