use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use dist::is_hashed;

use crate::served::compressed;

/// A file of `dist/`, its size in bytes.
#[derive(Debug, PartialEq)]
pub(crate) struct Artefact {
    pub(crate) name: String,
    pub(crate) raw: u64,
    pub(crate) brotli: u64,
}

/// Every file that a browser may ask for, without those of earlier builds, with the hashes in their
/// names left out, the largest first.
///
/// # Errors
///
/// If a file cannot be read.
pub(crate) fn all(dist: &Path) -> Result<Vec<Artefact>> {
    let names = current(dist, &files(dist, "")?)?;
    let mut all = names.iter().map(|name| weighed(dist, name)).collect::<Result<Vec<_>>>()?;
    all.sort_by(|a, b| b.brotli.cmp(&a.brotli).then_with(|| a.name.cmp(&b.name)));
    Ok(all)
}

fn weighed(dist: &Path, name: &str) -> Result<Artefact> {
    let body = fs::read(dist.join(name)).with_context(|| format!("no {name}"))?;
    let brotli = match fs::metadata(dist.join(format!("{name}.br"))) {
        Ok(file) => file.len(),
        Err(_) => compressed(&body)?,
    };
    Ok(Artefact { name: unhashed(name), raw: body.len() as u64, brotli })
}

/// Those without a hash in their names, and those with one that these name, and so on.
fn current(dist: &Path, names: &BTreeSet<String>) -> Result<BTreeSet<String>> {
    let (mut left, mut next): (Vec<String>, Vec<String>) =
        names.iter().cloned().partition(|name| is_hashed(name));
    let mut found: BTreeSet<String> = next.iter().cloned().collect();
    while let Some(name) = next.pop() {
        let body = fs::read(dist.join(&name)).with_context(|| format!("no {name}"))?;
        let text = String::from_utf8_lossy(&body);
        let named: Vec<String> =
            left.extract_if(.., |other| text.contains(other.as_str())).collect();
        found.extend(named.iter().cloned());
        next.extend(named);
    }
    Ok(found)
}

fn unhashed(name: &str) -> String {
    let is_hash =
        |part: &&str| part.len() >= 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    match name.split(['-', '_', '.']).find(is_hash) {
        Some(hash) => name.replacen(hash, "…", 1),
        None => name.to_owned(),
    }
}

fn files(folder: &Path, before: &str) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder).with_context(|| format!("no {}", folder.display()))? {
        let entry = entry?;
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            names.extend(files(&entry.path(), &format!("{name}/"))?);
        } else if is_asked_for(&name) {
            names.insert(name);
        }
    }
    Ok(names)
}

fn is_asked_for(name: &str) -> bool {
    !name.starts_with(['.', '_']) && !name.ends_with(".br") && !name.ends_with(".gz")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_earlier_builds_and_for_hosts_are_left_out() {
        let dist = tempfile::tempdir().expect("a folder");
        let write =
            |name: &str, text: &str| fs::write(dist.path().join(name), text).expect("a file");
        fs::create_dir(dist.path().join("data")).expect("a folder");
        write("index.html", "<script src=quiz-0a1b2c3d4e5f6071.js>");
        write("quiz-0a1b2c3d4e5f6071.js", "'quiz-a1b2c3d4_bg.wasm'");
        write("quiz-0a1b2c3d4e5f6071.js.br", "four");
        write("quiz-a1b2c3d4_bg.wasm", "");
        write("quiz-ffffffff4e5f6071.js", "let then");
        write(".htaccess", "for hosts");
        write("_headers", "for hosts");
        write("data/quiz.json", "{}");
        let all = all(dist.path()).expect("artefacts");
        let names: Vec<&str> = all.iter().map(|artefact| artefact.name.as_str()).collect();
        assert_eq!(names, ["index.html", "data/quiz.json", "quiz-….js", "quiz-…_bg.wasm"]);
        assert_eq!((all[2].raw, all[2].brotli), (23, 4));
    }
}
