use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use e2e::{ALL_CONCERNS, ONE_CONCERN};
use serde_json::json;
use site::{Running, Site};

use crate::options::Options;

/// The page that has the program in a frame.
pub(crate) const PAGE: &str = "stress.html";

const SCRIPT: &str = include_str!("stage.js");
/// Lets the page around it watch a page, before anything else of it runs.
const WATCHED: (&str, &str) = ("<title>", "<script>parent.onframe?.(window)</script><title>");
/// Marks the page as it was served, which the program replaces.
const SERVED: (&str, &str) = ("<div id=\"quiz\"><main", "<div id=\"quiz\"><main data-served");

/// Serves a built site, with a page that does the work in a frame.
///
/// # Errors
///
/// If the site is not as expected.
pub(crate) async fn serve(dist: &Path, options: &Options) -> Result<Running> {
    let settings = json!({
        "allConcerns": ALL_CONCERNS,
        "oneConcern": ONE_CONCERN,
        "without": options.without,
    });
    let script = format!("const settings = {settings};\n{SCRIPT}\n{}", options.work.script());
    let site = Site::new(dist)
        .file("/index.html", changed(dist, "index.html", &[WATCHED, SERVED])?)
        .file("/studio.html", changed(dist, "studio.html", &[WATCHED])?)
        .file("/stress.js", script)
        .file(
            &format!("/{PAGE}"),
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Stress</title>\
             <link rel=\"icon\" href=\"data:,\"><style>body{margin:0}iframe{display:block;border:0}</style>\
             <body><script src=\"stress.js\"></script>",
        );
    Ok(site.start().await?)
}

fn changed(dist: &Path, page: &str, changes: &[(&str, &str)]) -> Result<String> {
    let file = dist.join(page);
    let mut html = fs::read_to_string(&file).with_context(|| format!("no {}", file.display()))?;
    for (from, to) in changes {
        ensure!(html.matches(from).count() == 1, "{from} does not stand once in {page}");
        html = html.replacen(from, to, 1);
    }
    Ok(html)
}
