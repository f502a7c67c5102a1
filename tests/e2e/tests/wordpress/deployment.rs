//! The zip for any server, put up as its own page says.

use std::fs::{self, Permissions};
use std::io::Cursor;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use dist::Archive;
use e2e::{Browser, Files, Nginx, ONE_CONCERN};
use site::Site;
use tempfile::TempDir;
use zip::ZipArchive;

use crate::person::Person;
use crate::server::{Allows, Apache, free_port, own};
use crate::stage::{Stage, project};

/// What the lines to paste have in the place of the website.
const WEBSITE: &str = "https://your-website";
/// What the shipped settings have in the place of the clinic's website.
const CLINIC: &str = "https://www.clinic.example";

/// A website with the zip unpacked in it, and a page with the lines that are to be pasted.
struct Website {
    place: TempDir,
}

impl Website {
    fn new() -> Result<Self> {
        let place = tempfile::tempdir()?;
        fs::set_permissions(place.path(), Permissions::from_mode(0o755))?;
        let archive = Archive::deployment(&project("hosting"), Files::from_env()?.folder(), "1")?;
        ZipArchive::new(Cursor::new(archive.zip(0)?))?.extract(place.path().join("site"))?;
        fs::write(place.path().join("php.ini"), "")?;
        Ok(Self { place })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.place.path().join("site").join(name)
    }

    /// The page of a clinic, with the lines of `start-here.html`, for a website at this address.
    fn page(&self, address: &str) -> Result<String> {
        let guide = fs::read_to_string(self.path("start-here.html"))?;
        let (_, lines) = guide.split_once("<pre>").context("no lines to paste")?;
        let (lines, _) = lines.split_once("</pre>").context("no end of them")?;
        let lines = lines.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        ensure!(lines.contains(WEBSITE), "no {WEBSITE} in {lines}");
        let lines = lines.replace(WEBSITE, address);
        Ok(format!("<!doctype html><title>A clinic</title><h1>A clinic</h1>{lines}"))
    }

    /// Writes the clinic's page and follows what the guide says of Apache.
    fn write(&self, address: &str, has_settings: bool) -> Result<()> {
        fs::write(self.path("page.html"), self.page(address)?)?;
        if has_settings {
            let settings = fs::read_to_string(self.path("settings/apache.htaccess"))?;
            ensure!(settings.contains(CLINIC), "no place for the clinic's address");
            let settings = settings.replace(CLINIC, address);
            fs::write(self.path("skin-quiz/.htaccess"), settings)?;
        }
        own(&self.path(""))
    }
}

/// Visits the page with the pasted lines, and walks to a result.
async fn walked(browser: &Browser, address: &str, server: &str) -> Result<()> {
    let visitor = Person::on(browser, address.to_owned());
    let booking = visitor.walk("/page.html", ONE_CONCERN).await;
    let booking = booking.with_context(|| server.to_owned())?;
    ensure!(booking.starts_with("https://"), "{server}: {booking}");
    Ok(())
}

pub(crate) async fn on_apache(stage: &Stage) -> Result<()> {
    for (allows, has_settings) in [
        (Allows::AllWithoutModules, false),
        (Allows::AllWithoutModules, true),
        (Allows::All, true),
        (Allows::Nothing, true),
        (Allows::NoFileInfo, false),
    ] {
        let website = Website::new()?;
        let port = free_port()?;
        let address = format!("http://127.0.0.1:{port}");
        website.write(&address, has_settings)?;
        let _apache = Apache::start(website.place.path(), port, allows, "")?;
        let server = format!("Apache, {allows:?}, settings: {has_settings}");
        walked(&stage.browser, &address, &server).await?;
    }
    Ok(())
}

/// nginx has the quiz at an address of its own; the clinic's website is another one.
pub(crate) async fn on_nginx(stage: &Stage) -> Result<()> {
    let website = Website::new()?;
    let shipped = fs::read(website.path("settings/nginx.conf"))?;
    ensure!(shipped == fs::read(project("hosting/nginx.conf"))?, "the zip has other settings");
    let clinic = Site::new(website.path("settings")).start().await?;
    let address = clinic.url().trim_end_matches('/').to_owned();
    let nginx = Nginx::start(&website.path("skin-quiz"), &address).await?;
    let page = website.page(WEBSITE)?;
    let quiz = format!("{WEBSITE}/skin-quiz/");
    ensure!(page.contains(&quiz), "no {quiz} in {page}");
    clinic.set_file("/page.html", page.replace(&quiz, nginx.url()));
    walked(&stage.browser, &address, "nginx").await?;
    let errors = nginx.errors()?;
    ensure!(errors.is_empty(), "nginx complains: {errors}");
    Ok(())
}

/// A server that sends files and knows nothing else.
pub(crate) async fn on_a_bare_server(stage: &Stage) -> Result<()> {
    let website = Website::new()?;
    let server = Site::new(website.path("")).start().await?;
    let address = server.url().trim_end_matches('/').to_owned();
    website.write(&address, false)?;
    walked(&stage.browser, &address, "a bare server").await
}
