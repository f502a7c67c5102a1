//! Writes a picture of every fixture of the view, at four widths, light and dark, into `gallery/`,
//! with a page that shows them all.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Engine, Media};
use site::Site;

const WIDTHS: [u32; 4] = [320, 390, 768, 1280];
const HEIGHT: u32 = 844;
const SCHEMES: [(&str, bool); 2] = [("light", false), ("dark", true)];

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
    let pages = root.join("target/gallery-pages");
    let names = fixtures(&root, &pages)?;
    let gallery = root.join("gallery");
    if gallery.exists() {
        fs::remove_dir_all(&gallery)?;
    }
    fs::create_dir_all(&gallery)?;
    tokio::runtime::Runtime::new()?.block_on(photograph(&pages, &names, &gallery))?;
    fs::write(gallery.join("index.html"), contact_sheet(&names)?)?;
    println!("{} pictures; open {}", names.len() * 8, gallery.join("index.html").display());
    Ok(())
}

/// Renders every fixture as a page and gives their names.
fn fixtures(root: &Path, pages: &PathBuf) -> Result<Vec<String>> {
    if pages.exists() {
        fs::remove_dir_all(pages)?;
    }
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command
        .current_dir(root)
        .args(["run", "--quiet", "--package", "prerender"])
        .args(["--", "--fixtures"])
        .arg(pages);
    ensure!(command.status()?.success(), "{command:?} failed");
    let mut names: Vec<String> = fs::read_dir(pages)?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".html").map(str::to_owned))
        .collect();
    ensure!(!names.is_empty(), "there is no fixture");
    names.sort();
    Ok(names)
}

async fn photograph(pages: &Path, names: &[String], gallery: &Path) -> Result<()> {
    let browser = Browser::start(Engine::Chromium).await?;
    let site = Site::new(pages).start().await?;
    browser.open_tab().await?;
    for (index, name) in names.iter().enumerate() {
        println!("{:>3} of {} {name}", index + 1, names.len());
        browser.client().goto(&format!("{}{name}.html", site.url())).await?;
        for (scheme, dark) in SCHEMES {
            browser.prefer(Media { dark, still: true, forced_colors: false }).await?;
            for width in WIDTHS {
                let picture = whole_page(&browser, width).await.with_context(|| name.clone())?;
                fs::write(gallery.join(file(name, width, scheme)), picture)?;
            }
        }
    }
    browser.end().await
}

/// A picture of the page from top to end, as one tall viewport.
async fn whole_page(browser: &Browser, width: u32) -> Result<Vec<u8>> {
    browser.set_viewport(width, HEIGHT).await?;
    let ready = "
        const done = arguments[arguments.length - 1];
        const pictures = [...document.images].map((image) => image.decode().catch(() => {}));
        Promise.all([document.fonts.ready, ...pictures]).then(() =>
            requestAnimationFrame(() => requestAnimationFrame(() => done(document.documentElement.scrollHeight))))";
    let height =
        browser.client().execute_async(ready, vec![]).await?.as_u64().context("no height")?;
    browser.set_viewport(width, u32::try_from(height)?.max(HEIGHT)).await?;
    browser.client().execute_async(ready, vec![]).await?;
    Ok(browser.client().screenshot().await?)
}

fn file(name: &str, width: u32, scheme: &str) -> String {
    format!("{name}-{width}-{scheme}.png")
}

fn contact_sheet(names: &[String]) -> Result<String> {
    let mut sheet = String::from(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Gallery</title>\
         <style>body{font:1rem/1.4 system-ui;margin:1.5rem;background:#888}\
         div{display:flex;gap:1rem;align-items:start;overflow-x:auto;padding-block-end:1rem}\
         img{display:block;height:auto;zoom:.5}</style><h1>Gallery</h1>\n<nav><ul>\n",
    );
    for name in names {
        writeln!(sheet, "<li><a href=\"#{name}\">{name}</a>")?;
    }
    sheet.push_str("</ul></nav>\n");
    for name in names {
        writeln!(sheet, "<h2 id=\"{name}\">{name}</h2>")?;
        for (scheme, _) in SCHEMES {
            sheet.push_str("<div>\n");
            for width in WIDTHS {
                let file = file(name, width, scheme);
                writeln!(
                    sheet,
                    "<a href=\"{file}\"><img src=\"{file}\" alt=\"{width} px, {scheme}\" width=\"{width}\" loading=\"lazy\"></a>"
                )?;
            }
            sheet.push_str("</div>\n");
        }
    }
    Ok(sheet)
}
