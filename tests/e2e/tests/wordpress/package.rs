//! The plug-in's zip, put together from the plug-in's folder and a built quiz.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const PLUGIN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../wordpress/skin-quiz");
const SETTINGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../hosting/htaccess");
/// What the plug-in's header calls the version.
const VERSION: &str = "0.1.0";
const ROOTS: [&str; 5] =
    ["index.html", "index.template.html", "studio.html", "embed.js", "diagnosis.js"];
const CONTENT: [&str; 3] = ["data", "text", "pictures"];

/// The plug-in as it is shipped.
#[derive(Clone, Debug)]
pub(crate) struct Package {
    /// The contents of its files, by their names within the zip.
    pub(crate) files: Vec<(String, Vec<u8>)>,
}

impl Package {
    /// The plug-in with a built quiz in it.
    pub(crate) fn new(dist: &Path) -> Result<Self> {
        let mut files = Vec::new();
        for name in names(Path::new(PLUGIN))? {
            files.push((name.clone(), fs::read(Path::new(PLUGIN).join(&name))?));
        }
        files.push(("htaccess.txt".to_owned(), fs::read(SETTINGS)?));
        for name in shipped(dist)? {
            files.push((format!("program/{name}"), fs::read(dist.join(&name))?));
        }
        Ok(Self { files })
    }

    /// The same with another version, by which WordPress and the plug-in know an update.
    pub(crate) fn version(mut self, version: &str) -> Self {
        for (name, content) in &mut self.files {
            if name == "skin-quiz.php" || name == "readme.txt" {
                let text = String::from_utf8_lossy(content).replace(VERSION, version);
                *content = text.into_bytes();
            }
        }
        self
    }

    /// The same with something written in another way in one of its files.
    pub(crate) fn with(mut self, file: &str, from: &str, to: &str) -> Result<Self> {
        let found = self.files.iter_mut().find(|(name, _)| name == file);
        let content = &mut found.with_context(|| format!("no {file}"))?.1;
        let text = String::from_utf8(content.clone())?;
        ensure!(text.contains(from), "no {from} in {file}");
        *content = text.replace(from, to).into_bytes();
        Ok(self)
    }

    /// Writes the zip into a folder, and gives its path.
    pub(crate) fn write(&self, folder: &Path) -> Result<PathBuf> {
        let path = folder.join("skin-quiz.zip");
        let mut zip = ZipWriter::new(fs::File::create(&path)?);
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(9));
        for (name, content) in &self.files {
            zip.start_file(format!("skin-quiz/{name}"), options)?;
            zip.write_all(content)?;
        }
        zip.finish()?;
        Ok(path)
    }
}

/// What of a build belongs to its newest program: what its pages name, and what that names.
fn shipped(dist: &Path) -> Result<BTreeSet<String>> {
    let all = names(dist)?;
    let is_wanted = |name: &str| {
        !name.ends_with(".br") && !name.ends_with(".gz") && !name.starts_with(['.', '_'])
    };
    let all: Vec<String> = all.into_iter().filter(|name| is_wanted(name)).collect();
    let is_root = |name: &str| {
        ROOTS.contains(&name)
            || name.starts_with("plain")
            || CONTENT.iter().any(|folder| name.starts_with(&format!("{folder}/")))
    };
    let mut found: BTreeSet<String> = all.iter().filter(|name| is_root(name)).cloned().collect();
    let mut next: Vec<String> = found.iter().cloned().collect();
    while let Some(name) = next.pop() {
        if !name.ends_with(".html") && !name.ends_with(".js") {
            continue;
        }
        let text = fs::read_to_string(dist.join(&name))?;
        for other in all.iter().filter(|other| text.contains(other.as_str())) {
            if found.insert(other.clone()) {
                next.push(other.clone());
            }
        }
    }
    Ok(found)
}

/// The files of a folder, by their names within it.
pub(crate) fn names(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("no {}", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            names.extend(names_below(&entry.path(), &name)?);
        } else {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

fn names_below(folder: &Path, name: &str) -> Result<Vec<String>> {
    Ok(names(folder)?.into_iter().map(|below| format!("{name}/{below}")).collect())
}
